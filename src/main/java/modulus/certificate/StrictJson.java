package modulus.certificate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * JSON from strangers: RFC 8259 without extensions, UTF-8 only, no field twice in one object, one
 * document and nothing after it, at most 16 levels deep.
 */
public final class StrictJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxNumberLength(100)
                          .maxStringLength(1 << 28)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION);

  private StrictJson() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * @param what how a sentence about it begins, for example "The list of events"
   */
  public static JsonNode parse(byte[] bytes, String what) throws FormatException {
    return parse(text(bytes, what), what);
  }

  public static JsonNode parse(String json, String what) throws FormatException {
    JsonNode root;
    try {
      root = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      // without the parser's words, which quote the text: the file may be a table by mistake
      throw new FormatException(what + " is not valid JSON (line " + line + ").");
    }
    if (root == null || root.isMissingNode()) {
      throw new FormatException(what + " is not valid JSON: it is empty.");
    }
    requireCanonical(root, what);
    return root;
  }

  /** What the canonical form (RFC 8785) can hold: every number and every sign that UTF-8 has. */
  private static void requireCanonical(JsonNode node, String what) throws FormatException {
    if (node.isNumber() && !Double.isFinite(node.doubleValue())) {
      throw new FormatException(what + " has a number that is beyond double precision.");
    }
    if (node.isTextual() && !encodable(node.textValue())) {
      throw new FormatException(what + " has a text with half a sign.");
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      if (!encodable(names.next())) {
        throw new FormatException(what + " has a field's name with half a sign.");
      }
    }
    for (JsonNode child : node) {
      requireCanonical(child, what);
    }
  }

  private static boolean encodable(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** Decodes UTF-8 without replacing anything. */
  public static String text(byte[] bytes, String what) throws FormatException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FormatException(what + " is not valid UTF-8.");
    }
  }
}
