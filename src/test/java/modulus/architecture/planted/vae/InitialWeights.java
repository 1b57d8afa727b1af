package modulus.architecture.planted.vae;

import java.util.Random;

/** Innocent: the one class that may draw as it likes. */
public final class InitialWeights {
  double draw() {
    return new Random(1).nextGaussian();
  }
}
