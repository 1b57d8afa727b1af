package modulus.workbench;

import java.time.Instant;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import modulus.certificate.AuditFacts;
import modulus.evaluation.EvaluationException;
import modulus.evaluation.audit.Canaries;
import modulus.evaluation.audit.ReleasedRows;
import modulus.privacy.GuaranteeRandom;
import modulus.schema.Schema;
import modulus.table.Table;

/**
 * An attack on a run by its released rows alone (privacy.md, section 10a): canaries drawn without
 * looking at the table, each planted by a fair coin of its own, are guessed planted where the
 * released rows come nearest. What it finds is post-processing of the release and of coins that
 * concern no patient, so it may be printed with it.
 */
final class ReleaseAudit {
  /** Below so many canaries no bound can be expected. */
  static final int LEAST = 40;

  static final int MOST = AuditFacts.MOST_CANARIES;

  /** One in so many canaries is guessed planted and one left out. */
  private static final int GUESSED = 20;

  private final Canaries canaries;
  private final Schema schema;

  private ReleaseAudit(Canaries canaries, Schema schema) {
    this.canaries = canaries;
    this.schema = schema;
  }

  /**
   * @throws Failure if there are too few or too many canaries
   */
  static ReleaseAudit plant(Schema schema, int count, GuaranteeRandom random) {
    if (count < LEAST || count > MOST) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "There must be " + LEAST + " to " + MOST + " canaries but there are " + count + ".",
          "");
    }
    return new ReleaseAudit(Canaries.draw(schema, count, random), schema);
  }

  /** The records to be added to the training table. */
  Table planted() {
    return canaries.plantedRecords();
  }

  /** Released rows' distances to the canaries, those planted or those left out, ascending. */
  double[] distances(Table released, boolean planted, BooleanSupplier cancelled) {
    double[] all = distances(released, cancelled);
    return IntStream.range(0, all.length)
        .filter(canary -> canaries.planted().get(canary) == planted)
        .mapToDouble(canary -> all[canary])
        .sorted()
        .toArray();
  }

  private double[] distances(Table released, BooleanSupplier cancelled) {
    try {
      return ReleasedRows.distances(released, canaries.records(), schema, cancelled);
    } catch (EvaluationException e) {
      throw new IllegalStateException("released rows lack what they were made of", e);
    }
  }

  /**
   * @param claimed ε of one patient more or less
   * @param delta δ of the claim, all of it
   */
  AuditFinding attack(Table released, double claimed, double delta, BooleanSupplier cancelled) {
    int guesses = canaries.records().rows() / GUESSED;
    double[] scores = Arrays.stream(distances(released, cancelled)).map(d -> -d).toArray();
    return new AuditFinding(
        "planted canaries, released rows seen",
        claimed,
        canaries.guess(scores, guesses, guesses, delta),
        Instant.now());
  }
}
