package modulus.certificate;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/**
 * Whether the PDF carries one valid signature of the statement's key over the whole file, is laid
 * out as our writer does it, so that every reader sees the same, and is, object for object, the one
 * that follows from the statement's facts, where they are put into words in our form.
 */
final class DocumentVerifier {
  private final Statement statement;
  private final byte[] bytes;

  DocumentVerifier(Statement statement, byte[] bytes) {
    this.statement = statement;
    this.bytes = bytes;
  }

  /**
   * @return what was found, in one or two sentences
   * @throws FormatException with one sentence, if something does not hold
   */
  String verify() throws FormatException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      CmsInspection signature = signature(document);
      signer(signature.certificate());
      DocumentBytes layout = DocumentBytes.read(bytes);
      if (statement.comparable()) {
        facts(document, layout);
      }
      return "The PDF is signed as a whole by the key the certificate names"
          + (statement.comparable() ? " and says what follows from its facts." : ".")
          + signature
              .stamp()
              .map(
                  stamp ->
                      " Time stamp: "
                          + stamp.time()
                          + ", by "
                          + stamp.server()
                          + ", not looked up.")
              .orElse("");
    } catch (CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // PDFBox has no one exception for broken files
      throw new FormatException("certificate.pdf is not a readable PDF.");
    }
  }

  private CmsInspection signature(PDDocument document) throws FormatException, IOException {
    List<PDSignature> signatures = document.getSignatureDictionaries();
    if (signatures.size() != 1) {
      throw new FormatException(
          "The PDF must carry one signature but carries " + signatures.size() + ".");
    }
    PDSignature signature = signatures.get(0);
    if (!DocumentCertificate.SUB_FILTER.getName().equals(signature.getSubFilter())) {
      throw new FormatException("The PDF's signature is not of the form PAdES baseline B-B.");
    }
    if (!coversAll(signature)) {
      throw new FormatException("The PDF's signature does not cover the whole document.");
    }
    byte[] value = signature.getContents(bytes);
    if (!Arrays.equals(value, signature.getContents())) {
      throw new FormatException("The PDF's signature does not cover the whole document.");
    }
    return CmsInspection.of(value, signature.getSignedContent(bytes));
  }

  /** Whether only the hexadecimal digits of the signature itself are left out. */
  private boolean coversAll(PDSignature signature) {
    int[] range = signature.getByteRange();
    if (range == null || range.length != 4) {
      return false;
    }
    long gap = (long) range[2] - range[1];
    if (range[0] != 0
        || range[1] <= 0
        || gap < 2
        || range[3] < 0
        || (long) range[2] + range[3] != bytes.length
        || bytes[range[1]] != '<'
        || bytes[range[2] - 1] != '>') {
      return false;
    }
    for (int i = range[1] + 1; i < range[2] - 1; i++) {
      if (Character.digit(bytes[i], 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private void signer(X509Certificate certificate) throws FormatException {
    DocumentKey named = statement.signer().document();
    DocumentKey found;
    try {
      found = DocumentKey.of(certificate, named.kind() == DocumentKey.Kind.ONE_TIME);
    } catch (IllegalArgumentException e) {
      throw new FormatException("The PDF was signed by a key of an unknown kind.");
    }
    if (!found.fingerprint().equals(named.fingerprint())) {
      throw new FormatException("The PDF was signed by another key than the certificate names.");
    }
    if (!found.equals(named)) {
      throw new FormatException(
          "The certificate does not describe the PDF's key as it is: " + found.subject() + ".");
    }
    var issued = statement.claim().issued();
    if (issued.isBefore(certificate.getNotBefore().toInstant())
        || issued.isAfter(certificate.getNotAfter().toInstant())) {
      throw new FormatException(
          "The certificate of the PDF's key was not valid when the package was issued.");
    }
  }

  private void facts(PDDocument document, DocumentBytes layout)
      throws FormatException, IOException {
    CertificateLanguage language =
        Optional.ofNullable(document.getDocumentCatalog().getLanguage())
            .flatMap(CertificateLanguage::of)
            .orElseThrow(() -> new FormatException("The PDF is in no language of this program."));
    byte[] expected =
        new DocumentCertificate(statement.claim(), statement.signer(), language).unsigned();
    try (PDDocument should = Loader.loadPDF(expected)) {
      COSDictionary found = document.getDocument().getTrailer();
      COSDictionary wanted = should.getDocument().getTrailer();
      for (COSName part : List.of(COSName.ROOT, COSName.INFO)) {
        COSBase is = found.getDictionaryObject(part);
        if (!ObjectComparison.same(wanted.getDictionaryObject(part), is)) {
          throw unlike();
        }
      }
    }
    if (!DocumentBytes.read(expected).isSameAs(layout)) {
      throw unlike();
    }
  }

  private static FormatException unlike() {
    return new FormatException("The PDF does not follow from the certificate's facts.");
  }
}
