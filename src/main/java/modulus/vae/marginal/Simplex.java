package modulus.vae.marginal;

import java.util.Arrays;

/** Least-squares projections onto {h ≥ 0, Σh = total}. */
final class Simplex {
  private Simplex() {}

  /**
   * Minimises Σ (h_i − x_i)²/v_i subject to h ≥ 0 and Σ h_i = total, over the entries from … end−1,
   * in place. The active set shrinks by every negative entry at once and needs at most one pass per
   * entry; the result is the exact projection (Michelot 1986).
   *
   * @param variances v, all &gt; 0
   * @param total ≥ 0
   */
  static void project(double[] x, double[] variances, int from, int end, double total) {
    boolean[] active = new boolean[end - from];
    Arrays.fill(active, true);
    while (true) {
      double sum = 0;
      double spread = 0;
      for (int i = from; i < end; i++) {
        if (active[i - from]) {
          sum += x[i];
          spread += variances[i];
        }
      }
      double shift = (total - sum) / spread;
      boolean again = false;
      for (int i = from; i < end; i++) {
        if (active[i - from] && x[i] + shift * variances[i] < 0) {
          active[i - from] = false;
          again = true;
        }
      }
      if (!again) {
        for (int i = from; i < end; i++) {
          x[i] = active[i - from] ? x[i] + shift * variances[i] : 0;
        }
        return;
      }
    }
  }
}
