package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import modulus.Changed;
import modulus.CopiedFolder;
import modulus.certificate.Verification.Check;
import modulus.privacy.OneRunAudit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is changed in a package, by a stranger or by a signer who signs the change, is refused
 * with the sentence that says what is wrong.
 */
class DocumentTamperTableTest {
  private static final PackageSigner SIGNER = PackageSigner.oneTime();
  private static final PackageSigner OTHER = PackageSigner.oneTime();
  private static final Claim CLAIM = DocumentSamples.ward();
  private static final String CHANGED = " was changed after it was signed.";
  private static final String FOREIGN = "The signature is not that of the package's key";
  private static final String UNLIKE = "The PDF does not follow from the certificate's facts.";

  @TempDir static Path shared;

  @TempDir Path folder;

  /** Changes a package. */
  @FunctionalInterface
  private interface Change {
    void to(Path folder) throws Exception;
  }

  private record Tamper(String name, Change change, String sentence) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void writePackage() throws IOException {
    DocumentSamples.written(shared.resolve("package"), CLAIM, SIGNER, CertificateLanguage.ENGLISH);
  }

  static List<Tamper> tampers() {
    List<Tamper> all = new ArrayList<>();
    byStrangers(all);
    toTheEnvelope(all);
    toTheFacts(all);
    toThePdf(all);
    return all;
  }

  private static void byStrangers(List<Tamper> all) {
    for (String name :
        List.of("synthetic.csv", "data-dictionary.csv", "VERIFY.txt", "certificate.pdf")) {
      all.add(new Tamper("a byte of " + name, f -> flip(f.resolve(name), 12), name + CHANGED));
      all.add(
          new Tamper("end of " + name, f -> rewrite(f.resolve(name), b -> cut(b)), name + CHANGED));
      all.add(
          new Tamper(
              "more of " + name,
              f -> rewrite(f.resolve(name), b -> joined(b, "66,m\n")),
              name + CHANGED));
      all.add(new Tamper("no " + name, f -> Files.delete(f.resolve(name)), name + " is missing."));
    }
    for (String name : List.of("certificate.json", "public-key.pem")) {
      all.add(new Tamper("no " + name, f -> Files.delete(f.resolve(name)), name + " is missing."));
    }
    all.add(
        new Tamper(
            "table behind a link",
            f -> {
              Path moved = f.resolveSibling("elsewhere.csv");
              Files.move(f.resolve("synthetic.csv"), moved);
              Files.createSymbolicLink(f.resolve("synthetic.csv"), moved);
            },
            "synthetic.csv is missing."));
    all.add(
        new Tamper(
            "a file beside",
            f -> Files.writeString(f.resolve("model.bin"), "x"),
            "The package holds a file that was not signed: model.bin."));
    all.add(
        new Tamper(
            "a folder beside",
            f -> Files.createDirectory(f.resolve("more")),
            "The package holds a file that was not signed: more."));
    all.add(
        new Tamper(
            "signed anew by a stranger",
            f -> {
              try (Stream<Path> content = Files.list(f)) {
                for (Path file : content.toList()) {
                  Files.delete(file);
                }
              }
              DocumentSamples.written(f, CLAIM, OTHER, CertificateLanguage.ENGLISH);
            },
            "Signed by another key than the one you trust"));
  }

