package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A PDF that readers could understand in several ways is refused, though its own key signed it:
 * what one reader repairs, another shows as it stands.
 */
class DocumentBytesTest {
  private static final PackageSigner SIGNER = PackageSigner.oneTime();
  private static final Claim CLAIM = DocumentSamples.ward();
  private static final String UNLIKE = "The PDF does not follow from the certificate's facts.";
  private static final String STRANGE = "that this program never writes there.";
  private static final String TABLE = "does not say where each object is.";
  private static final String LONGER = "certificate.pdf goes on after its signed version ends.";
  private static final String OTHER_WORDS = "BT /F1 24 Tf 50 700 Td (EPSILON 0.01) Tj ET";
  private static final String OTHER_CONTENT =
      "40 0 obj\n<<\n/Length "
          + OTHER_WORDS.length()
          + "\n>>\nstream\r\n"
          + OTHER_WORDS
          + "\r\nendstream\nendobj\n";
  private static final String NONSENSE = "41 1\n0000012345 00000 n\r\n";

  private static byte[] honest;

  private record Tamper(String name, UnaryOperator<RelaidDocument> change, String sentence) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void write() throws IOException {
    honest = made(CLAIM, CertificateLanguage.ENGLISH);
  }

  private static byte[] made(Claim claim, CertificateLanguage language) throws IOException {
    return new DocumentCertificate(claim, SIGNER.signer(), language)
        .signed(SIGNER.document(), Optional.empty());
  }

  private static String verified(Claim claim, byte[] pdf, int form) throws FormatException {
    List<PackagedFile> files = List.of(new PackagedFile("certificate.pdf", Sha256.hex(pdf)));
    return new DocumentVerifier(new Statement(claim, SIGNER.signer(), files, form), pdf).verify();
  }

  private static byte[] signed(RelaidDocument document) {
    return document.signed(SIGNER.document(), honest);
  }

