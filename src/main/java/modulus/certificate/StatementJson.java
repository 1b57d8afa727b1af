package modulus.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The statement as an in-toto Statement v1 in canonical JSON (RFC 8785). The same statement gives
 * the same bytes, and no other bytes are read.
 */
final class StatementJson {
  /** Type of the outer document, fixed by the in-toto attestation framework, version 1. */
  static final String STATEMENT_TYPE = "https://in-toto.io/Statement/v1";

  /** Type of the claim: a name that by RFC 2606 can never become an address. */
  static final String PREDICATE_TYPE =
      "https://modulus.invalid/differential-privacy-certificate/v1";

  private static final String WHAT = "The certificate's statement";

  private static final int FIRST_FORM = 1;

  private StatementJson() {}

  static byte[] write(Statement statement) {
    return write(statement, words(statement.claim(), statement.signer()));
  }

  private static byte[] write(Statement statement, JsonNode words) {
    ObjectNode root = StrictJson.object();
    root.put("_type", STATEMENT_TYPE);
    ArrayNode subjects = root.putArray("subject");
    for (PackagedFile file : statement.files()) {
      ObjectNode subject = subjects.addObject();
      subject.put("name", file.name());
      subject.putObject("digest").put("sha256", file.sha256());
    }
    root.put("predicateType", PREDICATE_TYPE);
    root.set("predicate", node(statement.claim(), statement.signer(), words, statement.form()));
    return CanonicalJson.bytes(root);
  }

  /** The statement without its list of files: the same bytes stand in the statement. */
  static byte[] predicate(Claim claim, Signer signer) {
    return CanonicalJson.bytes(node(claim, signer, words(claim, signer), Statement.FORM));
  }

  private static ObjectNode node(Claim claim, Signer signer, JsonNode words, int form) {
    ObjectNode predicate = ClaimJson.write(claim);
    predicate.set("key", SignerJson.write(signer));
    predicate.set("words", words);
    if (form != FIRST_FORM) {
      predicate.put("form", form);
    }
    return predicate;
  }

  /** Packages of the first form do not name it. */
  private static int form(JsonFields predicate) throws FormatException {
    return predicate.has("form") ? predicate.integer("form") : FIRST_FORM;
  }

  private static ObjectNode words(Claim claim, Signer signer) {
    ObjectNode words = StrictJson.object();
    for (Paragraph paragraph : Wording.paragraphs(claim, signer)) {
      words.put(paragraph.key(), paragraph.text());
    }
    ArrayNode limits = words.putArray("limits");
    Wording.limits(claim, signer).forEach(limits::add);
    return words;
  }

  /**
   * @throws FormatException with one sentence, if the bytes are not those of a statement: unknown,
   *     missing or repeated fields, facts outside their domain, words that do not follow from the
   *     facts, any other spelling of the same facts
   */
  static Statement read(byte[] bytes) throws FormatException {
    JsonFields root = new JsonFields(StrictJson.parse(bytes, WHAT), WHAT);
    root.constant("_type", STATEMENT_TYPE);
    root.constant("predicateType", PREDICATE_TYPE);
    Statement statement;
    JsonNode words;
    try {
      List<PackagedFile> files = files(root.array("subject"));
      JsonFields predicate = root.object("predicate");
      Claim claim = ClaimJson.read(predicate);
      Signer signer = SignerJson.read(predicate.object("key"));
      words = predicate.node("words");
      int form = form(predicate);
      predicate.end();
      root.end();
      statement = new Statement(claim, signer, files, form);
    } catch (IllegalArgumentException e) {
      throw new FormatException(WHAT + " is wrong: " + e.getMessage() + ".");
    }
    if (statement.comparable() && !words.equals(words(statement.claim(), statement.signer()))) {
      throw new FormatException(
          "The certificate's words do not follow from its facts: they say more, less or something"
              + " else.");
    }
    if (!Arrays.equals(bytes, write(statement, words))) {
      throw new FormatException(WHAT + " is not in canonical form (RFC 8785).");
    }
    return statement;
  }

  private static List<PackagedFile> files(JsonNode subjects) throws FormatException {
    if (subjects.size() > Statement.MOST_FILES) {
      throw new FormatException(
          "There must be at most "
              + Statement.MOST_FILES
              + " signed files but there are "
              + subjects.size()
              + ".");
    }
    List<PackagedFile> files = new ArrayList<>();
    for (JsonNode node : subjects) {
      JsonFields subject = new JsonFields(node, "Signed file " + (files.size() + 1));
      JsonFields digest = subject.object("digest");
      files.add(new PackagedFile(subject.text("name"), digest.text("sha256")));
      digest.end();
      subject.end();
    }
    return files;
  }
}
