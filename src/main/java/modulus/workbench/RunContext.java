package modulus.workbench;

import java.util.concurrent.CancellationException;
import modulus.encoding.EncodedTable;
import modulus.encoding.FineCoding;
import modulus.encoding.PatientRows;
import modulus.privacy.GuaranteeRandom;
import modulus.vae.training.TrainingListener;

/**
 * What both guarantees need of a run: the coded table and whose rows they are, the settings,
 * randomness, a listener.
 *
 * @param records the patients', and after them the planted canaries of an audit
 * @param learned what a release-only model learns from: the records, or other people's
 * @param patients n₀, public; canaries do not change it
 * @param rowsPerPatient c, the declared one; no patient has more records
 * @param domains what was spent before on finding domains
 */
record RunContext(
    FineCoding coding,
    EncodedTable records,
    PatientRows grouping,
    LearnedRecords learned,
    int patients,
    int rowsPerPatient,
    DomainPlan domains,
    SynthesisSettings settings,
    GuaranteeRandom random,
    RunListener listener) {

  /** m. By default n₀: the number of records is not public where patients have several. */
  int wanted() {
    return settings.rows().orElse(patients);
  }

  long seed() {
    return settings.seed().orElseGet(random::nextLong);
  }

  /** Tells the phase and ends a cancelled run. */
  void enter(RunPhase phase) {
    if (listener.cancelled()) {
      throw new CancellationException("the run was cancelled");
    }
    listener.phase(phase, 0);
  }

  /** Passes training steps on, together with the ε spent so far. */
  TrainingListener training(SpentEpsilon spent) {
    return new HeardTraining(listener, spent, System::nanoTime);
  }

  /** ε after some of the planned steps: for display, the certificate charges the plan. */
  @FunctionalInterface
  interface SpentEpsilon {
    double after(int step, int steps);
  }
}
