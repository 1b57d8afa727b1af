package modulus.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON Canonicalization Scheme (RFC 8785): fields sorted by UTF-16 code units, no white space,
 * numbers as ECMAScript prints a double, least escaping, UTF-8. The same facts give the same bytes
 * on every machine.
 */
public final class CanonicalJson {
  /** Every double has a shortest decimal form of at most this many digits. */
  private static final int MOST_DIGITS = 17;

  private final StringBuilder out = new StringBuilder();

  private CanonicalJson() {}

  /**
   * @throws IllegalArgumentException for a number that is not finite or text that is not Unicode
   */
  public static byte[] bytes(JsonNode node) {
    CanonicalJson canonical = new CanonicalJson();
    canonical.write(node);
    try {
      ByteBuffer encoded =
          StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(canonical.out));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("text must be valid Unicode but has a lone surrogate", e);
    }
  }

  private void write(JsonNode node) {
    switch (node.getNodeType()) {
      case OBJECT -> writeObject(node);
      case ARRAY -> {
        out.append('[');
        for (int i = 0; i < node.size(); i++) {
          out.append(i == 0 ? "" : ",");
          write(node.get(i));
        }
        out.append(']');
      }
      case STRING -> writeText(node.textValue());
      case NUMBER -> out.append(number(node.doubleValue()));
      case BOOLEAN -> out.append(node.booleanValue());
      case NULL -> out.append("null");
      default -> throw new IllegalArgumentException("no JSON for " + node.getNodeType());
    }
  }

  private void writeObject(JsonNode node) {
    TreeMap<String, JsonNode> sorted = new TreeMap<>();
    for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      sorted.put(field.getKey(), field.getValue());
    }
    out.append('{');
    String separator = "";
    for (Map.Entry<String, JsonNode> field : sorted.entrySet()) {
      out.append(separator);
      writeText(field.getKey());
      out.append(':');
      write(field.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private void writeText(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    out.append('"');
  }

  /** ECMAScript's Number::toString (ECMA-262, section 6.1.6.1.20). */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a JSON number must be finite but is " + value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal shortest = shortest(Math.abs(value));
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    return (value < 0 ? "-" : "") + place(digits, point);
  }

  private static String place(String digits, int point) {
    int count = digits.length();
    if (point > 21 || point < -5) {
      return exponential(digits, point);
    }
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    return point >= count
        ? digits + "0".repeat(point - count)
        : digits.substring(0, point) + "." + digits.substring(point);
  }

  private static String exponential(String digits, int point) {
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return digits.charAt(0) + fraction + "e" + (point > 0 ? "+" : "") + (point - 1);
  }

  /**
   * The same digits with an exponent, for example 1e-5.
   *
   * @param value finite and > 0
   */
  static String exponential(double value) {
    BigDecimal shortest = shortest(value);
    String digits = shortest.unscaledValue().toString();
    return exponential(digits, digits.length() - shortest.scale());
  }

  /**
   * Of the decimals of fewest digits that read back as the value, the one nearest to it; of two as
   * near the even one.
   *
   * @param value finite and > 0
   */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MOST_DIGITS; digits++) {
      BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (nearest.doubleValue() == value) {
        return nearest.stripTrailingZeros();
      }
      // below a power of two the doubles lie twice as close: the nearest decimal, if it is below,
      // may belong to the next of them, and the one above, though farther, to the value
      BigDecimal above = exact.round(new MathContext(digits, RoundingMode.CEILING));
      if (above.doubleValue() == value) {
        return above.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }
}
