package modulus.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The fields of one JSON object, each of its type; unknown ones are refused by {@link #end}. */
public final class JsonFields {
  private static final int LONGEST_SHOWN = 40;

  private final JsonNode object;
  private final String owner;
  private final Set<String> known = new HashSet<>();

  /**
   * @param owner how a sentence about it begins, for example "Event 3"
   */
  public JsonFields(JsonNode node, String owner) throws FormatException {
    if (node == null || !node.isObject()) {
      throw new FormatException(owner + " must be an object but is " + shown(node) + ".");
    }
    this.object = node;
    this.owner = owner;
  }

  public boolean has(String field) {
    return object.has(field);
  }

  public String text(String field) throws FormatException {
    return expect(field, JsonNode::isTextual, "text").textValue();
  }

  public boolean truth(String field) throws FormatException {
    return expect(field, JsonNode::isBoolean, "true or false").booleanValue();
  }

  public double number(String field) throws FormatException {
    return expect(field, JsonNode::isNumber, "a number").doubleValue();
  }

  public int integer(String field) throws FormatException {
    return expect(
            field, n -> n.isIntegralNumber() && n.canConvertToInt(), "a whole number below 2³¹")
        .intValue();
  }

  public JsonNode array(String field) throws FormatException {
    return expect(field, JsonNode::isArray, "a list");
  }

  public JsonNode node(String field) throws FormatException {
    return take(field);
  }

  public JsonFields object(String field) throws FormatException {
    return new JsonFields(take(field), owner + ", field '" + field + "'");
  }

  public List<String> texts(String field) throws FormatException {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : array(field)) {
      if (!item.isTextual()) {
        throw wrong(field, "a list of texts", item);
      }
      texts.add(item.textValue());
    }
    return texts;
  }

  public Optional<String> optionalText(String field) throws FormatException {
    return isNull(field) ? Optional.empty() : Optional.of(text(field));
  }

  public Optional<JsonFields> optionalObject(String field) throws FormatException {
    return isNull(field) ? Optional.empty() : Optional.of(object(field));
  }

  /** One of an enumeration's values by its label. */
  public <E extends Enum<E>> E choice(String field, Class<E> type, Function<E, String> label)
      throws FormatException {
    String text = text(field);
    for (E value : type.getEnumConstants()) {
      if (label.apply(value).equals(text)) {
        return value;
      }
    }
    List<String> labels = Arrays.stream(type.getEnumConstants()).map(label).toList();
    throw wrong(field, "one of " + String.join(", ", labels), take(field));
  }

  /** The field's text must be this and nothing else. */
  public void constant(String field, String text) throws FormatException {
    if (!text(field).equals(text)) {
      throw wrong(field, "'" + text + "'", take(field));
    }
  }

  /** A moment in ISO 8601. */
  Instant instant(String field) throws FormatException {
    try {
      return Instant.parse(text(field));
    } catch (DateTimeException e) {
      throw wrong(field, "a time in ISO 8601", take(field));
    }
  }

  /** No other field is left over. */
  public void end() throws FormatException {
    Set<String> unknown = new TreeSet<>();
    object.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      String first = unknown.iterator().next();
      throw new FormatException(owner + " has an unknown field '" + shortened(first) + "'.");
    }
  }

  private boolean isNull(String field) throws FormatException {
    return take(field).isNull();
  }

  private JsonNode expect(String field, Function<JsonNode, Boolean> holds, String rule)
      throws FormatException {
    JsonNode node = take(field);
    if (!holds.apply(node)) {
      throw wrong(field, rule, node);
    }
    return node;
  }

  private FormatException wrong(String field, String rule, JsonNode node) {
    return new FormatException(
        owner + ": field '" + field + "' must be " + rule + " but is " + shown(node) + ".");
  }

  private JsonNode take(String field) throws FormatException {
    known.add(field);
    JsonNode node = object.get(field);
    if (node == null) {
      throw new FormatException(owner + " lacks the field '" + field + "'.");
    }
    return node;
  }

  static String shown(JsonNode node) {
    return node.isContainerNode()
        ? "a JSON " + node.getNodeType().name().toLowerCase(Locale.ROOT)
        : shortened(node.toString());
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }
}
