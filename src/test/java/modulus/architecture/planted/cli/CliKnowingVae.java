package modulus.architecture.planted.cli;

import modulus.architecture.planted.vae.PlantedNetwork;

/** Breaks its room's imports. */
public final class CliKnowingVae {
  public PlantedNetwork known;
}
