package modulus.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import modulus.privacy.Adjacency;
import modulus.privacy.Epsilon;
import modulus.privacy.GuaranteeRandom;
import modulus.privacy.SecureGuaranteeRandom;
import modulus.schema.Attribute;
import modulus.schema.Schema;
import modulus.table.Table;

/**
 * How near synthetic rows come to implausible records the generator learned from, under several
 * Lipschitz bounds of a release-only run (privacy.md, section 10b). Of all implausible records a
 * coin plants about half; those left out show how near rows come by chance. The same records are
 * planted under every bound. Internal: an illustration, no privacy evidence; nothing of it can be
 * released. Each run counts as tried on the table.
 */
public final class OutlierExperiment {
  /** L·Δ at which the bound hardly does anything: a row tells which record it came from. */
  private static final double OFF = 16;

  private static final double LOOSE = 4;
  private static final double TIGHT = 1;
  private static final int RUNS = 3;

  /** As many as the command plants. */
  public static final int DEFAULT_OUTLIERS = 200;

  /** As of a rehearsal: counted as tried, and held against no budget. */
  private static final boolean NEVER_RELEASED = true;

  /** A twentieth of the range per attribute on average. */
  private static final double NEAR = 0.05;

  /**
   * What came of one bound.
   *
   * @param bound off, loose or tight
   * @param lipschitz L
   * @param epsilon of one patient more or less
   * @param planted median over the planted outliers of the distance to the nearest synthetic row
   * @param leftOut the same over those left out
   * @param plantedNear share of the planted ones with a synthetic row nearer than {@value #NEAR}
   * @param leftOutNear the same of those left out
   * @param plantedNearer share of all pairs of a planted and a left-out outlier in which the
   *     planted one has the nearer synthetic row, ties half; chance gives 0.5
   * @param outliers planted and left out together
   */
  public record Nearness(
      String bound,
      double lipschitz,
      double epsilon,
      double planted,
      double leftOut,
      double plantedNear,
      double leftOutNear,
      double plantedNearer,
      int outliers) {

    /** Column names of {@link #csv()}. */
    public static final String HEADER =
        "bound,lipschitz,epsilon,planted_median,left_out_median,planted_near,left_out_near,planted_nearer,"
            + Internal.COLUMN;

    /**
     * What chance alone lets {@code plantedNearer} lie above 0.5 in 39 of 40 experiments, since
     * coins say which outliers are planted: 1.96 standard errors of the Mann-Whitney statistic of
     * two halves, √((n + 1)/(3 n²)) for n outliers together.
     */
    double chance() {
      return 1.96 * Math.sqrt((outliers + 1.0) / 3) / outliers;
    }

    /** One line. */
    public String csv() {
      return String.format(
          Locale.ROOT,
          "%s,%.4f,%s,%.4f,%.4f,%.3f,%.3f,%.3f,%s",
          bound,
          lipschitz,
          Epsilon.format(epsilon, 3),
          planted,
          leftOut,
          plantedNear,
          leftOutNear,
          plantedNearer,
          Internal.CELL);
    }
  }

  private final Table table;
  private final Schema schema;
  private final double delta;
  private final int outliers;
  private final BudgetLedger ledger;

  /**
   * @param outliers implausible records, 40 … 10,000, each planted by a coin
   * @param ledger told of every run before it touches the table
   */
  public OutlierExperiment(
      Table table, Schema schema, double delta, int outliers, BudgetLedger ledger) {
    this.table = table;
    this.schema = schema;
    this.delta = delta;
    this.outliers = outliers;
    this.ledger = ledger;
  }

  /**
   * Three runs.
   *
   * @param listener hears of each that it is recorded as tried
   * @return off, loose, tight
   * @throws Failure if the table or the number of outliers does not allow it
   * @throws RunCancelledException if the listener asked to stop
   */
  public List<Nearness> run(RunListener listener) {
    requireDeclared();
    ReleaseAudit audit;
    try (GuaranteeRandom random = new SecureGuaranteeRandom()) {
      audit = ReleaseAudit.plant(schema, outliers, random);
    }
    double diameter = Math.sqrt(schema.modelled().size());
    List<Nearness> found = new ArrayList<>();
    found.add(nearness("off", OFF / diameter, audit, new RunShare(listener, 0, RUNS)));
    found.add(nearness("loose", LOOSE / diameter, audit, new RunShare(listener, 1, RUNS)));
    found.add(nearness("tight", TIGHT / diameter, audit, new RunShare(listener, 2, RUNS)));
    return found;
  }

  private void requireDeclared() {
    Optional<Attribute> open =
        schema.modelled().stream().filter(Attribute::estimatedPrivately).findFirst();
    if (open.isPresent()) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "The outlier experiment runs without noise, so every domain must be declared; '"
              + open.get().name()
              + "' is to be estimated.",
          "Declare the domain, or leave the attribute out.");
    }
  }

  private Nearness nearness(
      String bound, double lipschitz, ReleaseAudit audit, RunListener listener) {
    SynthesisSettings settings =
        new SynthesisSettings(
            Scope.RELEASE_ONLY,
            OptionalDouble.empty(),
            delta,
            OptionalDouble.of(lipschitz),
            SynthesisSettings.defaultLatent(Scope.RELEASE_ONLY),
            OptionalInt.empty(),
            OptionalLong.empty(),
            false);
    RecordedSynthesis.recorded(ledger, table, schema, settings, NEVER_RELEASED, listener);
    SynthesisOutcome outcome =
        SynthesisRun.planted(table, schema, settings, (known, random) -> Optional.of(audit))
            .run(listener);
    return nearness(bound, lipschitz, audit, outcome, listener);
  }

  private Nearness nearness(
      String bound,
      double lipschitz,
      ReleaseAudit audit,
      SynthesisOutcome outcome,
      RunListener listener) {
    double[] planted = distances(audit, outcome, true, listener);
    double[] leftOut = distances(audit, outcome, false, listener);
    return new Nearness(
        bound,
        lipschitz,
        outcome.guarantee().epsilon(Adjacency.ADD_REMOVE),
        planted[planted.length / 2],
        leftOut[leftOut.length / 2],
        near(planted),
        near(leftOut),
        nearer(planted, leftOut),
        outliers);
  }

  private static double[] distances(
      ReleaseAudit audit, SynthesisOutcome outcome, boolean planted, RunListener listener) {
    try {
      return audit.distances(outcome.synthetic(), planted, listener::cancelled);
    } catch (CancellationException e) {
      throw new RunCancelledException(e);
    }
  }

  /** Share of pairs whose first distance is the smaller one, ties half. */
  static double nearer(double[] first, double[] second) {
    long halves = 0;
    for (double one : first) {
      for (double other : second) {
        halves += one < other ? 2 : one == other ? 1 : 0;
      }
    }
    return halves / (2.0 * first.length * second.length);
  }

  private static double near(double[] sorted) {
    int count = 0;
    while (count < sorted.length && sorted[count] < NEAR) {
      count++;
    }
    return (double) count / sorted.length;
  }
}
