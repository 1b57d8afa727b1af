package modulus.architecture.planted.privacy;

import org.apache.commons.math3.distribution.NormalDistribution;

/** Draws from a generator nobody should trust. */
public final class NoiseFromDistribution {
  double draw(NormalDistribution normal) {
    return normal.sample();
  }
}
