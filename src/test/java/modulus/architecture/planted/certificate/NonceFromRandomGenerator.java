package modulus.architecture.planted.certificate;

import java.util.random.RandomGenerator;

/** Draws from a generator nobody should trust. */
public final class NonceFromRandomGenerator {
  public RandomGenerator generator;
}