  private static void toTheEnvelope(List<Tamper> all) {
    all.add(
        new Tamper(
            "another key",
            f -> Files.write(f.resolve("public-key.pem"), PublicKeyPem.write(OTHER.publicKey())),
            FOREIGN));
    all.add(
        new Tamper(
            "no key in the key file",
            f -> Files.writeString(f.resolve("public-key.pem"), "-----BEGIN"),
            "The public key is not an Ed25519 key in PEM."));
    all.add(
        new Tamper(
            "no JSON",
            f -> Files.writeString(f.resolve("certificate.json"), "{"),
            "not valid JSON"));
    all.add(
        new Tamper(
            "a blank after the JSON",
            f -> rewrite(f.resolve("certificate.json"), b -> joined(b, " ")),
            "not in canonical form"));
    all.add(
        new Tamper(
            "a smaller epsilon, not signed",
            f ->
                envelope(
                    f,
                    e ->
                        e.put(
                            "payload",
                            new String(decoded(e), StandardCharsets.UTF_8)
                                .replace("\"printed\":\"0.77\"", "\"printed\":\"0.17\"")
                                .getBytes(StandardCharsets.UTF_8))),
            FOREIGN));
    all.add(
        new Tamper(
            "another key's name",
            f -> envelope(f, e -> one(e).put("keyid", OTHER.signer().fingerprint().hex())),
            "The certificate names another key than the package holds."));
    all.add(
        new Tamper(
            "another type",
            f -> envelope(f, e -> e.put("payloadType", "text/plain")),
            "field 'payloadType' must be"));
    all.add(
        new Tamper(
            "two signatures",
            f -> envelope(f, e -> e.withArray("signatures").add(one(e).deepCopy())),
            "The certificate must have exactly one signature but has 2."));
  }

  private static void toTheFacts(List<Tamper> all) {
    Accounting a = CLAIM.accounting();
    Accounting low =
        new Accounting(
            a.delta(), 0, a.epsilonAddRemove() / 2, a.epsilonReplaceOne(), a.accountant(), "1.0");
    all.add(
        facts("half the epsilon", c -> with(c, low, c.scope()), "recomputed from the events is"));
    Accounting delta =
        new Accounting(1e-7, 0, a.epsilonAddRemove(), a.epsilonReplaceOne(), a.accountant(), "1.0");
    all.add(
        facts("a smaller delta", c -> with(c, delta, c.scope()), "recomputed from the events is"));
    Accounting version =
        new Accounting(
            a.delta(), 0, a.epsilonAddRemove(), a.epsilonReplaceOne(), a.accountant(), "9.9");
    all.add(facts("another accountant", c -> with(c, version, c.scope()), "another accountant"));
    all.add(
        facts(
            "a wider scope",
            c -> with(c, a, ClaimScope.END_TO_END),
            "says end-to-end although attribute domains were read from the data"));
    all.add(
        facts(
            "an event less",
            c -> Changed.in(c, "events", c.events().subList(1, 3)),
            "recomputed from the events is"));
    all.add(facts("other runs", c -> Changed.in(c, "runs", 7), UNLIKE));
    all.add(
        facts(
            "another curator",
            c -> Changed.in(c, "curator", Optional.of("Somebody else")),
            UNLIKE));
    all.add(
        facts(
            "a rehearsal",
            c -> Changed.in(c, "randomness", Randomness.REHEARSAL),
            "A rehearsal, whose draws came from a known seed, can never be certified."));
    all.add(
        facts(
            "another time",
            c -> Changed.in(c, "issued", c.issued().minus(Duration.ofDays(400))),
            "The certificate of the PDF's key was not valid when the package was issued."));
    all.add(
        facts(
            "an audit nobody made",
            c -> Changed.in(c, "audit", Optional.of(audit(c, 55))),
            UNLIKE));
    all.add(
        facts(
            "an audit that refutes it",
            c -> Changed.in(c, "audit", Optional.of(audit(c, 100))),
            "The audit refutes the claim: with 95% confidence epsilon is at least 3.4653"));
    all.add(
        facts(
            "an audit's lower bound made smaller",
            c -> Changed.in(c, "audit", Optional.of(Changed.in(audit(c, 100), "lowerBound", 0.1))),
            "recomputed from its guesses is 3.4653, not the stated 0.1000"));
    all.add(
        new Tamper(
            "kinder words, signed",
            f -> payload(f, s -> s.replace("It is not a legal ruling", "It is a legal ruling")),
            "The certificate's words do not follow from its facts"));
    all.add(
        new Tamper(
            "a field more, signed",
            f -> payload(f, s -> s.replace("\"runs\":1", "\"rows\":1,\"runs\":1")),
            "unknown field 'rows'"));
    all.add(
        new Tamper(
            "PDF not listed, signed",
            f -> {
              Files.delete(f.resolve("certificate.pdf"));
              sign(f, CLAIM, SIGNER.signer(), false);
            },
            "The certificate does not cover certificate.pdf."));
    all.add(
        new Tamper(
            "the PDF key of somebody else named, signed",
            f ->
                sign(
                    f,
                    CLAIM,
                    new Signer(
                        SIGNER.signer().fingerprint(),
                        SIGNER.signer().origin(),
                        OTHER.signer().document()),
                    true),
            "The PDF was signed by another key than the certificate names."));
  }

