package modulus.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The fields of one JSON object, each taken once; what is left over at the end is refused. */
final class SchemaFields {
  private final JsonNode object;
  private final String owner;
  private final Set<String> taken = new HashSet<>();

  private SchemaFields(JsonNode object, String owner) {
    this.object = object;
    this.owner = owner;
  }

  /**
   * @param owner how a sentence about it begins, for example "Attribute 3"
   */
  static SchemaFields of(JsonNode node, String owner) throws SchemaException {
    if (node == null || !node.isObject()) {
      throw new SchemaException(owner + " must be a JSON object.");
    }
    return new SchemaFields(node, owner);
  }

  boolean has(String field) {
    return object.has(field);
  }

  String text(String field) throws SchemaException {
    JsonNode node = take(field);
    if (!node.isTextual()) {
      throw wrong(field, "text");
    }
    return node.textValue();
  }

  String text(String field, String otherwise) throws SchemaException {
    return has(field) ? text(field) : otherwise;
  }

  int integer(String field) throws SchemaException {
    JsonNode node = take(field);
    if (!node.canConvertToInt() || !node.isIntegralNumber()) {
      throw wrong(field, "a whole number");
    }
    return node.intValue();
  }

  double number(String field) throws SchemaException {
    JsonNode node = take(field);
    if (!node.isNumber()) {
      throw wrong(field, "a number");
    }
    return node.doubleValue();
  }

  boolean truth(String field) throws SchemaException {
    JsonNode node = take(field);
    if (!node.isBoolean()) {
      throw wrong(field, "true or false");
    }
    return node.booleanValue();
  }

  JsonNode array(String field) throws SchemaException {
    JsonNode node = take(field);
    if (!node.isArray()) {
      throw wrong(field, "a list");
    }
    return node;
  }

  JsonNode object(String field) throws SchemaException {
    JsonNode node = take(field);
    if (!node.isObject()) {
      throw wrong(field, "an object");
    }
    return node;
  }

  List<String> texts(String field) throws SchemaException {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : array(field)) {
      if (!item.isTextual()) {
        throw wrong(field, "a list of texts");
      }
      texts.add(item.textValue());
    }
    return texts;
  }

  /**
   * @throws SchemaException if a field was not taken
   */
  void done() throws SchemaException {
    Set<String> unknown = new TreeSet<>();
    object.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(taken);
    if (!unknown.isEmpty()) {
      throw new SchemaException(
          owner + " has a field '" + unknown.iterator().next() + "' that is not known.");
    }
  }

  SchemaException wrong(String field, String rule) {
    return new SchemaException(owner + ": field '" + field + "' must be " + rule + ".");
  }

  private JsonNode take(String field) throws SchemaException {
    taken.add(field);
    JsonNode node = object.get(field);
    if (node == null) {
      throw new SchemaException(owner + " lacks the field '" + field + "'.");
    }
    return node;
  }
}
