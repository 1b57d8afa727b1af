package modulus.certificate;

import java.util.Objects;
import java.util.Optional;

/**
 * Whom the ε protects (privacy.md, section 1).
 *
 * @param patientColumn the column that names the patient; without one a row is a patient
 * @param rowsPerPatient c ≥ 1, the most rows of one patient that were kept; 1 without the column
 */
public record ProtectedUnit(Optional<String> patientColumn, int rowsPerPatient) {
  public ProtectedUnit {
    Objects.requireNonNull(patientColumn, "patientColumn");
    patientColumn.ifPresent(name -> Require.asShown("patientColumn", name));
    Require.atLeast("rowsPerPatient", rowsPerPatient, 1);
    if (patientColumn.isEmpty() && rowsPerPatient != 1) {
      throw new IllegalArgumentException(
          "without a patient column rowsPerPatient must be 1 but is " + rowsPerPatient);
    }
  }

  /** One row is one patient. */
  public static ProtectedUnit row() {
    return new ProtectedUnit(Optional.empty(), 1);
  }
}