  private static AuditFacts audit(Claim claim, int right) {
    return DocumentSamples.audit(
        claim, new OneRunAudit(1_000, 100, right, claim.accounting().delta()));
  }

  private static void toThePdf(List<Tamper> all) {
    all.add(pdf("no PDF", b -> "x".getBytes(StandardCharsets.UTF_8), "is not a readable PDF."));
    all.add(pdf("more bytes", b -> joined(b, "\n%more\n"), "does not cover the whole document."));
    all.add(pdf("a note on page 1", DocumentTamperTableTest::annotated, "whole document."));
    all.add(
        pdf(
            "a page's byte",
            b -> flipped(b, indexOf(b, "stream\n".getBytes(StandardCharsets.US_ASCII)) + 60),
            "The PDF's signature is not valid."));
    all.add(
        pdf(
            "a byte of the signature",
            b -> flipped(b, indexOf(b, "/Contents <30".getBytes(StandardCharsets.US_ASCII)) + 600),
            "The PDF's signature is not valid."));
    all.add(
        pdf(
            "an empty signature",
            b -> made(CLAIM, SIGNER.signer(), null),
            "The PDF's signature is not valid."));
    all.add(
        pdf(
            "another form of signature",
            b -> replaced(b, "ETSI.CAdES.detached", "adbe.pkcs7.detached"),
            "not of the form PAdES baseline B-B."));
    all.add(
        pdf(
            "no signature",
            b -> replaced(b, "/FT /Sig", "/FT /Btn"),
            "The PDF must carry one signature but carries 0."));
    all.add(
        pdf(
            "signed by another key",
            b -> made(CLAIM, SIGNER.signer(), OTHER.document()),
            "The PDF was signed by another key than the certificate names."));
    Accounting a = CLAIM.accounting();
    Accounting low =
        new Accounting(
            a.delta(), 0, a.epsilonAddRemove() / 2, a.epsilonReplaceOne(), a.accountant(), "1.0");
    all.add(
        pdf(
            "a smaller epsilon on its pages",
            b -> made(with(CLAIM, low, CLAIM.scope()), SIGNER.signer(), SIGNER.document()),
            UNLIKE));
    all.add(
        pdf(
            "another key's fingerprint on its pages",
            b -> made(CLAIM, OTHER.signer(), SIGNER.document()),
            UNLIKE));
  }

  @ParameterizedTest
  @MethodSource("tampers")
  void is_refused_with_the_sentence_that_says_why(Tamper tamper) throws Exception {
    Path copy = copy();
    tamper.change().to(copy);
    Verification found = Verifier.verify(copy, Optional.of(SIGNER.signer().fingerprint()));
    assertThat(found.holds()).isFalse();
    assertThat(found.checks().stream().filter(check -> !check.holds()).map(Check::sentence))
        .anySatisfy(sentence -> assertThat(sentence).contains(tamper.sentence()));
  }

