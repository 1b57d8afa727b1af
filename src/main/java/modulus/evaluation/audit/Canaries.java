package modulus.evaluation.audit;

import java.util.BitSet;
import modulus.encoding.CodedTable;
import modulus.encoding.FineCoding;
import modulus.privacy.GuaranteeRandom;
import modulus.privacy.OneRunAudit;
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
    BitSet planted = Coins.toss(count, random).planted();
    Table records = coding.decode(new CodedTable(count, sizes, codes), random::nextInt);
    return new Canaries(records, planted);
  }

  /** The planted records, to be added to the training table. */
  public Table plantedRecords() {
    return records.select(planted.stream().toArray());
  }

  /** {@link Coins#guess} of these canaries. */
  public OneRunAudit guess(double[] scores, int guessedIn, int guessedOut, double delta) {
    return new Coins(records.rows(), planted).guess(scores, guessedIn, guessedOut, delta);
  }
}
