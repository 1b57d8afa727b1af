package modulus.vae.network;

/** The hidden layers' activations on feature-major matrices (row = unit, column = record). */
public enum Activation {
  RELU {
    @Override
    public void apply(float[] x, float[] before, int units, int n) {
      relu(x, units * n);
    }

    @Override
    public void backward(float[] gradient, float[] after, float[] before, int units, int n) {
      mask(gradient, after, units * n);
    }
  },
  /** (a, b) ↦ (max(a, b), min(a, b)) on neighbouring units. */
  GROUP_SORT {
    @Override
    public void apply(float[] x, float[] before, int units, int n) {
      System.arraycopy(x, 0, before, 0, units * n);
      for (int unit = 0; unit < units; unit += 2) {
        sort(x, unit * n, (unit + 1) * n, n);
      }
    }

    @Override
    public void backward(float[] gradient, float[] after, float[] before, int units, int n) {
      for (int unit = 0; unit < units; unit += 2) {
        unsort(gradient, before, unit * n, (unit + 1) * n, n);
      }
    }
  };

  /** Makes a step function of min(x · VAST, 1), x ≥ 0: a comparison would not be vectorised. */
  private static final float VAST = 1e30f;

  /** The activation of an encoder's hidden layers. */
  public static Activation of(EncoderKind kind) {
    return kind == EncoderKind.GROUP_SORT ? GROUP_SORT : RELU;
  }

  /**
   * Applies the activation in place.
   *
   * @param x units × n numbers
   * @param before receives what {@link #backward} needs of the pre-activations; length ≥ units · n
   */
  public abstract void apply(float[] x, float[] before, int units, int n);

  /** Turns the gradient by the outputs into the gradient by the pre-activations, in place. */
  public abstract void backward(float[] gradient, float[] after, float[] before, int units, int n);

  private static void relu(float[] x, int length) {
    for (int i = 0; i < length; i++) {
      x[i] = Math.max(x[i], 0f);
    }
  }

  private static void mask(float[] gradient, float[] after, int length) {
    for (int i = 0; i < length; i++) {
      gradient[i] *= Math.min(after[i] * VAST, 1f);
    }
  }

  private static void sort(float[] x, int first, int second, int n) {
    for (int i = 0; i < n; i++) {
      float a = x[first + i];
      float b = x[second + i];
      x[first + i] = Math.max(a, b);
      x[second + i] = Math.min(a, b);
    }
  }

  private static void unsort(float[] gradient, float[] before, int first, int second, int n) {
    for (int i = 0; i < n; i++) {
      float a = gradient[first + i];
      float b = gradient[second + i];
      boolean kept = before[first + i] >= before[second + i];
      gradient[first + i] = kept ? a : b;
      gradient[second + i] = kept ? b : a;
    }
  }
}
