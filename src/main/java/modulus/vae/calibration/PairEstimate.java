package modulus.vae.calibration;

import java.util.Arrays;

/**
 * A proper joint distribution of two attributes from their noisy table: the residual against
 * independence is shrunk by its signal share (James and Stein 1961), cells that stand out of the
 * noise are kept as measured, and the result is fitted to the two one-way distributions by
 * iterative proportional fitting. Cells that exist nowhere keep a little of their independent mass.
 *
 * @param joint cell (a, b) at a · second size + b; &gt; 0, sum 1
 * @param dependence ℓ₁ distance of the noisy table to independence less what noise alone would
 *     give, its mean (the score of McKenna, Miklau and Sheldon, "Winning the NIST contest", 2021)
 *     and two standard deviations; below 0 where nothing but noise is seen
 */
record PairEstimate(double[] joint, double dependence) {
  private static final int FITTING_ROUNDS = 20;

  /** A residual of so many noise deviations is believed as it stands. */
  private static final double STANDS_OUT = 1.5;

  /** Standard deviations of pure noise's distance that a dependence has to exceed. */
  private static final double VISIBLE = 2;

  private static final double LEAST_OF_INDEPENDENT = 0.02;
  private static final double LEAST = 1e-9;

  /**
   * @param noisy frequencies, not clamped
   * @param first one-way distribution of the first attribute, &gt; 0, sum 1
   * @param second of the second
   * @param noise standard deviation per cell
   */
  static PairEstimate of(double[] noisy, double[] first, double[] second, double noise) {
    double excess = 0;
    double distance = 0;
    for (int cell = 0; cell < noisy.length; cell++) {
      double residual = noisy[cell] - first[cell / second.length] * second[cell % second.length];
      excess += residual * residual;
      distance += Math.abs(residual);
    }
    double signal = Math.max(0, 1 - noisy.length * noise * noise / excess);
    double[] joint = new double[noisy.length];
    for (int cell = 0; cell < noisy.length; cell++) {
      double independent = first[cell / second.length] * second[cell % second.length];
      double residual = noisy[cell] - independent;
      double kept = Math.abs(residual) > STANDS_OUT * noise ? residual : signal * residual;
      joint[cell] =
          Math.max(LEAST, Math.max(LEAST_OF_INDEPENDENT * independent, independent + kept));
    }
    fit(joint, first, second);
    double expected = noisy.length * noise * Math.sqrt(2 / Math.PI);
    double spread = noise * Math.sqrt(noisy.length * (1 - 2 / Math.PI));
    return new PairEstimate(joint, distance - expected - VISIBLE * spread);
  }

  private static void fit(double[] joint, double[] first, double[] second) {
    int size = second.length;
    double[] rows = new double[first.length];
    double[] columns = new double[size];
    for (int round = 0; round < FITTING_ROUNDS; round++) {
      Arrays.fill(rows, 0);
      for (int cell = 0; cell < joint.length; cell++) {
        rows[cell / size] += joint[cell];
      }
      Arrays.fill(columns, 0);
      for (int cell = 0; cell < joint.length; cell++) {
        joint[cell] *= first[cell / size] / rows[cell / size];
        columns[cell % size] += joint[cell];
      }
      for (int cell = 0; cell < joint.length; cell++) {
        joint[cell] *= second[cell % size] / columns[cell % size];
      }
    }
  }
}
