package modulus.architecture.planted.encoding;

import modulus.architecture.planted.vae.PlantedNetwork;

/** Breaks its room's imports. */
public final class EncodingKnowingVae {
  public PlantedNetwork known;
}
