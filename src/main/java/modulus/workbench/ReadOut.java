package modulus.workbench;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import modulus.privacy.GaussianMechanism;

/**
 * What a setting means, shown beside the sliders before any training.
 *
 * @param row what one synthetic row reveals, release-only; empty where finding the bound takes
 *     longer than a slider waits
 * @param exportAddRemove ε of the whole export, one patient more or less
 * @param exportReplaceOne ε of the whole export, one patient's values changed, as the certificate
 *     will print it; empty where it takes longer than a slider waits ({@link ReadOuts#settled})
 * @param count how well a count of patients in one category is known: end-to-end what noise does to
 *     any count, release-only what the draw does to that of {@link #exampleCategory()}
 * @param pairError a count of patients with one combination of two values is known to at most ±
 *     this (95 %), end-to-end only, else 0
 * @param domains what finding undeclared domains takes, {@link Domains#NONE} where all are known
 * @param records n₀
 * @param attributes k
 * @param advice what this setting can and cannot do for a table of this size
 */
public record ReadOut(
    Optional<Row> row,
    double exportAddRemove,
    OptionalDouble exportReplaceOne,
    CountError count,
    double pairError,
    Domains domains,
    int records,
    int attributes,
    Advice advice) {
  /** Categories of fewer patients are not learned apart, release-only. */
  public static final int SMALLEST_GROUP = ReleaseSynthesis.SMALLEST_GROUP;

  private static final int LEAST_CATEGORY = 10;

  /**
   * One synthetic row under the Lipschitz bound (privacy.md, section 4).
   *
   * @param whole ε, any two patients
   * @param oneAttribute ε, patients who differ in one attribute
   * @param lipschitz L, the bound in force, chosen or calibrated
   * @param lipschitzDiameter μ₀ = L·Δ
   */
  public record Row(double whole, double oneAttribute, double lipschitz, double lipschitzDiameter) {

    /**
     * Of two equally likely values of one attribute, all else the same, the probability at most of
     * naming the right one at sight of the row: Φ(L/2) = (1 + δ(0))/2.
     */
    public double guessedRight() {
      return (1 + GaussianMechanism.delta(lipschitz, 0)) / 2;
    }
  }

  /**
   * Attributes with many categories are asked more sharply than those with few.
   *
   * @param least ± this (95 %) for the attribute known best
   * @param largest ± this (95 %) for the attribute known least, ≥ least
   * @param widest name of the attribute known least
   */
  public record CountError(double least, double largest, String widest) {
    /** Where no noise lies on counts. */
    public static final CountError NONE = new CountError(0, 0, "");

    public CountError {
      Objects.requireNonNull(widest, "widest");
      if (!(least >= 0 && largest >= least)) {
        throw new IllegalArgumentException(
            "count errors must be ordered and not negative but are " + least + ", " + largest);
      }
    }
  }

  /**
   * Domains that a run will estimate (privacy.md, section 6.1).
   *
   * @param attributes how many attributes' domains are estimated
   * @param share of the budget (of μ²) spent on it
   * @param threshold a category becomes known where its noisy count exceeds this, in rows
   * @param error the noise moves that count by at most ± this (95 %)
   */
  public record Domains(int attributes, double share, double threshold, double error) {
    /** Where every domain is known. */
    public static final Domains NONE = new Domains(0, 0, 0, 0);

    /** How many rows a category needs to become known in 97.5 of 100 runs. */
    public double surelyKnown() {
      return threshold + error;
    }
  }

  /** Whether ± {@code error} spans the whole table: a count known so says nothing. */
  public boolean spanned(double error) {
    return 2 * error >= records;
  }

  /** Patients of a category that is small in this table and yet worth speaking of. */
  public int exampleCategory() {
    return exampleCategory(records);
  }

  /**
   * Half the square root of n₀ to one digit, at least ten and at most half of all: 10 of 100, 40 of
   * 6,000, 500 of a million.
   */
  static int exampleCategory(int patients) {
    double half = Math.sqrt(patients) / 2;
    double unit = Math.pow(10, Math.floor(Math.log10(Math.max(1, half))));
    int rounded = (int) (Math.rint(half / unit) * unit);
    return Math.max(1, Math.min(Math.max(LEAST_CATEGORY, rounded), patients / 2));
  }

  /** The same with the replace-one figure, once it is known. */
  public ReadOut withReplaceOne(double epsilon) {
    return new ReadOut(
        row,
        exportAddRemove,
        OptionalDouble.of(epsilon),
        count,
        pairError,
        domains,
        records,
        attributes,
        advice);
  }

  /** Told before training. */
  public enum Advice {
    /** Enough patients for joint structure to survive the noise. */
    GOOD,
    /** Marginals and strong associations survive, finer structure does not. */
    COARSE,
    /** Marginals survive, but the noise on pairs of so many attributes drowns most of them. */
    WIDE,
    /** Even single counts drown in noise. */
    TOO_SMALL,
    /** δ is so large that a whole record could be published under it. */
    WEAK_DELTA,
    /** ε is so large that the guarantee says little. */
    WEAK_PRIVACY,
    /** Release-only: few patients, of whose categories many are not learned apart. */
    LUMPED,
    /**
     * Release-only: single distributions survive, what attributes have to do with each other not.
     */
    SINGLE,
    /** Release-only: single distributions survive, of relationships the strongest, weakened. */
    STRONGEST,
    /** Release-only: not known before the bound is. */
    OPEN
  }
}
