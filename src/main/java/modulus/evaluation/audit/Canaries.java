package modulus.evaluation.audit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import modulus.encoding.CodedTable;
import modulus.encoding.FineCoding;
import modulus.privacy.GuaranteeRandom;
import modulus.schema.Schema;
import modulus.table.Table;

/**
 * Implausible records and the fair coins that say which of them are planted. The records depend on
 * the schema alone, never on the table: every attribute is drawn by itself, uniformly over its
 * declared domain, so that combinations come up which no patient shows.
 *
 * @param records m records of the modelled attributes
 * @param planted which of them go into the training table
 */
public record Canaries(Table records, BitSet planted) {

  /** A copy is kept. */
  public Canaries {
    planted = (BitSet) planted.clone();
  }

  @Override
  public BitSet planted() {
    return (BitSet) planted.clone();
  }

  /**
   * @param count m ≥ 1
   * @throws IllegalArgumentException if count is below 1
   */
  public static Canaries draw(Schema schema, int count, GuaranteeRandom random) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1 but is " + count);
    }
    FineCoding coding = FineCoding.of(schema);
    int[] sizes = coding.sizes();
    short[][] codes = new short[sizes.length][count];
    for (int j = 0; j < sizes.length; j++) {
      for (int row = 0; row < count; row++) {
        codes[j][row] = (short) random.nextInt(sizes[j]);
      }
    }
    BitSet planted = new BitSet(count);
    for (int row = 0; row < count; row++) {
      planted.set(row, random.nextInt(2) == 1);
    }
    Table records = coding.decode(new CodedTable(count, sizes, codes), random::nextInt);
    return new Canaries(records, planted);
  }

  /** The planted records, to be added to the training table. */
  public Table plantedRecords() {
    return records.select(planted.stream().toArray());
  }

  /**
   * Guesses "planted" for the canaries of highest score and "left out" for those of lowest.
   *
   * @param scores one per canary, higher where the outputs suggest that it was planted
   * @param guessedIn how many to guess planted, ≥ 0, fixed beforehand
   * @param guessedOut how many to guess left out, ≥ 0, fixed beforehand
   * @throws IllegalArgumentException if scores are not one per canary or NaN, or there are more
   *     guesses than canaries or none
   */
  public OneRunAudit guess(double[] scores, int guessedIn, int guessedOut, double delta) {
    int count = records.rows();
    if (scores.length != count || Arrays.stream(scores).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException("scores must be " + count + " numbers, none of them NaN");
    }
    if (guessedIn < 0 || guessedOut < 0 || (long) guessedIn + guessedOut > count) {
      throw new IllegalArgumentException(
          "guesses must be ≥ 0 and at most "
              + count
              + " together but are "
              + guessedIn
              + " and "
              + guessedOut);
    }
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble(canary -> scores[canary]))
            .mapToInt(Integer::intValue)
            .toArray();
    int correct = 0;
    for (int i = 0; i < guessedOut; i++) {
      correct += planted.get(order[i]) ? 0 : 1;
    }
    for (int i = 0; i < guessedIn; i++) {
      correct += planted.get(order[count - 1 - i]) ? 1 : 0;
    }
    return new OneRunAudit(count, guessedIn + guessedOut, correct, delta);
  }
}
