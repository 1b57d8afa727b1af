package modulus.workbench;

/**
 * What a setting means, shown beside the sliders before any training.
 *
 * @param wholeRecord ε of one synthetic row, any two patients (privacy.md, section 4)
 * @param oneAttribute ε of one synthetic row, patients who differ in one attribute
 * @param exportAddRemove ε of the whole export, one patient more or less
 * @param exportReplaceOne ε of the whole export, one patient's values changed
 * @param lipschitz the bound in force, chosen or calibrated
 * @param lipschitzDiameter μ₀ = L·Δ
 * @param countError a count of patients in one category is known to ± this (95 %), end-to-end only,
 *     else 0; where attributes differ in their number of cells, the figure of an average one
 * @param pairError a count of patients with one combination of two values is known to at most ±
 *     this (95 %), end-to-end only, else 0
 * @param records n₀
 * @param attributes k
 * @param advice what this setting can and cannot do for a table of this size
 */
public record ReadOut(
    double wholeRecord,
    double oneAttribute,
    double exportAddRemove,
    double exportReplaceOne,
    double lipschitz,
    double lipschitzDiameter,
    double countError,
    double pairError,
    int records,
    int attributes,
    Advice advice) {

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
    /** ε is so large that the guarantee says little. */
    WEAK_PRIVACY
  }
}