  /** Every sample in one of the languages, in turns: each costs two seconds. */
  static Stream<Arguments> samples() {
    AtomicInteger next = new AtomicInteger();
    return DocumentCertificateTest.claimsAndLanguages()
        .filter(each -> (next.getAndIncrement() / 2 + next.get()) % 2 == 0);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_certificate_this_program_writes_is_accepted(Claim claim, CertificateLanguage language)
      throws Exception {
    byte[] pdf = made(claim, language);
    assertThat(verified(claim, pdf, Statement.FORM)).contains("says what follows from its facts");
    assertThat(verified(claim, pdf, Statement.FORM + 1)).doesNotContain("its facts");
  }

  @Test
  void a_certificate_taken_apart_and_put_together_again_is_accepted() throws Exception {
    byte[] again = signed(RelaidDocument.of(honest));
    assertThat(again).hasSameSizeAs(honest);
    assertThat(verified(CLAIM, again, Statement.FORM)).contains("what follows from its facts");
  }

  @Test
  void a_certificate_that_another_zlib_compressed_is_accepted() throws Exception {
    byte[] again = signed(RelaidDocument.of(honest).first(text -> streams(text, 1, "")));
    assertThat(again.length).isNotEqualTo(honest.length);
    assertThat(verified(CLAIM, again, Statement.FORM)).contains("what follows from its facts");
  }

  @Test
  void a_real_number_that_another_version_of_java_spells_in_another_way_is_accepted()
      throws Exception {
    byte[] again =
        signed(
            RelaidDocument.of(honest)
                .first(text -> swapped(text, "/Ascent 905.27344", "/Ascent 905.273440")));
    assertThat(verified(CLAIM, again, Statement.FORM)).contains("what follows from its facts");
  }

  /** Numbers and order are compared: with another writer of PDFs there must be another form. */
  @Test
  void the_order_of_objects_is_that_of_the_form() {
    String text = new String(honest, StandardCharsets.ISO_8859_1);
    assertThat(
            Pattern.compile("(?<=\n)\\d+(?= 0 obj\n)")
                .matcher(text)
                .results()
                .map(MatchResult::group))
        .containsExactly(
            ("1 5 2 3 4 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25"
                    + " 26 27 6 28 29 1")
                .split(" "));
  }

  static List<Tamper> tampers() {
    List<Tamper> all = new ArrayList<>();
    twoMeanings(all);
    tables(all);
    between(all);
    objects(all);
    return all;
  }

  private static void twoMeanings(List<Tamper> all) {
    all.add(
        new Tamper(
            "a page twice, the other one in the table, and a nonsense entry",
            d ->
                d.second(
                        s ->
                            swapped(s, "/Contents 11 0 R", "/Contents 40 0 R")
                                + OTHER_CONTENT
                                + d.object(6))
                    .secondTable(DocumentBytesTest::nonsense),
            "certificate.pdf holds object 6 twice in one of its versions."));
    all.add(
        new Tamper(
            "a page twice, the table true",
            d -> d.second(s -> s + d.object(6)),
            "certificate.pdf holds object 6 twice in one of its versions."));
    all.add(
        new Tamper(
            "a key twice",
            d ->
                d.second(
                    s ->
                        swapped(s, "/Contents 11 0 R", "/Contents 40 0 R\n/Contents 11 0 R")
                            + OTHER_CONTENT),
            "certificate.pdf has the entry /Contents twice where it may stand once."));
    all.add(
        new Tamper(
            "a key twice, spelled in two ways",
            d ->
                d.second(
                    s ->
                        swapped(s, "/Contents 11 0 R", "/Conten#74s 40 0 R\n/Contents 11 0 R")
                            + OTHER_CONTENT),
            STRANGE));
    all.add(
        new Tamper(
            "a key twice in a dictionary within another",
            d -> d.second(s -> swapped(s, "/SigFlags 3", "/SigFlags 3\n/SigFlags 1")),
            "certificate.pdf has the entry /SigFlags twice where it may stand once."));
  }

  private static String nonsense(String table) {
    return swapped(table, "trailer\n", NONSENSE + "trailer\n");
  }

  private static void tables(List<Tamper> all) {
    all.add(new Tamper("a nonsense entry", d -> d.secondTable(t -> nonsense(t)), TABLE));
    all.add(
        new Tamper(
            "an offset off by one", d -> d.firstTable(t -> swapped(t, "15 0", "16 0")), TABLE));
    all.add(
        new Tamper(
            "an offset off by one in the signed version",
            d -> d.secondTable(t -> offByOne(t, "(?<=6 1\n)\\d{10}", "%010d")),
            TABLE));
    all.add(
        new Tamper(
            "an object less in the table",
            d -> d.secondTable(t -> t.replaceFirst("6 1\n.{18}\r\n", "")),
            TABLE));
    all.add(
        new Tamper(
            "a free object",
            d -> d.secondTable(t -> t.replaceFirst("(6 1\n.{17})n", "$1f")),
            TABLE));
    all.add(
        new Tamper(
            "a place of the table off by one",
            d -> d.secondTable(t -> offByOne(t, "(?<=startxref\n)\\d+", "%d")),
            TABLE));
    all.add(
        new Tamper(
            "a place of the first table off by one",
            d -> d.firstTable(t -> offByOne(t, "(?<=startxref\n)\\d+", "%d")),
            TABLE));
    all.add(
        new Tamper(
            "another table before",
            d -> d.secondTable(t -> t.replaceFirst("/Prev \\d+", "/Prev 7")),
            TABLE));
    all.add(
        new Tamper(
            "more objects than there are",
            d -> d.secondTable(t -> t.replaceFirst("/Size \\d+", "/Size 99")),
            TABLE));
    all.add(
        new Tamper(
            "a second table of another kind",
            d -> d.secondTable(t -> swapped(t, "/Prev", "/XRefStm 15\n/Prev")),
            STRANGE));
  }

  private static String offByOne(String table, String place, String format) {
    return Pattern.compile(place)
        .matcher(table)
        .replaceFirst(found -> format.formatted(Integer.parseInt(found.group()) + 1));
  }

  private static void between(List<Tamper> all) {
    all.add(
        new Tamper(
            "an object in no table",
            d ->
                d.second(s -> s + OTHER_CONTENT)
                    .secondTable(t -> t.replaceFirst("40 1\n.{18}\r\n", "")),
            TABLE));
    all.add(
        new Tamper(
            "a comment between objects",
            d -> d.second(s -> swapped(s, "endobj\n28", "endobj\n% 28 0 obj\n28")),
            STRANGE));
    all.add(
        new Tamper(
            "a comment between objects of the document",
            d -> d.first(s -> swapped(s, "endobj\n2 0", "endobj\n%x\n2 0")),
            STRANGE));
    all.add(
        new Tamper(
            "a comment in an object",
            d -> d.second(s -> swapped(s, "/Parent 2 0 R", "/Parent 2 0 R %x")),
            STRANGE));
    all.add(
        new Tamper(
            "an empty line between objects",
            d -> d.second(s -> swapped(s, "endobj\n28", "endobj\n\n28")),
            STRANGE));
    all.add(new Tamper("a comment before the first table", d -> d.first(s -> s + "%x\n"), STRANGE));
    all.add(
        new Tamper(
            "a line before the signed version", d -> d.firstTable(t -> t + "%x\n"), STRANGE));
    all.add(
        new Tamper(
            "another header", d -> d.first(s -> swapped(s, "%PDF-1.4\n", "%PDF-1.7\n")), STRANGE));
    all.add(new Tamper("bytes after the end", d -> d.secondTable(t -> t + "\n"), LONGER));
    all.add(new Tamper("a comment after the end", d -> d.secondTable(t -> t + "%more\n"), LONGER));
    all.add(
        new Tamper(
            "a third version", d -> d.secondTable(t -> t + "\r\n" + d.object(6) + t), LONGER));
  }

  private static void objects(List<Tamper> all) {
    all.add(
        new Tamper(
            "a length too long",
            d -> d.second(s -> swapped(s, "/Length 0", "/Length 2")),
            "certificate.pdf states a length of object 29 that is not its length."));
    all.add(
        new Tamper(
            "a length too short",
            d -> d.first(s -> s.replaceFirst("/Length \\d+", "/Length 9")),
            "certificate.pdf states a length of object 11 that is not its length."));
    all.add(
        new Tamper(
            "a length in another object",
            d -> d.second(s -> swapped(s, "/Length 0", "/Length 5 0 R")),
            "certificate.pdf states a length of object 29 that is not its length."));
    all.add(
        new Tamper(
            "a string with an octal escape",
            d -> d.second(s -> swapped(s, "(Signature1)", "(Signature\\061)")),
            STRANGE));
    all.add(new Tamper("an object more", d -> d.second(s -> s + OTHER_CONTENT), UNLIKE));
    all.add(
        new Tamper(
            "objects in another order",
            d -> d.second(s -> swapped(s, d.object(28), "") + d.object(28)),
            UNLIKE));
    all.add(
        new Tamper(
            "a name spelled in another way",
            d -> d.second(s -> swapped(s, "/Subtype /Widget", "/Subtype /Widge#74")),
            UNLIKE));
    all.add(
        new Tamper(
            "entries in another order",
            d -> d.second(s -> swapped(s, "/FT /Sig\n/Type /Annot", "/Type /Annot\n/FT /Sig")),
            UNLIKE));
    all.add(
        new Tamper(
            "bytes after what is compressed", d -> d.first(s -> streams(s, 9, "x")), UNLIKE));
  }

  @ParameterizedTest
  @MethodSource("tampers")
  void is_refused_with_the_sentence_that_says_why(Tamper tamper) {
    byte[] pdf = signed(tamper.change().apply(RelaidDocument.of(honest)));
    assertThat(pdf).isNotEqualTo(honest);
    assertThatThrownBy(() -> verified(CLAIM, pdf, Statement.FORM))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(tamper.sentence());
  }

  @Test
  void the_layout_of_another_form_is_checked_too() {
    for (Tamper tamper : tampers()) {
      if (!tamper.sentence().equals(UNLIKE)) {
        byte[] pdf = signed(tamper.change().apply(RelaidDocument.of(honest)));
        assertThatThrownBy(() -> verified(CLAIM, pdf, Statement.FORM + 1))
            .as(tamper.name())
            .hasMessageContaining(tamper.sentence());
      }
    }
  }

  /** Every compressed stream, compressed at another level, with this after it. */
  private static String streams(String part, int level, String after) {
    Matcher streams =
        Pattern.compile(
                "/Length (\\d+)(\n/Filter /FlateDecode[^>]*>>\nstream\r\n)(.*?)(?=\r\nendstream)",
                Pattern.DOTALL)
            .matcher(part);
    return streams.replaceAll(
        found -> {
          String again = deflated(found.group(3), level) + after;
          return Matcher.quoteReplacement("/Length " + again.length() + found.group(2) + again);
        });
  }

  private static String deflated(String compressed, int level) {
    byte[] room = new byte[1 << 20];
    Inflater inflater = new Inflater();
    Deflater deflater = new Deflater(level);
    try {
      inflater.setInput(compressed.getBytes(StandardCharsets.ISO_8859_1));
      byte[] content = Arrays.copyOf(room, inflater.inflate(room));
      deflater.setInput(content);
      deflater.finish();
      byte[] again = new byte[1 << 20];
      return new String(again, 0, deflater.deflate(again), StandardCharsets.ISO_8859_1);
    } catch (DataFormatException e) {
      throw new IllegalStateException(e);
    } finally {
      inflater.end();
      deflater.end();
    }
  }

  private static String swapped(String text, String before, String after) {
    assertThat(text).contains(before);
    return text.replace(before, after);
  }
}
