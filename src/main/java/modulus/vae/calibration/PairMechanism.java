package modulus.vae.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import modulus.encoding.CodedTable;
import modulus.privacy.Adjacency;
import modulus.privacy.CancellableWork;
import modulus.privacy.GuaranteeRandom;
import modulus.privacy.PrivacyEvent;

/**
 * The calibration event (privacy.md, section 6.1; decision 0003, "Pair tables and weights"): one
 * Gaussian mechanism over one- and two-attribute tables, the one-way counts times a weight w.
 *
 * <p>A record adds w to one cell of each of the k₁ one-way tables and 1 to one cell of each of the
 * P pair tables, so with c rows per patient the ℓ₂ sensitivity is
 *
 * <pre>
 *   add-remove   c·√(k₁·w² + P)
 *   replace-one  c·√(2·(k₁·w² + P))
 * </pre>
 *
 * <p>which for w = 1 and all pairs of k attributes is √(k(k+1)/2) and √(k(k+1)). Only tables that
 * are asked count. Counts are rounded to integers after the noise was added, which is
 * post-processing (privacy.md, section 8).
 */
public final class PairMechanism {
  private final AskedTables asked;
  private final double oneWayWeight;
  private final double sigma;
  private final int rowsPerPatient;

  /**
   * @param oneWayWeight w &gt; 0, how much sharper a one-way count is than a pair count
   * @param sigma standard deviation of the noise on a pair count, &gt; 0
   * @param rowsPerPatient c ≥ 1, the most rows one patient can have
   */
  public PairMechanism(AskedTables asked, double oneWayWeight, double sigma, int rowsPerPatient) {
    requirePositive("oneWayWeight", oneWayWeight);
    requirePositive("sigma", sigma);
    if (rowsPerPatient < 1) {
      throw new IllegalArgumentException(
          "rowsPerPatient must be at least 1 but is " + rowsPerPatient);
    }
    if (asked.oneWayTables() == 0) {
      throw new IllegalArgumentException(
          "at least one attribute must have more than one code; none of "
              + asked.attributes()
              + " has");
    }
    this.asked = asked;
    this.oneWayWeight = oneWayWeight;
    this.sigma = sigma;
    this.rowsPerPatient = rowsPerPatient;
  }

  /** The mechanism whose add-remove Gaussian-DP parameter is {@code mu} &gt; 0. */
  public static PairMechanism withMu(
      AskedTables asked, double oneWayWeight, double mu, int rowsPerPatient) {
    requirePositive("mu", mu);
    PairMechanism unit = new PairMechanism(asked, oneWayWeight, 1, rowsPerPatient);
    return new PairMechanism(
        asked, oneWayWeight, unit.sensitivity(Adjacency.ADD_REMOVE) / mu, rowsPerPatient);
  }

  /** ℓ₂ sensitivity of the weighted counts asked. */
  public double sensitivity(Adjacency adjacency) {
    double squares = asked.oneWayTables() * oneWayWeight * oneWayWeight + asked.pairs().size();
    double changes = adjacency == Adjacency.ADD_REMOVE ? 1 : 2;
    return rowsPerPatient * Math.sqrt(changes * squares);
  }

  /** What the accountant charges for {@link #measure}. */
  public PrivacyEvent.Gaussian event() {
    return new PrivacyEvent.Gaussian(
        sensitivity(Adjacency.ADD_REMOVE) / sigma, sensitivity(Adjacency.REPLACE_ONE) / sigma);
  }

  public AskedTables asked() {
    return asked;
  }

  /** Standard deviation of the noise on a pair count; a one-way count has it over w. */
  public double sigma() {
    return sigma;
  }

  /**
   * Counts and adds the noise. Charges {@link #event()} each time it is called.
   *
   * @param table rows in model codes
   * @param declaredRows the number of rows that counts are divided by: public, or estimated from
   *     what an earlier event released
   * @throws IllegalArgumentException if the table's sizes are not those asked
   */
  public NoisyTables measure(CodedTable table, int declaredRows, GuaranteeRandom random) {
    if (declaredRows < 1) {
      throw new IllegalArgumentException("declaredRows must be at least 1 but is " + declaredRows);
    }
    TableCounts counts = TableCounts.of(asked, table);
    double[][] oneWay = counts.oneWay();
    double[][] variances = new double[oneWay.length][];
    double oneWayNoise = sigma / oneWayWeight / declaredRows;
    for (int j = 0; j < oneWay.length; j++) {
      variances[j] = new double[oneWay[j].length];
      Arrays.fill(variances[j], oneWayNoise * oneWayNoise);
      if (oneWay[j].length > 1) {
        perturb(oneWay[j], sigma / oneWayWeight, declaredRows, random);
      } else {
        oneWay[j][0] = 1;
      }
    }
    for (double[] pair : counts.pairs()) {
      perturb(pair, sigma, declaredRows, random);
    }
    return new NoisyTables(
        asked, oneWay, counts.pairs(), variances, sigma / declaredRows, declaredRows);
  }

  /** Noise in float64, rounded afterwards (privacy.md, section 8), then divided by n₀. */
  private static void perturb(double[] counts, double sigma, int rows, GuaranteeRandom random) {
    double[] noise = new double[counts.length];
    random.fillGaussian(noise, 0, noise.length);
    for (int cell = 0; cell < counts.length; cell++) {
      // + 0.0: a count rounded to -0.0 is 0
      counts[cell] = (Math.rint(counts[cell] + sigma * noise[cell]) + 0.0) / rows;
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be finite and > 0 but is " + value);
    }
  }

  /**
   * Exact counts of the asked tables.
   *
   * @param oneWay k tables
   * @param pairs one table per asked pair
   */
  record TableCounts(double[][] oneWay, double[][] pairs) {
    /** Pairs counted between two looks whether to go on. */
    private static final int AT_ONCE = 32;

    static TableCounts of(AskedTables asked, CodedTable table) {
      short[][] columns = asked.pairColumns(table);
      double[][] oneWay = new double[asked.attributes()][];
      for (int j = 0; j < oneWay.length; j++) {
        CancellableWork.check();
        oneWay[j] = new double[asked.size(j)];
        for (short code : table.column(j)) {
          oneWay[j][code]++;
        }
      }
      List<AskedTables.Pair> pairs = asked.pairs();
      double[][] counts = new double[pairs.size()][];
      for (int from = 0; from < counts.length; from += AT_ONCE) {
        CancellableWork.check();
        IntStream.range(from, Math.min(from + AT_ONCE, counts.length))
            .parallel()
            .forEach(p -> counts[p] = count(asked, pairs.get(p), columns));
      }
      return new TableCounts(oneWay, counts);
    }

    private static double[] count(AskedTables asked, AskedTables.Pair pair, short[][] columns) {
      int[] cells = new int[asked.cells(pair)];
      int size = asked.pairSize(pair.second());
      short[] first = columns[pair.first()];
      short[] second = columns[pair.second()];
      for (int row = 0; row < first.length; row++) {
        cells[first[row] * size + second[row]]++;
      }
      return IntStream.of(cells).asDoubleStream().toArray();
    }
  }
}
