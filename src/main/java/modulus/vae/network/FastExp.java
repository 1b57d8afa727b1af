package modulus.vae.network;

/**
 * An exponential the just-in-time compiler vectorises: (Taylor₆(x/64))⁶⁴ by six squarings. Relative
 * error below 1e-5 on [−20, 0], and e^−80 stands for everything smaller.
 */
final class FastExp {
  private static final float LEAST = -80f;

  private FastExp() {}

  /**
   * x[from + i] ← exp(x[from + i] − shift[i]) and sum[i] += that, for i in 0 … n − 1; every
   * difference must be ≤ 0.
   */
  static void shiftedExp(float[] x, int from, float[] shift, float[] sum, int n) {
    for (int i = 0; i < n; i++) {
      float y = Math.max(x[from + i] - shift[i], LEAST) * (1f / 64);
      float e = 1f / 120 + y * (1f / 720);
      e = 1f / 24 + y * e;
      e = 1f / 6 + y * e;
      e = 0.5f + y * e;
      e = 1f + y * e;
      e = 1f + y * e;
      e *= e;
      e *= e;
      e *= e;
      e *= e;
      e *= e;
      e *= e;
      x[from + i] = e;
      sum[i] += e;
    }
  }
}
