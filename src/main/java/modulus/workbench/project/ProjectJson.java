package modulus.workbench.project;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import modulus.schema.Schema;
import modulus.schema.SchemaException;
import modulus.schema.SchemaJson;

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

  /** Versions whose runs bore no seal and stood in the project's own text. */
  private static final Set<Integer> UNSEALED = Set.of(3, 4);

  private static final String OF_EVERY_SETTINGS = "rehearsal";

  /** Fields of {@link StoredSettings} that came with time. */
  private static final Set<String> LATER =
      Set.of("domainShare", "trainingTable", "hyperparameters");

  private ProjectJson() {}

  static byte[] write(Record project) throws IOException {
    return MAPPER.writeValueAsBytes(project);
  }

  static StoredProject project(byte[] json) throws IOException {
    JsonNode text = MAPPER.readTree(json);
    if (text instanceof ObjectNode project
        && text.path("version") instanceof IntNode version
        && UNSEALED.contains(version.intValue())) {
      project.put("version", StoredProject.VERSION);
      project.put("outcomes", text.path("outcomes").size());
      project.putNull("canaries");
    }
    return MAPPER.treeToValue(withAllSettings(text), StoredProject.class);
  }

  static StoredOutcome outcome(byte[] json) throws IOException {
    return MAPPER.treeToValue(withAllSettings(MAPPER.readTree(json)), StoredOutcome.class);
  }

  /** Settings of earlier versions lack what could not be chosen then. */
  private static JsonNode withAllSettings(JsonNode text) {
    for (JsonNode settings : text.findParents(OF_EVERY_SETTINGS)) {
      for (String later : LATER) {
        if (!settings.has(later)) {
          ((ObjectNode) settings).putNull(later);
        }
      }
    }
    return text;
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
