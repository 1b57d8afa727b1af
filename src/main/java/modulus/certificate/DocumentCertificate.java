package modulus.certificate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import modulus.privacy.CancellableWork;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * The certificate for people: two pages of PDF 1.7 with the statement's predicate attached, all of
 * it a function of claim, signer and language, and a PAdES signature over the whole file.
 *
 * <p>The PDF is signed before the statement, which then holds the signed file's hash; the PDF in
 * turn names the statement's key and facts but not its bytes, so there is no cycle.
 */
final class DocumentCertificate {
  /** The attached predicate. */
  static final String FACTS = "facts.json";

  static final COSName SUB_FILTER = COSName.getPDFName("ETSI.CAdES.detached");

  private static final int SIGNATURE_ROOM = 8_192;
  private static final int STAMP_ROOM = 24_576;

  private final Claim claim;
  private final Signer signer;
  private final CertificateLanguage language;

  DocumentCertificate(Claim claim, Signer signer, CertificateLanguage language) {
    this.claim = claim;
    this.signer = signer;
    this.language = language;
  }

  /** What signs a range of bytes. */
  @FunctionalInterface
  private interface Signing {
    byte[] sign(byte[] content) throws IOException;
  }

  /**
   * @throws IOException if the time-stamp server gives no valid answer
   */
  byte[] signed(DocumentSigner key, Optional<TimeStampServer> timeStamps) throws IOException {
    int room = SIGNATURE_ROOM + (timeStamps.isPresent() ? STAMP_ROOM : 0);
    return finished(
        room + key.chainLength(), content -> CmsSignature.sign(content, key, timeStamps));
  }

  /** The same file with an empty signature, to compare a signed one with. */
  byte[] unsigned() throws IOException {
    return finished(SIGNATURE_ROOM, content -> new byte[0]);
  }

  private byte[] finished(int room, Signing signing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] pages = pages();
    CancellableWork.check();
    try (PDDocument document = Loader.loadPDF(pages);
        SignatureOptions options = new SignatureOptions()) {
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(SUB_FILTER);
      signature.setReason(language.text("document.title"));
      signature.setSignDate(issued());
      options.setPreferredSignatureSize(room);
      document.addSignature(signature, options);
      document.setDocumentId(claim.issued().getEpochSecond());
      CancellableWork.check();
      ExternalSigningSupport support = document.saveIncrementalForExternalSigning(out);
      try (InputStream content = support.getContent()) {
        support.setSignature(signing.sign(content.readAllBytes()));
      }
    }
    return out.toByteArray();
  }

  private byte[] pages() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.setVersion(1.7f);
      document.setDocumentId(claim.issued().getEpochSecond());
      PDDocumentInformation information = document.getDocumentInformation();
      information.setTitle(language.text("document.title"));
      information.setCreator(claim.software().name() + " " + claim.software().version());
      information.setCreationDate(issued());
      document.getDocumentCatalog().setLanguage(language.label());
      new DocumentLayout(claim, signer, language, new DocumentFont(document)).addTo(document);
      CancellableWork.check();
      attach(document, StatementJson.predicate(claim, signer));
      document.save(out, CompressParameters.NO_COMPRESSION);
    }
    return out.toByteArray();
  }

  private void attach(PDDocument document, byte[] facts) throws IOException {
    PDEmbeddedFile file =
        new PDEmbeddedFile(document, new ByteArrayInputStream(facts), COSName.FLATE_DECODE);
    file.setSubtype("application/json");
    file.setSize(facts.length);
    file.setModDate(issued());
    PDComplexFileSpecification specification = new PDComplexFileSpecification();
    specification.setFile(FACTS);
    specification.setFileUnicode(FACTS);
    specification.setEmbeddedFile(file);
    specification.getCOSObject().setName("AFRelationship", "Data");
    PDEmbeddedFilesNameTreeNode names = new PDEmbeddedFilesNameTreeNode();
    names.setNames(Map.of(FACTS, specification));
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    PDDocumentNameDictionary dictionary = new PDDocumentNameDictionary(catalog);
    dictionary.setEmbeddedFiles(names);
    catalog.setNames(dictionary);
    COSArray associated = new COSArray();
    associated.add(specification);
    catalog.getCOSObject().setItem("AF", associated);
  }

  private Calendar issued() {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    calendar.setTimeInMillis(claim.issued().toEpochMilli());
    return calendar;
  }
}
