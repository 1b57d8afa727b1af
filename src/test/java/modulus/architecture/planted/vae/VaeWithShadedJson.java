package modulus.architecture.planted.vae;

import org.nd4j.shade.jackson.databind.JsonNode;

/** Uses another room's library. */
public final class VaeWithShadedJson {
  public JsonNode foreign;
}
