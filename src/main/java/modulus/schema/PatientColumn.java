package modulus.schema;

import java.util.Objects;

/**
 * The column that names the patient of a row, and how many rows of one patient are kept
 * (privacy.md, section 1). Both are public and part of the claim.
 *
 * @param name the column's header
 * @param mostRows c in 1 … {@value #MOST}: of a patient's rows beyond c, c are drawn uniformly
 */
public record PatientColumn(String name, int mostRows) {
  /** Noise grows with c; training holds all rows of a patient at once. */
  public static final int MOST = 200;

  public static final int DEFAULT_ROWS = 1;

  public PatientColumn {
    Objects.requireNonNull(name, "name");
    if (mostRows < 1 || mostRows > MOST) {
      throw new IllegalArgumentException(
          "rows per patient must lie in [1, " + MOST + "] but is " + mostRows);
    }
  }
}
