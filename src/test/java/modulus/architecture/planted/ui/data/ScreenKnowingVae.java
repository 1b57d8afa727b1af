package modulus.architecture.planted.ui.data;

import modulus.architecture.planted.vae.PlantedNetwork;

/** Breaks its room's imports. */
public final class ScreenKnowingVae {
  public PlantedNetwork known;
}
