package modulus.workbench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import modulus.certificate.ChargedEvent;
import modulus.certificate.EventPurpose;
import modulus.encoding.Embedding;
import modulus.encoding.FineCoding;
import modulus.encoding.SparseInputs;
import modulus.privacy.Accountant;
import modulus.privacy.CancellableWork;
import modulus.privacy.Epsilon;
import modulus.privacy.GuaranteeRandom;
import modulus.privacy.PrivacyEvent.PosteriorMixture;
import modulus.privacy.PrivacyGuarantee;
import modulus.privacy.ReleaseComposition.Charge;
import modulus.schema.SchemaCheck;
import modulus.schema.SchemaException;
import modulus.table.Table;
import modulus.vae.PosteriorMixtureSampler;

/**
 * Rows drawn anew from the trained model of a finished run, without training. End-to-end they are
 * post-processing: the run's events and nothing more, also in the ledger. Release only they are a
 * release of their own, charged beside the first (privacy.md, sections 5 and 6.3). Either way one
 * more table can be chosen from, so the ledger counts one more run tried.
 */
public final class FurtherRows {
  private final SynthesisOutcome run;
  private final TrainedModel model;

  /**
   * @param run with its trained model
   */
  public FurtherRows(SynthesisOutcome run) {
    this.run = run;
    this.model = run.model().orElseThrow();
  }

  /**
   * Draws on the calling thread.
   *
   * @param table the real one the run was made of: the records of a release-only draw
   * @param rows m ≥ 1, or empty for as many as patients
   * @return the run with these rows in place of its own; its audit, which was of those, is gone
   * @throws Failure if the audit refuted the run, the table is another one, or the draw would cost
   *     more than the run's limit or the table's budget admits; then nothing is recorded
   * @throws RunCancelledException if the listener asked to stop
   */
  public SynthesisOutcome draw(Table table, OptionalInt rows, RunListener listener) {
    requireUnrefuted();
    double certified =
        model.certified(run.schema(), run.settings().scope(), run.declaredLipschitz());
    int wanted = rows.orElse(run.records());
    listener.phase(RunPhase.PLANNING, 0);
    try (GuaranteeRandom random = SynthesisRun.randomness(run.settings())) {
      return CancellableWork.run(
          listener::cancelled,
          () ->
              model.scope() == Scope.END_TO_END
                  ? fromPrior(table, wanted, certified, random, listener)
                  : fromPosterior(table, wanted, certified, random, listener));
    } catch (SchemaException e) {
      throw otherTable(e);
    } catch (CancellationException e) {
      throw new RunCancelledException(e);
    }
  }

  private void requireUnrefuted() {
    if (run.auditVerdict() == AuditVerdict.BEYOND) {
      throw new Failure(
          Failure.Kind.REFUSED_FOR_PRIVACY,
          "The audit of this run found more than its epsilon states, and a certificate must say so;"
              + " that of rows drawn again could not.",
          "Export the run's own rows, or start a run without canaries.");
    }
    if (run.auditVerdict() == AuditVerdict.REFUTED) {
      throw new Failure(
          Failure.Kind.REFUSED_FOR_PRIVACY,
          "The audit of this run refutes its claim; nothing more is drawn from its model.",
          "Start the run again.");
    }
  }

  private SynthesisOutcome fromPrior(
      Table table, int rows, double certified, GuaranteeRandom random, RunListener listener) {
    requireGoing(listener);
    run.recorded().ifPresent(record -> ledger(record).countDraw(record, table, run.records()));
    listener.recorded();
    EndToEndPlan plan =
        EndToEndPlan.of(run.records(), model.coarsening().attributes(), run.settings());
    DrawnRows drawn =
        DrawnRows.fromPrior(model, plan, rows, random, entering(listener), listener::cancelled);
    Table synthetic = drawn.decoded(run.schema(), random, listener::cancelled);
    return outcome(
        drawn, synthetic, rows, run.guarantee(), run.charged(), certified, run.recorded());
  }

