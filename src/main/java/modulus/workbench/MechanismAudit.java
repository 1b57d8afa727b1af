package modulus.workbench;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import modulus.evaluation.audit.CountCanaries;
import modulus.evaluation.audit.TrainingCanaries;
import modulus.privacy.Adjacency;
import modulus.privacy.Calibration;
import modulus.privacy.CancellableWork;
import modulus.privacy.GaussianMechanism;
import modulus.privacy.GuaranteeRandom;
import modulus.privacy.OneRunAudit;
import modulus.privacy.SecureGuaranteeRandom;
import modulus.vae.training.PrivateTrainingPlan;
import modulus.vae.training.TrainingCancelledException;

/**
 * Attacks this build's three end-to-end mechanisms, each as though the whole ε were spent on it, by
 * an attacker who chose the table and sees every noisy sum. No table of patients is used, so what
 * it finds is nobody's secret.
 */
public final class MechanismAudit {
  /** The size of table whose sampling probability and steps are audited by default: q = 0.1. */
  public static final int DEFAULT_PATIENTS = 40_000;

  /** Enough that a noise of a quarter of the claim's is refuted (benchmarks.md, "Audits"). */
  public static final int DEFAULT_CANARIES = 5_000;

  /** Outputs of the network trained on canaries, one per attribute and canary; bounds memory. */
  private static final int MOST_OUTPUTS = 1_000_000;

  private final double epsilon;
  private final double delta;
  private final int canaries;
  private final int patients;
  private final int attributes;

  /**
   * With the plan of a table of {@value #DEFAULT_PATIENTS} patients and one attribute.
   *
   * @param epsilon claimed of each mechanism, in (0, 1000]
   * @param delta in [1e-9, 1)
   * @param canaries per mechanism, 100 … 32,767
   */
  public MechanismAudit(double epsilon, double delta, int canaries) {
    this(epsilon, delta, canaries, DEFAULT_PATIENTS, 1);
  }

  private MechanismAudit(double epsilon, double delta, int canaries, int patients, int attributes) {
    this.epsilon = epsilon;
    this.delta = delta;
    this.canaries = canaries;
    this.patients = patients;
    this.attributes = attributes;
  }

  /**
   * The same with the sampling probability, steps and sensitivities of a table of another size. The
   * pair event is always attacked on two attributes: a canary's own cells are in one pair only.
   *
   * @param patientCount n₀ ≥ 2
   * @param attributeCount k ≥ 1, as many as the counts and gradients of a canary are spread over
   */
  public MechanismAudit withTable(int patientCount, int attributeCount) {
    return new MechanismAudit(epsilon, delta, canaries, patientCount, attributeCount);
  }

  /**
   * @return marginal counts, pair tables, training
   * @throws Failure if a number is out of range
   * @throws RunCancelledException if the listener asked to stop
   */
  public List<AuditFinding> run(RunListener listener) {
    try (GuaranteeRandom random = new SecureGuaranteeRandom()) {
      SynthesisSettings settings =
          SynthesisSettings.defaults().withEpsilon(OptionalDouble.of(epsilon)).withDelta(delta);
      listener.phase(RunPhase.PLANNING, 0);
      requireTable();
      double mu = GaussianMechanism.mu(epsilon, delta);
      EndToEndPlan plan = EndToEndPlan.of(patients, attributes, settings);
      double noise =
          CancellableWork.run(
              listener::cancelled,
              () ->
                  Calibration.noiseMultiplier(
                      plan.samplingProbability(),
                      plan.steps(),
                      List.of(),
                      epsilon,
                      delta,
                      Adjacency.ADD_REMOVE));
      PrivateTrainingPlan training =
          TrainingCanaries.plan(
              attributes, canaries, noise, plan.samplingProbability(), plan.steps());
      listener.phase(RunPhase.COUNTING, 0);
      AuditFinding marginals =
          finding(
              "marginal counts, noisy counts seen",
              CountCanaries.attackMarginals(mu, attributes, canaries, delta, random));
      AuditFinding pairs =
          finding(
              "pair tables, noisy counts seen",
              CountCanaries.attackPairs(mu, canaries, delta, random));
      listener.phase(RunPhase.TRAINING, 0);
      AuditFinding trained =
          finding(
              "private training, every noisy gradient seen",
              TrainingCanaries.attack(
                  training, attributes, canaries, delta, random, listener::cancelled));
      return List.of(marginals, pairs, trained);
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.Kind.BAD_INPUT, "The " + e.getMessage() + ".", "", e);
    } catch (CancellationException | TrainingCancelledException e) {
      throw new RunCancelledException(e);
    }
  }

  private void requireTable() {
    if (patients < 2) {
      throw new IllegalArgumentException(
          "number of patients must be at least 2 but is " + patients);
    }
    if (attributes < 1 || (long) attributes * canaries > MOST_OUTPUTS) {
      throw new IllegalArgumentException(
          "number of attributes must lie in [1, "
              + MOST_OUTPUTS / canaries
              + "], with "
              + canaries
              + " canaries, but is "
              + attributes);
    }
  }

  private AuditFinding finding(String attacked, OneRunAudit guesses) {
    return new AuditFinding(attacked, epsilon, guesses, Instant.now());
  }
}
