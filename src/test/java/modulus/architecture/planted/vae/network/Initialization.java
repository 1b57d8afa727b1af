package modulus.architecture.planted.vae.network;

import java.util.Random;

/** Innocent: the one class that may draw as it likes. */
public final class Initialization {
  double draw() {
    return new Random(1).nextGaussian();
  }
}
