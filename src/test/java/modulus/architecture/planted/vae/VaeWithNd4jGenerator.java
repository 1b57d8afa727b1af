package modulus.architecture.planted.vae;

import org.nd4j.linalg.api.rng.Random;

/** Draws from a generator nobody should trust. */
public final class VaeWithNd4jGenerator {
  public Random generator;
}
