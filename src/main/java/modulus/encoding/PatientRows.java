package modulus.encoding;

import java.util.Arrays;

/**
 * Which rows of a table belong to one patient (privacy.md, section 1): patient i's rows are {@code
 * first(i)} … {@code end(i) − 1}. Every patient has at least one row.
 */
public final class PatientRows {
  private final int[] starts;
  private final int most;

  private PatientRows(int[] starts) {
    this.starts = starts;
    int largest = 0;
    for (int patient = 0; patient < starts.length - 1; patient++) {
      largest = Math.max(largest, starts[patient + 1] - starts[patient]);
    }
    this.most = largest;
  }

  /** Every row is a patient of its own. */
  public static PatientRows single(int rows) {
    return new PatientRows(allIndexes(rows + 1));
  }

  /**
   * @param starts first row of every patient, and the number of rows at the end: rising from 0
   * @throws IllegalArgumentException if it does not start at 0 or does not rise
   */
  public static PatientRows of(int[] starts) {
    if (starts.length == 0 || starts[0] != 0) {
      throw new IllegalArgumentException("the first patient's rows must start at row 0");
    }
    for (int patient = 1; patient < starts.length; patient++) {
      if (starts[patient] <= starts[patient - 1]) {
        throw new IllegalArgumentException("every patient must have at least one row");
      }
    }
    return new PatientRows(starts.clone());
  }

  /** These patients and {@code more} of one row each after them. */
  public PatientRows followedBySingle(int more) {
    int[] joined = Arrays.copyOf(starts, starts.length + more);
    for (int patient = starts.length; patient < joined.length; patient++) {
      joined[patient] = joined[patient - 1] + 1;
    }
    return new PatientRows(joined);
  }

  /** n, the number of patients. */
  public int patients() {
    return starts.length - 1;
  }

  /** The number of rows of all patients together. */
  public int rows() {
    return starts[starts.length - 1];
  }

  /** The largest number of rows one patient has; 0 without a patient. */
  public int most() {
    return most;
  }

  public int first(int patient) {
    return starts[patient];
  }

  /** One past the patient's last row. */
  public int end(int patient) {
    return starts[patient + 1];
  }

  private static int[] allIndexes(int length) {
    int[] indexes = new int[length];
    Arrays.setAll(indexes, i -> i);
    return indexes;
  }
}
