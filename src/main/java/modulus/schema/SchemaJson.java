package modulus.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import modulus.table.AtomicFile;

/**
 * A schema as a JSON file. Reading is strict: a field or kind that is not known, a field that
 * repeats, a value outside its domain is refused with one sentence. Writing and reading gives the
 * same schema.
 */
public final class SchemaJson {
  /** Larger files are refused unread. */
  static final long MAX_BYTES = 64L << 20;

  /** Says in every file that it is a schema. */
  public static final String FORMAT = "modulus-schema";

  private static final int VERSION = 1;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).build())
                  .build())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION);

  private SchemaJson() {}

  /** Writes the file wholly or not at all. */
  public static void write(Schema schema, Path file) throws IOException {
    AtomicFile.write(file, out -> out.write(MAPPER.writeValueAsBytes(tree(schema))));
  }

  /** The schema as text. */
  public static String write(Schema schema) {
    return tree(schema).toPrettyString();
  }

  /**
   * @throws SchemaException with one sentence, if the file is no schema
   * @throws IOException if the file cannot be read
   */
  public static Schema read(Path file) throws IOException, SchemaException {
    if (Files.size(file) > MAX_BYTES) {
      throw new SchemaException(
          "The schema file is larger than " + (MAX_BYTES >> 20) + " MiB and was not read.");
    }
    return read(Files.readString(file));
  }

  /**
   * @throws SchemaException with one sentence, if the text is no schema
   */
  public static Schema read(String json) throws SchemaException {
    JsonNode root;
    try {
      root = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      // without its cause, whose message quotes the text: the file may be a table by mistake
      throw new SchemaException("The schema is not valid JSON (line " + line + ").");
    }
    SchemaFields fields = SchemaFields.of(root, "The schema");
    String format = fields.text("format");
    int version = fields.integer("version");
    if (!format.equals(FORMAT) || version != VERSION) {
      throw new SchemaException(
          "The schema must have format '" + FORMAT + "' and version " + VERSION + ".");
    }
    List<Attribute> attributes = new ArrayList<>();
    for (JsonNode attribute : fields.array("attributes")) {
      attributes.add(AttributeJson.read(attribute, attributes.size() + 1));
    }
    Optional<SchemaFields> patient =
        fields.has("patient")
            ? Optional.of(SchemaFields.of(fields.object("patient"), "The patient column"))
            : Optional.empty();
    List<OrderRule> orders =
        fields.has("orders") ? OrderJson.read(fields.array("orders"), attributes) : List.of();
    boolean eachRow = fields.has("eachRowAPatient") && fields.truth("eachRowAPatient");
    fields.done();
    try {
      return new Schema(attributes, patient(patient), orders, eachRow);
    } catch (IllegalArgumentException e) {
      throw new SchemaException("The schema is wrong: " + e.getMessage() + ".", e);
    }
  }

  private static Optional<PatientColumn> patient(Optional<SchemaFields> written)
      throws SchemaException {
    if (written.isEmpty()) {
      return Optional.empty();
    }
    SchemaFields fields = written.get();
    PatientColumn column = new PatientColumn(fields.text("column"), fields.integer("rows"));
    fields.done();
    return Optional.of(column);
  }

  private static ObjectNode tree(Schema schema) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", FORMAT);
    root.put("version", VERSION);
    schema
        .patient()
        .ifPresent(
            column ->
                root.putObject("patient")
                    .put("column", column.name())
                    .put("rows", column.mostRows()));
    if (schema.eachRowAPatient()) {
      root.put("eachRowAPatient", true);
    }
    ArrayNode attributes = root.putArray("attributes");
    schema
        .attributes()
        .forEach(attribute -> AttributeJson.write(attribute, attributes.addObject()));
    if (!schema.orders().isEmpty()) {
      OrderJson.write(schema.orders(), root.putArray("orders"));
    }
    return root;
  }
}