  @Test
  void the_table_has_forty_cases_and_more_and_the_package_itself_holds() throws IOException {
    assertThat(tampers()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(Verifier.verify(copy(), Optional.of(SIGNER.signer().fingerprint())).holds())
        .isTrue();
  }

  private Path copy() throws IOException {
    return CopiedFolder.of(shared.resolve("package"), folder.resolve("copy"));
  }

  /** The signer signs other facts about the same files. */
  private static Tamper facts(String name, UnaryOperator<Claim> change, String sentence) {
    return new Tamper(
        name + ", signed", f -> sign(f, change.apply(CLAIM), SIGNER.signer(), true), sentence);
  }

  /** The signer signs the hash of another PDF. */
  private static Tamper pdf(String name, UnaryOperator<byte[]> change, String sentence) {
    return new Tamper(
        "PDF: " + name + ", signed",
        f -> {
          rewrite(f.resolve("certificate.pdf"), change);
          sign(f, CLAIM, SIGNER.signer(), true);
        },
        sentence);
  }

  private static void sign(Path folder, Claim claim, Signer signer, boolean withDocument)
      throws IOException {
    List<PackagedFile> files = new ArrayList<>();
    for (String name :
        List.of("synthetic.csv", "data-dictionary.csv", "public-key.pem", "VERIFY.txt")) {
      files.add(new PackagedFile(name, Sha256.hex(Files.readAllBytes(folder.resolve(name)))));
    }
    if (withDocument) {
      byte[] document = Files.readAllBytes(folder.resolve("certificate.pdf"));
      files.add(new PackagedFile("certificate.pdf", Sha256.hex(document)));
    }
    seal(folder, StatementJson.write(new Statement(claim, signer, files)));
  }

  private static void seal(Path folder, byte[] payload) throws IOException {
    Envelope envelope =
        new Envelope(
            payload,
            SIGNER.signer().fingerprint().hex(),
            SIGNER.sign(Envelope.preAuthentication(payload)));
    Files.write(folder.resolve("certificate.json"), envelope.bytes());
  }

  private static void payload(Path folder, UnaryOperator<String> change) throws Exception {
    byte[] bytes = Files.readAllBytes(folder.resolve("certificate.json"));
    String before = new String(Envelope.read(bytes).payload(), StandardCharsets.UTF_8);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    seal(folder, after.getBytes(StandardCharsets.UTF_8));
  }

  /** Changes the envelope's JSON. */
  @FunctionalInterface
  private interface Edit {
    void to(ObjectNode envelope) throws IOException;
  }

  private static void envelope(Path folder, Edit edit) throws IOException {
    Path file = folder.resolve("certificate.json");
    ObjectNode root = (ObjectNode) new ObjectMapper().readTree(file.toFile());
    edit.to(root);
    Files.writeString(file, new ObjectMapper().writeValueAsString(root) + "\n");
  }

  private static byte[] decoded(ObjectNode envelope) throws IOException {
    return envelope.get("payload").binaryValue();
  }

  private static ObjectNode one(ObjectNode envelope) {
    return (ObjectNode) envelope.get("signatures").get(0);
  }

  private static Claim with(Claim c, Accounting accounting, ClaimScope scope) {
    return Changed.in(Changed.in(c, "accounting", accounting), "scope", scope);
  }

  private static byte[] made(Claim claim, Signer signer, DocumentSigner key) {
    DocumentCertificate document =
        new DocumentCertificate(claim, signer, CertificateLanguage.ENGLISH);
    try {
      return key == null ? document.unsigned() : document.signed(key, Optional.empty());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] annotated(byte[] pdf) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDAnnotationText note = new PDAnnotationText();
      note.setContents("epsilon is really 0.1");
      document.getPage(0).getAnnotations().add(note);
      document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
      document.saveIncremental(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void rewrite(Path file, UnaryOperator<byte[]> change) throws IOException {
    Files.write(file, change.apply(Files.readAllBytes(file)));
  }

  private static void flip(Path file, int index) throws IOException {
    rewrite(file, bytes -> flipped(bytes, index));
  }

  private static byte[] flipped(byte[] bytes, int index) {
    bytes[index] ^= 1;
    return bytes;
  }

  private static byte[] cut(byte[] bytes) {
    return java.util.Arrays.copyOf(bytes, bytes.length - 5);
  }

  private static byte[] joined(byte[] bytes, String more) {
    byte[] end = more.getBytes(StandardCharsets.UTF_8);
    byte[] all = java.util.Arrays.copyOf(bytes, bytes.length + end.length);
    System.arraycopy(end, 0, all, bytes.length, end.length);
    return all;
  }

  /** Of the same length, so that no offset moves. */
  private static byte[] replaced(byte[] bytes, String before, String after) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(before);
    return text.replace(before, after).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    int index =
        new String(bytes, StandardCharsets.ISO_8859_1)
            .indexOf(new String(part, StandardCharsets.ISO_8859_1));
    assertThat(index).isPositive();
    return index;
  }
}
