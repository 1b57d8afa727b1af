package modulus.workbench;

/**
 * How an end-to-end run divides its budget (μ², privacy.md, section 6) once unknown domains have
 * taken their share. Every event needs some of it.
 *
 * @param marginals share of the marginal event, in [0.01, 0.98]
 * @param pairs share of the pair event, in [0.01, 0.98]
 * @param training share of the training steps, in [0.01, 0.98]; the three make 1
 */
public record BudgetShares(double marginals, double pairs, double training) {
  public static final double LEAST = 0.01;

  /** What is left when the other two have the least. */
  public static final double MOST = 1 - 2 * LEAST;

  private static final double ROUNDING = 1e-9;

  /** Shares that follow from another are a whole number of thousandths. */
  private static final double THOUSANDTHS = 1000;

  public BudgetShares {
    within("marginals", marginals);
    within("pairs", pairs);
    within("training", training);
    double sum = marginals + pairs + training;
    if (!(Math.abs(sum - 1) <= ROUNDING)) {
      throw new IllegalArgumentException("the shares of the budget must make 1 but make " + sum);
    }
  }

  /**
   * Shares in the proportion of three weights.
   *
   * @throws IllegalArgumentException unless all are positive and finite and none is below a
   *     hundredth of their sum
   */
  public static BudgetShares ofWeights(double marginals, double pairs, double training) {
    double sum = marginals + pairs + training;
    if (!(marginals > 0 && pairs > 0 && training > 0 && Double.isFinite(sum))) {
      throw new IllegalArgumentException(
          "the shares of the budget must be positive numbers but are "
              + (marginals + ":" + pairs + ":" + training));
    }
    return new BudgetShares(marginals / sum, pairs / sum, training / sum);
  }

  /** With another share for marginals; the other two keep their proportion as far as they can. */
  public BudgetShares withMarginals(double value) {
    within("marginals", value);
    double other = part(1 - value, pairs, training);
    return new BudgetShares(value, other, 1 - value - other);
  }

  /** With another share for pairs; the other two keep their proportion as far as they can. */
  public BudgetShares withPairs(double value) {
    within("pairs", value);
    double other = part(1 - value, marginals, training);
    return new BudgetShares(other, value, 1 - value - other);
  }

  /** With another share for training; the other two keep their proportion as far as they can. */
  public BudgetShares withTraining(double value) {
    within("training", value);
    double other = part(1 - value, marginals, pairs);
    return new BudgetShares(other, 1 - value - other, value);
  }

  private static double part(double whole, double first, double second) {
    double wanted = Math.rint(THOUSANDTHS * whole * first / (first + second)) / THOUSANDTHS;
    return Math.max(LEAST, Math.min(whole - LEAST, wanted));
  }

  private static void within(String name, double share) {
    if (!(share >= LEAST - ROUNDING && share <= MOST + ROUNDING)) {
      throw new IllegalArgumentException(
          "the share of the budget for "
              + name
              + " must lie in ["
              + LEAST
              + ", "
              + MOST
              + "] but is "
              + share);
    }
  }
}
