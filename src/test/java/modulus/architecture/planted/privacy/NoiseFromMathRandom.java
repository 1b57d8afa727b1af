package modulus.architecture.planted.privacy;

/** Draws from a generator nobody should trust. */
public final class NoiseFromMathRandom {
  double draw() {
    return Math.random();
  }
}
