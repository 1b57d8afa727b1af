package modulus.vae.network;

/**
 * Moves a layer's weights to the nearest matrix whose singular values all equal a given scale, by
 * Newton–Schulz iteration (Björck and Bowie 1971; used for Lipschitz networks by Anil, Lucas and
 * Grosse 2019). It converges quadratically and needs few iterations when the weights were
 * orthonormal one update ago. What it leaves is not a bound; {@link SpectralNorm} measures.
 */
public final class Orthonormalisation {
  private static final int MOST_ITERATIONS = 30;

  /** From singular values below √3 the iteration converges. */
  private static final double MOST_SQUARE = 2.25;

  /** Largest ‖G − I‖_F / order of a Gram matrix that counts as orthonormal; above float32's own. */
  private static final double TOLERANCE = 3e-7;

  /** What float32 rounding of the Gram matrix and of the weights can hide, relative. */
  private static final double ROUNDING = 4e-6;

  private Orthonormalisation() {}

  /**
   * Orthonormalises the weights in place: WᵀW = scale²·I, or WWᵀ where that is smaller.
   *
   * @return ‖W‖₂ afterwards, at most 1e-4 too large and not too small but for rounding
   */
  public static double apply(float[] parameters, Layer layer, double scale) {
    int size = layer.inputs() * layer.outputs();
    boolean tall = layer.inputs() >= layer.outputs();
    int order = Math.min(layer.inputs(), layer.outputs());
    int length = Math.max(layer.inputs(), layer.outputs());
    try (FloatBlock x = new FloatBlock(size);
        FloatBlock next = new FloatBlock(size);
        FloatBlock gram = new FloatBlock(order * order)) {
      load(parameters, layer, scale, x);
      gram(x, gram, tall, order, length);
      double square = largestRow(gram.array(), order);
      if (!(square > 0) || Double.isInfinite(square)) {
        return SpectralNorm.estimate(parameters, layer);
      }
      if (square > MOST_SQUARE) {
        load(parameters, layer, scale * Math.sqrt(square), x);
        gram(x, gram, tall, order, length);
      }
      double distance = correction(gram.array(), order);
      for (int i = 0; i < MOST_ITERATIONS && distance > TOLERANCE * order; i++) {
        gram.upload(order * order);
        if (tall) {
          Gemm.multiply(length, order, order, x.pointer(), gram.pointer(), next.pointer());
        } else {
          Gemm.multiply(order, length, order, gram.pointer(), x.pointer(), next.pointer());
        }
        next.download(size);
        System.arraycopy(next.array(), 0, x.array(), 0, size);
        x.upload(size);
        gram(x, gram, tall, order, length);
        distance = correction(gram.array(), order);
      }
      for (int i = 0; i < size; i++) {
        parameters[layer.offset() + i] = (float) (x.array()[i] * scale);
      }
      return distance > TOLERANCE * order
          ? SpectralNorm.estimate(parameters, layer)
          : scale * (Math.sqrt(1 + distance) + ROUNDING);
    }
  }

  private static void load(float[] parameters, Layer layer, double by, FloatBlock x) {
    int size = layer.inputs() * layer.outputs();
    for (int i = 0; i < size; i++) {
      x.array()[i] = (float) (parameters[layer.offset() + i] / by);
    }
    x.upload(size);
  }

  private static void gram(FloatBlock x, FloatBlock gram, boolean tall, int order, int length) {
    if (tall) {
      Gemm.multiplyLeftTransposed(order, order, length, x.pointer(), x.pointer(), gram.pointer());
    } else {
      Gemm.multiplyRightTransposed(order, order, length, x.pointer(), x.pointer(), gram.pointer());
    }
    gram.download(order * order);
  }

  /** ‖G‖_∞, which is at least the square of every singular value. */
  private static double largestRow(float[] gram, int order) {
    double largest = 0;
    for (int i = 0; i < order; i++) {
      double row = 0;
      for (int j = 0; j < order; j++) {
        row += Math.abs(gram[i * order + j]);
      }
      largest = Math.max(largest, row);
    }
    return largest;
  }

  /** Turns the Gram matrix G into 1.5·I − 0.5·G and returns ‖G − I‖_F. */
  private static double correction(float[] gram, int order) {
    double squares = 0;
    for (int i = 0; i < order; i++) {
      for (int j = 0; j < order; j++) {
        float g = gram[i * order + j];
        float unit = i == j ? 1f : 0f;
        squares += (double) (g - unit) * (g - unit);
        gram[i * order + j] = 1.5f * unit - 0.5f * g;
      }
    }
    return Math.sqrt(squares);
  }
}
