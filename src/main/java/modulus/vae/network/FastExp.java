package modulus.vae.network;

/**
 * An exponential the just-in-time compiler vectorises: (Taylor₆(x/64))⁶⁴ by six squarings. Relative
 * error below 1e-5 on [−20, 0]; e^−80 stands for everything smaller. Several short loops over a
 * buffer in the first-level cache, because the compiler does not vectorise one long loop body.
 */
final class FastExp {
  private static final float LEAST = -80f;

  private final float[] argument;
  private final float[] value;

  FastExp(int capacity) {
    argument = new float[capacity];
    value = new float[capacity];
  }

  /**
   * x[from + i] ← exp(x[from + i] − shift[i]) and sum[i] += that, for i in 0 … n − 1; every
   * difference must be ≤ 0.
   */
  void shifted(float[] x, int from, float[] shift, float[] sum, int n) {
    reduce(x, from, shift, argument, n);
    begin(argument, value, n);
    horner(argument, value, 1f / 6, 0.5f, n);
    horner(argument, value, 1f, 1f, n);
    eighthPower(value, n);
    finish(value, x, from, sum, n);
  }

  private static void reduce(float[] x, int from, float[] shift, float[] argument, int n) {
    for (int i = 0; i < n; i++) {
      argument[i] = Math.max(x[from + i] - shift[i], LEAST) * (1f / 64);
    }
  }

  private static void begin(float[] argument, float[] value, int n) {
    for (int i = 0; i < n; i++) {
      value[i] = (argument[i] * (1f / 720) + 1f / 120) * argument[i] + 1f / 24;
    }
  }

  private static void horner(float[] argument, float[] value, float a, float b, int n) {
    for (int i = 0; i < n; i++) {
      value[i] = (value[i] * argument[i] + a) * argument[i] + b;
    }
  }

  private static void eighthPower(float[] value, int n) {
    for (int i = 0; i < n; i++) {
      float square = value[i] * value[i];
      float fourth = square * square;
      value[i] = fourth * fourth;
    }
  }

  private static void finish(float[] value, float[] x, int from, float[] sum, int n) {
    for (int i = 0; i < n; i++) {
      float square = value[i] * value[i];
      float fourth = square * square;
      float eighth = fourth * fourth;
      x[from + i] = eighth;
      sum[i] += eighth;
    }
  }
}
