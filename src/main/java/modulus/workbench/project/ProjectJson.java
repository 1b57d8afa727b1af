package modulus.workbench.project;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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

  private ProjectJson() {}

  static byte[] write(StoredProject project) throws IOException {
    return MAPPER.writeValueAsBytes(project);
  }

  static StoredProject read(byte[] json) throws IOException {
    return MAPPER.readValue(json, StoredProject.class);
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
