package modulus.workbench;

import java.util.OptionalDouble;
import modulus.privacy.PrivacyGuarantee;
import modulus.schema.Schema;
import modulus.table.Table;

/**
 * What a finished run leaves: the synthetic table and everything the certificate needs to state
 * about how it was made.
 *
 * @param records n₀, the declared number of patients
 * @param declaredLipschitz L
 * @param certifiedLipschitz float64 upper bound of the trained encoder's constant
 * @param diameter Δ = √k
 * @param effectiveSampleSize of the calibrated pool, where there was a calibration
 */
public record SynthesisOutcome(
    Table synthetic,
    Schema schema,
    SynthesisSettings settings,
    PrivacyGuarantee guarantee,
    int records,
    double declaredLipschitz,
    double certifiedLipschitz,
    double diameter,
    OptionalDouble effectiveSampleSize) {

  /** Whether this outcome may be signed: no rehearsal. */
  public boolean certifiable() {
    return !settings.rehearsal();
  }
}
