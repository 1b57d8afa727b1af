package modulus.vae.training;

import java.util.Arrays;
import modulus.encoding.PatientRows;
import modulus.privacy.GuaranteeRandom;

/**
 * Rows kept back to see when training should stop. Whole patients: rows of one patient resemble
 * each other, so that a hold-out with some of them would not notice what is learned by heart.
 *
 * @param held rows kept back, possibly none
 * @param trained all other rows, at least one
 */
@SuppressWarnings("ArrayRecordComponent")
record PatientHoldOut(int[] held, int[] trained) {

  /**
   * Draws the patients uniformly, whatever the number of their rows.
   *
   * @param share of the patients, in [0, 0.5], rounded down
   */
  static PatientHoldOut draw(PatientRows patients, double share, GuaranteeRandom random) {
    int[] order = new int[patients.patients()];
    Arrays.setAll(order, i -> i);
    shuffle(order, random);
    int held = (int) (share * order.length);
    return new PatientHoldOut(
        rows(patients, Arrays.copyOf(order, held)),
        rows(patients, Arrays.copyOfRange(order, held, order.length)));
  }

  private static int[] rows(PatientRows patients, int[] of) {
    int size = 0;
    int[] rows = new int[patients.rows()];
    for (int patient : of) {
      for (int row = patients.first(patient); row < patients.end(patient); row++) {
        rows[size++] = row;
      }
    }
    return Arrays.copyOf(rows, size);
  }

  /** Fisher and Yates. */
  static void shuffle(int[] order, GuaranteeRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
  }
}
