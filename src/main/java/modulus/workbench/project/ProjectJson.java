package modulus.workbench.project;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import modulus.schema.Schema;
import modulus.schema.SchemaException;
import modulus.schema.SchemaJson;
import modulus.workbench.Failure;

/** The text of a project file: strict JSON, mapped to records alone, no type named in the file. */
final class ProjectJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(16).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION);

  /** The last version whose runs bore no seal and stood in the project's own text. */
  private static final int UNSEALED = 4;

  /** The last version that did not keep the grid of an exploration. */
  private static final int WITHOUT_GRID = 5;

  /** A field of {@link StoredOutcome}. */
  private static final String SINCE_VERSION_7 = "roomForRounding";

  private static final String OF_EVERY_SETTINGS = "rehearsal";

  /** Fields of {@link StoredSettings} that came with time. */
  private static final Set<String> LATER =
      Set.of("domainShare", "trainingTable", "hyperparameters");

  private ProjectJson() {}

  /**
   * The text of a project.
   *
   * @param earlier whether it was saved by a version that put no seal on results
   */
  record Text(StoredProject project, boolean earlier) {}

  static byte[] write(Record project) throws IOException {
    return MAPPER.writeValueAsBytes(project);
  }

  /**
   * @throws Failure if the project was saved by a later version
   */
  static Text project(byte[] json) throws IOException {
    JsonNode text = MAPPER.readTree(json);
    int version = text.path("version").asInt(0);
    boolean project = text.path("format").asText().equals(StoredProject.FORMAT);
    if (project && version > StoredProject.VERSION) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "This project was saved by a later version of Modulus.",
          "Open it with that version, or open its table anew.");
    }
    boolean earlier = version >= 1 && version <= UNSEALED;
    if (version >= 1 && version < StoredProject.VERSION && text instanceof ObjectNode fields) {
      fields.put("version", StoredProject.VERSION);
      if (version <= WITHOUT_GRID) {
        fields.putNull("grid");
      }
    }
    if (earlier && text instanceof ObjectNode fields) {
      fields.put("outcomes", text.path("outcomes").size());
      fields.putNull("canaries");
      addLacking(text.path("table"), "sheet");
    }
    return new Text(MAPPER.treeToValue(withAllSettings(text), StoredProject.class), earlier);
  }

  static StoredOutcome outcome(byte[] json) throws IOException {
    JsonNode text = withAllSettings(MAPPER.readTree(json));
    addLacking(text, SINCE_VERSION_7);
    return MAPPER.treeToValue(text, StoredOutcome.class);
  }

  /** Settings of earlier versions lack what could not be chosen then. */
  private static JsonNode withAllSettings(JsonNode text) {
    for (JsonNode settings : text.findParents(OF_EVERY_SETTINGS)) {
      for (String later : LATER) {
        addLacking(settings, later);
      }
    }
    return text;
  }

  private static void addLacking(JsonNode text, String field) {
    if (text instanceof ObjectNode fields && !fields.has(field)) {
      fields.putNull(field);
    }
  }

  static JsonNode schema(Schema schema) {
    try {
      return MAPPER.readTree(SchemaJson.write(schema));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a schema was written as no JSON", e);
    }
  }

  static Schema schema(JsonNode node) throws SchemaException {
    return SchemaJson.read(node.toString());
  }
}
