package modulus.vae.training;

import java.util.Arrays;

/** A batch cut into chunks of whole patients; reused from step to step. */
final class ChunkedBatch {
  private int[] firstPatient = new int[2];
  private int chunks;
  private PatientBatch patients = new PatientBatch(new int[0], new int[0], 0);

  /** Cuts the batch anew, each chunk as many patients as fit into {@code capacity} records. */
  void cut(PatientBatch batch, int capacity) {
    patients = batch;
    chunks = 0;
    for (int patient = 0; patient < batch.patients(); ) {
      patient = batch.chunkEnd(patient, capacity);
      if (++chunks == firstPatient.length) {
        firstPatient = Arrays.copyOf(firstPatient, 2 * chunks);
      }
      firstPatient[chunks] = patient;
    }
  }

  PatientBatch patients() {
    return patients;
  }

  int chunks() {
    return chunks;
  }

  /** First patient of a chunk; one past the last for {@code chunk = chunks()}. */
  int firstPatient(int chunk) {
    return firstPatient[chunk];
  }

  /** First record of a chunk; their number for {@code chunk = chunks()}. */
  int firstRecord(int chunk) {
    return patients.first(firstPatient[chunk]);
  }
}
