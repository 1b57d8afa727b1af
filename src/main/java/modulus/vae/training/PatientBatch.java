package modulus.vae.training;

import java.util.Arrays;

/**
 * The records of one batch, patient by patient: patient i's records are {@code records[end(i − 1)]}
 * … {@code records[end(i) − 1]}.
 *
 * @param records record numbers; only the first {@code ends[patients − 1]} count
 * @param ends one past each patient's last place in {@code records}; only the first {@code
 *     patients} count
 * @param patients number of patients, possibly 0
 */
@SuppressWarnings("ArrayRecordComponent")
record PatientBatch(int[] records, int[] ends, int patients) {

  /** Every one of the first {@code size} records is a patient. */
  static PatientBatch single(int[] records, int size) {
    int[] ends = new int[size];
    Arrays.setAll(ends, i -> i + 1);
    return new PatientBatch(records, ends, size);
  }

  int first(int patient) {
    return patient == 0 ? 0 : ends[patient - 1];
  }

  int end(int patient) {
    return ends[patient];
  }

  /** How many records the batch has. */
  int size() {
    return first(patients);
  }

  /**
   * The patient at whose start a chunk that begins with {@code patient} ends: as many whole
   * patients as fit into {@code capacity} records, at least one.
   */
  int chunkEnd(int patient, int capacity) {
    int next = patient + 1;
    while (next < patients && end(next) - first(patient) <= capacity) {
      next++;
    }
    return next;
  }
}
