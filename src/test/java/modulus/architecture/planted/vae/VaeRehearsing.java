package modulus.architecture.planted.vae;

import modulus.architecture.planted.privacy.SeededRehearsalRandom;

/** Draws what can be repeated. */
public final class VaeRehearsing {
  public SeededRehearsalRandom known;
}
