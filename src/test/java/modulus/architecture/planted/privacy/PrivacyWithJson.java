package modulus.architecture.planted.privacy;

import com.fasterxml.jackson.databind.JsonNode;

/** Uses another room's library. */
public final class PrivacyWithJson {
  public JsonNode foreign;
}
