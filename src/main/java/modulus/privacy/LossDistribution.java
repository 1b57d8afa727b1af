package modulus.privacy;

/**
 * A privacy loss distribution on a grid: mass[i] at loss (first + i)·step, the rest at +∞.
 *
 * @param step distance of neighbouring grid points, > 0
 * @param first grid index of mass[0]
 * @param mass probabilities under the first table's distribution; not copied
 * @param infinity bound on the mass at loss +∞
 */
record LossDistribution(double step, int first, double[] mass, double infinity) {

  double loss(int i) {
    return ((double) first + i) * step;
  }

  /**
   * The distribution of the pair with its two tables exchanged: the mass at −ε is e^(−ε) times the
   * mass at ε. Connecting the dots commutes with it, because each cell keeps the mass of both
   * tables.
   *
   * @param raised mass of the second table beyond where the last cell was cut, put on the lowest
   *     loss but one of the result: the lowest may lie below some of it
   */
  LossDistribution reversed(double raised) {
    double[] swapped = new double[mass.length];
    for (int i = 0; i < mass.length; i++) {
      swapped[mass.length - 1 - i] = mass[i] == 0 ? 0 : mass[i] * Math.exp(-loss(i));
    }
    swapped[Math.min(1, swapped.length - 1)] += raised;
    return new LossDistribution(step, -(first + mass.length - 1), swapped, infinity);
  }

  /**
   * The symmetric distribution whose positive half this is (first = 0), with an additional atom at
   * loss 0. Losses below {@code floor} ≤ 0 are raised to the grid point above it.
   */
  LossDistribution mirrored(double atom, double floor) {
    int n = mass.length;
    int below = (int) Math.min(n - 1, Math.max(1, Math.floor(-floor / step)));
    double[] whole = new double[below + n];
    whole[below] = 2 * mass[0] + atom;
    for (int i = 1; i < n; i++) {
      whole[below + i] = mass[i];
      whole[below - Math.min(i, below)] += mass[i] * Math.exp(-loss(i));
    }
    return new LossDistribution(step, -below, whole, infinity);
  }

  /**
   * ln Σ mass·e^(λ·loss), and, when {@code tilted} is given, the masses e^(λ·loss)·mass/Σ in it.
   *
   * @param guess any number near the result; keeps the exponentials in range
   */
  double logMoment(double lambda, double guess, double[] tilted) {
    double shift = guess;
    double sum = sum(lambda, shift, tilted);
    for (int i = 0; i < 200 && !(sum > 0 && sum < Double.POSITIVE_INFINITY); i++) {
      shift += sum == 0 ? -500 : 500;
      sum = sum(lambda, shift, tilted);
    }
    if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "these events cannot be composed: their moment of order " + lambda + " is out of range");
    }
    if (tilted != null) {
      for (int i = 0; i < tilted.length; i++) {
        tilted[i] /= sum;
      }
    }
    return shift + Math.log(sum);
  }

  private double sum(double lambda, double shift, double[] tilted) {
    double sum = 0;
    double growth = Math.exp(lambda * step);
    int renewal = lambda * step < 1 ? 31 : 0;
    double factor = 0;
    double lost = 0;
    for (int i = 0; i < mass.length; i++) {
      // the running product is renewed so that its rounding error stays below 64 units
      factor = (i & renewal) == 0 ? Math.exp(lambda * loss(i) - shift) : factor * growth;
      double term = mass[i] == 0 ? 0 : mass[i] * factor;
      // compensated: the sum is raised to the number of compositions
      double corrected = term - lost;
      double next = sum + corrected;
      lost = (next - sum) - corrected;
      sum = next;
      if (tilted != null) {
        tilted[i] = term;
      }
    }
    return sum;
  }
}
