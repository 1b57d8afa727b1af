package modulus.vae.training;

import modulus.encoding.PatientRows;
import modulus.privacy.GuaranteeRandom;

/**
 * Poisson sampling: every patient independently with probability q, with all of their records, so
 * batches vary in size and may be empty (privacy.md, section 6.2).
 */
final class PoissonSampling {
  private final PatientRows patients;
  private final double probability;
  private final GuaranteeRandom random;
  private final int[] records;
  private final int[] ends;

  PoissonSampling(PatientRows patients, double probability, GuaranteeRandom random) {
    this.patients = patients;
    this.probability = probability;
    this.random = random;
    this.records = new int[patients.rows()];
    this.ends = new int[patients.patients()];
  }

  /** Draws a batch; it is overwritten by the next one. */
  PatientBatch draw() {
    int drawn = 0;
    int size = 0;
    for (int patient = 0; patient < ends.length; patient++) {
      if (random.nextBernoulli(probability)) {
        for (int row = patients.first(patient); row < patients.end(patient); row++) {
          records[size++] = row;
        }
        ends[drawn++] = size;
      }
    }
    return new PatientBatch(records, ends, drawn);
  }
}
