package modulus.workbench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import modulus.certificate.ChargedEvent;
import modulus.certificate.LipschitzEnforcement;
import modulus.privacy.PrivacyGuarantee;
import modulus.privacy.WeakGuarantee;
import modulus.schema.Schema;
import modulus.table.Table;

/**
 * What a finished run leaves: the synthetic table and everything the certificate needs to state
 * about how it was made.
 *
 * @param schema with the domains that were estimated
 * @param guarantee at δ − δ_s, the δ left for the events
 * @param charged the guarantee's events and what each was for
 * @param records n₀, the declared number of patients
 * @param declaredLipschitz L
 * @param certifiedLipschitz float64 upper bound of the trained encoder's constant
 * @param diameter Δ = √k
 * @param effectiveSampleSize of the calibrated pool, where there was a calibration
 * @param recorded the run in the budget ledger, where one is kept
 * @param audit what an attack on the released rows found, where canaries were planted
 * @param model what further rows can be drawn from, where it was kept; for the house alone
 */
public record SynthesisOutcome(
    Table synthetic,
    Schema schema,
    SynthesisSettings settings,
    PrivacyGuarantee guarantee,
    List<ChargedEvent> charged,
    int records,
    double declaredLipschitz,
    double certifiedLipschitz,
    double diameter,
    LipschitzEnforcement enforcement,
    OptionalDouble effectiveSampleSize,
    Optional<RunRecord> recorded,
    Optional<AuditFinding> audit,
    Optional<TrainedModel> model) {

  public SynthesisOutcome {
    charged = List.copyOf(charged);
  }

  /** The same run, of which nothing further can be drawn. */
  public SynthesisOutcome withoutModel() {
    return new SynthesisOutcome(
        synthetic,
        schema,
        settings,
        guarantee,
        charged,
        records,
        declaredLipschitz,
        certifiedLipschitz,
        diameter,
        enforcement,
        effectiveSampleSize,
        recorded,
        audit,
        Optional.empty());
  }

  /** δ_s, what of δ was spent on keeping categories nobody declared. */
  public double thresholdDelta() {
    return DomainPlan.of(settings, schema).thresholdDelta();
  }

  public AuditVerdict auditVerdict() {
    if (audit.isEmpty()) {
      return AuditVerdict.NOT_AUDITED;
    }
    if (!audit.get().contradicts()) {
      return AuditVerdict.STANDS;
    }
    // a model of other people's records remembers nothing of the canaries
    return settings.scope() == Scope.END_TO_END || settings.separateTraining()
        ? AuditVerdict.REFUTED
        : AuditVerdict.BEYOND;
  }

  /** Whether ε promises little, however true. */
  public boolean weakEpsilon() {
    return WeakGuarantee.epsilon(guarantee.epsilonAddRemove());
  }

  /** Whether δ would let a whole record be published. */
  public boolean weakDelta() {
    return WeakGuarantee.delta(settings.delta(), records);
  }

  /** Whether this outcome may be signed: no rehearsal. */
  public boolean certifiable() {
    return !settings.rehearsal();
  }
}
