package modulus.vae.training;

import modulus.privacy.GuaranteeRandom;

/**
 * Poisson sampling: every record independently with probability q, so batches vary in size and may
 * be empty (privacy.md, section 6.2).
 */
final class PoissonSampling {
  private final double probability;
  private final GuaranteeRandom random;
  private final int[] batch;

  /**
   * @param rows records to draw from, ≥ 0
   */
  PoissonSampling(int rows, double probability, GuaranteeRandom random) {
    this.probability = probability;
    this.random = random;
    this.batch = new int[rows];
  }

  /** Draws a batch and returns its size; its records are the first entries of {@link #batch}. */
  int draw() {
    int size = 0;
    for (int row = 0; row < batch.length; row++) {
      if (random.nextBernoulli(probability)) {
        batch[size++] = row;
      }
    }
    return size;
  }

  int[] batch() {
    return batch;
  }
}
