package modulus.evaluation.audit;

import java.util.Collections;
import java.util.stream.IntStream;
import modulus.encoding.CodedTable;
import modulus.privacy.GuaranteeRandom;
import modulus.privacy.OneRunAudit;
import modulus.vae.calibration.AskedTables;
import modulus.vae.calibration.NoisyTables;
import modulus.vae.calibration.PairMechanism;
import modulus.vae.marginal.CellLayout;
import modulus.vae.marginal.MarginalMechanism;
import modulus.vae.marginal.NoisyMarginals;

/**
 * The counterpart of {@link TrainingCanaries} for the two count events: m canaries, each alone in
 * its code among records the attacker knows; its score is the noisy count less what is known.
 */
public final class CountCanaries {
  /** Known records per code, so that no noisy count falls below 0 and is cut off there. */
  private static final int KNOWN = 100;

  private CountCanaries() {}

  /**
   * Attacks the marginal event: canary j has code j in every attribute.
   *
   * @param mu the add-remove Gaussian-DP parameter of what is performed
   * @param attributes k ≥ 1
   * @param canaries m in 100 … 32,767
   * @param delta δ of the claim
   * @throws IllegalArgumentException if a number is out of range
   */
  public static OneRunAudit attackMarginals(
      double mu, int attributes, int canaries, double delta, GuaranteeRandom random) {
    TrainingCanaries.requireAttributes(attributes);
    TrainingCanaries.requireCount(canaries);
    Coins coins = Coins.toss(canaries, random);
    int known = KNOWN * canaries;
    int[] planted = coins.planted().stream().toArray();
    short[] column = new short[known + planted.length];
    for (int row = 0; row < column.length; row++) {
      column[row] = (short) (row < known ? row % canaries : planted[row - known]);
    }
    CodedTable table =
        new CodedTable(
            column.length,
            IntStream.range(0, attributes).map(j -> canaries).toArray(),
            Collections.nCopies(attributes, column).toArray(short[][]::new));
    NoisyMarginals noisy =
        MarginalMechanism.withMu(
                Collections.nCopies(attributes, new CellLayout(canaries, false, false)), mu, 1)
            .measure(table, known + canaries / 2, random);
    double[] scores = new double[canaries];
    for (int attribute = 0; attribute < attributes; attribute++) {
      double[] frequencies = noisy.frequencies(attribute);
      for (int canary = 0; canary < canaries; canary++) {
        scores[canary] += frequencies[canary];
      }
    }
    return TrainingCanaries.guess(coins, scores, delta);
  }

  /**
   * Attacks the pair event: the second attribute's two codes alternate, so that two of the three
   * cells a canary is counted in are its own.
   *
   * @param mu the add-remove Gaussian-DP parameter of what is performed
   * @param canaries m in 100 … 32,767
   * @param delta δ of the claim
   * @throws IllegalArgumentException if a number is out of range
   */
  public static OneRunAudit attackPairs(
      double mu, int canaries, double delta, GuaranteeRandom random) {
    TrainingCanaries.requireCount(canaries);
    Coins coins = Coins.toss(canaries, random);
    int[] planted = coins.planted().stream().toArray();
    short[][] columns = new short[2][planted.length];
    for (int row = 0; row < planted.length; row++) {
      columns[0][row] = (short) planted[row];
      columns[1][row] = (short) (planted[row] % 2);
    }
    int[] sizes = {canaries, 2};
    CodedTable table = new CodedTable(planted.length, sizes, columns);
    NoisyTables noisy =
        PairMechanism.withMu(AskedTables.allPairs(sizes, 2L * canaries), 1, mu, 1)
            .measure(table, canaries / 2, random);
    double[] own = noisy.oneWay(0);
    double[] both = noisy.pair(0);
    double[] scores = new double[canaries];
    for (int canary = 0; canary < canaries; canary++) {
      scores[canary] = own[canary] + both[2 * canary + canary % 2];
    }
    return TrainingCanaries.guess(coins, scores, delta);
  }
}
