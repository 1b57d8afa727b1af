package modulus.workbench;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import modulus.encoding.EncodedTable;
import modulus.encoding.FineCoding;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.CancellableWork;
import modulus.privacy.GuaranteeRandom;
import modulus.privacy.PrivacyGuarantee;
import modulus.privacy.SecureGuaranteeRandom;
import modulus.privacy.SeededRehearsalRandom;
import modulus.schema.Schema;
import modulus.schema.SchemaCheck;
import modulus.schema.SchemaException;
import modulus.table.Table;
import modulus.vae.network.LipschitzBoundExceededException;
import modulus.vae.training.TrainingCancelledException;

/** The whole pipeline: a table and its confirmed schema in, a synthetic table and its cost out. */
public final class SynthesisRun {
  /** Fewer canaries prove nothing. */
  public static final int LEAST_CANARIES = ReleaseAudit.LEAST;

  /** More are not planted. */
  public static final int MOST_CANARIES = ReleaseAudit.MOST;

  /** Enough for a bound; on a table of some thousand patients still few among them. */
  public static final int DEFAULT_CANARIES = 1_000;

  private final Table table;
  private final Schema schema;
  private final SynthesisSettings settings;
  private final Planting planting;
  private final Optional<RunRecord> record;
  private final Optional<SeparateTable> separate;

  /** Canaries for a run, of the attributes as they are known once domains were estimated. */
  @FunctionalInterface
  interface Planting {
    Optional<ReleaseAudit> of(Schema known, GuaranteeRandom random);
  }

  public SynthesisRun(Table table, Schema schema, SynthesisSettings settings) {
    this(table, schema, settings, (known, random) -> Optional.empty());
  }

  /**
   * A run that is audited by its own released rows.
   *
   * @param canaries implausible records, {@value ReleaseAudit#LEAST} to {@value ReleaseAudit#MOST},
   *     each planted by a fair coin; 0 for no audit
   */
  public static SynthesisRun audited(
      Table table, Schema schema, SynthesisSettings settings, int canaries) {
    Planting planting =
        canaries == 0
            ? (known, random) -> Optional.empty()
            : (known, random) -> Optional.of(ReleaseAudit.plant(known, canaries, random));
    return new SynthesisRun(table, schema, settings, planting);
  }

  /** A run on canaries of one's own. */
  static SynthesisRun planted(
      Table table, Schema schema, SynthesisSettings settings, Planting planting) {
    return new SynthesisRun(table, schema, settings, planting);
  }

  private SynthesisRun(Table table, Schema schema, SynthesisSettings settings, Planting planting) {
    this(table, schema, settings, planting, Optional.empty(), Optional.empty());
  }

  private SynthesisRun(
      Table table,
      Schema schema,
      SynthesisSettings settings,
      Planting planting,
      Optional<RunRecord> record,
      Optional<SeparateTable> separate) {
    this.table = Objects.requireNonNull(table, "table");
    this.schema = Objects.requireNonNull(schema, "schema");
    this.settings = Objects.requireNonNull(settings, "settings");
    this.planting = planting;
    this.record = record;
    this.separate = separate;
  }

  /** The same run as the ledger knows it. */
  SynthesisRun recordedAs(RunRecord run) {
    return new SynthesisRun(table, schema, settings, planting, Optional.of(run), separate);
  }

  /** The same run with a model that learns from another table, where there is one. */
  SynthesisRun learningFrom(Optional<SeparateTable> other) {
    return new SynthesisRun(table, schema, settings, planting, record, other);
  }

  /**
   * Runs to the end on the calling thread.
   *
   * @throws Failure if the table or the settings do not allow it
   * @throws RunCancelledException if the listener asked to stop
   */
  public SynthesisOutcome run(RunListener listener) {
    if (settings.separateTraining() != separate.isPresent()) {
      throw new IllegalStateException("the settings name a training table that was not read");
    }
    try (GuaranteeRandom random = randomness(settings)) {
      return CancellableWork.run(listener::cancelled, () -> synthesize(random, listener));
    } catch (SchemaException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT, e.getMessage(), "Correct the schema or the table.", e);
    } catch (LipschitzBoundExceededException e) {
      throw TrainedModel.beyond(e);
    } catch (CancellationException | TrainingCancelledException e) {
      throw new RunCancelledException(e);
    }
  }

  private SynthesisOutcome synthesize(GuaranteeRandom random, RunListener listener)
      throws SchemaException {
    PatientSelection selected = PatientSelection.of(table, schema, random, listener::cancelled);
    SchemaCheck.check(selected.table(), schema, listener::cancelled);
    DomainPlan domains = DomainPlan.of(settings, schema);
    listener.phase(RunPhase.ENCODING, 0);
    Schema known = domains.estimate(selected.table(), schema, random, listener::cancelled);
    FineCoding coding = FineCoding.of(known);
    Optional<ReleaseAudit> audit = planting.of(known, random);
    EncodedTable patients = coding.encode(selected.table(), listener::cancelled);
    EncodedTable planted = audit.map(a -> coding.encode(a.planted())).orElse(null);
    LearnedRecords own =
        planted == null
            ? new LearnedRecords(patients, selected.patients())
            : new LearnedRecords(
                patients.followedBy(planted), selected.patients().followedBySingle(planted.rows()));
    RunContext run =
        new RunContext(
            coding,
            own.records(),
            own.grouping(),
            separate.isPresent() ? separate.get().learned(known, coding, random, listener) : own,
            selected.patients().patients(),
            schema.rowsPerPatient(),
            domains,
            settings,
            random,
            listener);
    Release release =
        settings.scope() == Scope.END_TO_END
            ? new EndToEndSynthesis(run).release()
            : new ReleaseSynthesis(run).release();

    run.enter(RunPhase.DECODING);
    Table synthetic = release.drawn().decoded(known, run.random(), listener::cancelled);

    run.enter(RunPhase.CERTIFYING);
    PrivacyGuarantee guarantee =
        Accountant.guarantee(release.privacyEvents(), domains.accountantDelta(settings));
    requireWithinBudget(guarantee);
    return new SynthesisOutcome(
        synthetic,
        known,
        settings,
        guarantee,
        release.events(),
        run.patients(),
        release.declaredLipschitz(),
        release.certifiedLipschitz(),
        release.diameter(),
        release.enforcement(),
        release.drawn().effectiveSampleSize(),
        record,
        audit.map(
            a ->
                a.attack(
                    synthetic,
                    guarantee.epsilon(Adjacency.ADD_REMOVE),
                    settings.delta(),
                    listener::cancelled)),
        Optional.of(release.model()));
  }

  static GuaranteeRandom randomness(SynthesisSettings settings) {
    return settings.rehearsal()
        ? new SeededRehearsalRandom(settings.seed().orElse(0))
        : new SecureGuaranteeRandom();
  }

  /** The plan kept to the budget; this is the belt to those braces. */
  private void requireWithinBudget(PrivacyGuarantee guarantee) {
    double spent = guarantee.epsilon(Adjacency.ADD_REMOVE);
    if (settings.epsilon().isPresent() && spent > settings.epsilon().getAsDouble()) {
      throw new Failure(
          Failure.Kind.REFUSED_FOR_PRIVACY,
          "The events of this run cost more than the budget; nothing is released.",
          "Report this as a fault of the program.");
    }
  }
}