  private SynthesisOutcome fromPosterior(
      Table table, int rows, double certified, GuaranteeRandom random, RunListener listener)
      throws SchemaException {
    SchemaCheck.check(table, run.schema(), listener::cancelled);
    if (PatientSelection.patients(table, run.schema()) != run.records()) {
      throw otherTable(null);
    }
    PosteriorMixtureSampler sampler = model.sampler(run.declaredLipschitz());
    PosteriorMixture event =
        ReleaseBound.event(run.declaredLipschitz(), run.diameter(), run.records(), rows);
    requireGoing(listener);
    PrivacyGuarantee guarantee = affordable(event);
    requireGoing(listener);
    Optional<RunRecord> recorded =
        run.recorded()
            .map(
                record ->
                    ledger(record)
                        .beginDraw(
                            record,
                            table,
                            new PlannedRelease(
                                run.records(),
                                PackageExport.unit(run.schema()),
                                new Charge(List.of(event), 0)),
                            run.settings().rehearsal(),
                            listener::recorded));
    if (recorded.isEmpty()) {
      listener.recorded();
    }
    Consumer<RunPhase> entering = entering(listener);
    entering.accept(RunPhase.ENCODING);
    PatientSelection selected =
        PatientSelection.of(table, run.schema(), random, listener::cancelled);
    FineCoding coding = FineCoding.of(run.schema());
    SparseInputs inputs =
        Embedding.of(coding)
            .apply(coding.encode(selected.table(), listener::cancelled), listener::cancelled);
    entering.accept(RunPhase.SAMPLING);
    DrawnRows drawn =
        DrawnRows.fromPosterior(
            model, sampler, inputs, selected.patients(), rows, random, listener::cancelled);
    entering.accept(RunPhase.DECODING);
    return outcome(
        drawn,
        drawn.decoded(run.schema(), random, listener::cancelled),
        rows,
        guarantee,
        List.of(new ChargedEvent(EventPurpose.POSTERIOR_ROWS, event)),
        certified,
        recorded);
  }

  private PrivacyGuarantee affordable(PosteriorMixture event) {
    double cost = ReleaseBound.epsilon(event, run.settings().delta());
    if (run.settings().epsilon().isPresent() && cost > run.settings().epsilon().getAsDouble()) {
      throw new Failure(
          Failure.Kind.REFUSED_FOR_PRIVACY,
          "So many rows of this model cost epsilon "
              + Epsilon.format(cost, 3)
              + ", more than the limit of "
              + run.settings().epsilon().getAsDouble()
              + " it was trained for.",
          "Draw fewer rows, or start a run for so many.");
    }
    return Accountant.guarantee(List.of(event), run.settings().delta());
  }

  private SynthesisOutcome outcome(
      DrawnRows drawn,
      Table synthetic,
      int rows,
      PrivacyGuarantee guarantee,
      List<ChargedEvent> charged,
      double certified,
      Optional<RunRecord> recorded) {
    return new SynthesisOutcome(
        synthetic,
        run.schema(),
        run.settings().withRows(OptionalInt.of(rows)),
        guarantee,
        charged,
        run.records(),
        run.declaredLipschitz(),
        certified,
        run.diameter(),
        run.enforcement(),
        drawn.effectiveSampleSize(),
        recorded,
        Optional.empty(),
        run.model());
  }

  /** Tells the phase and ends a cancelled draw. */
  private static Consumer<RunPhase> entering(RunListener listener) {
    return phase -> {
      requireGoing(listener);
      listener.phase(phase, 0);
    };
  }

  private static void requireGoing(RunListener listener) {
    if (listener.cancelled()) {
      throw new CancellationException("the draw was cancelled");
    }
  }

  private static BudgetLedger ledger(RunRecord record) {
    return BudgetLedger.at(record.ledger());
  }

  private static Failure otherTable(Exception cause) {
    return new Failure(
        Failure.Kind.BAD_INPUT,
        "The table is not the one this model was trained on; no rows can be drawn from it.",
        "Open the table as it was, or start a run on this one.",
        cause);
  }
}
