package modulus.architecture.planted.vae;

import java.util.Random;

/** Draws from a generator nobody should trust. */
public final class VaeWithRandom {
  double draw() {
    return new Random(1).nextGaussian();
  }
}
