package modulus.vae.network;

/**
 * Moves a layer's weights to the nearest matrix whose singular values all equal a given scale, by
 * Newton–Schulz iteration (Björck and Bowie 1971; used for Lipschitz networks by Anil, Lucas and
 * Grosse 2019). It converges quadratically and needs few iterations when the weights were
 * orthonormal one update ago. What it leaves is not a bound; {@link SpectralNorm} measures.
 */
public final class Orthonormalisation {
  private static final int MOST_ITERATIONS = 30;
  private static final double TOLERANCE = 1e-6;

  private Orthonormalisation() {}

  /** Orthonormalises the weights in place: WᵀW = scale²·I, or WWᵀ where that is smaller. */
  public static void apply(float[] parameters, Layer layer, double scale) {
    double norm = SpectralNorm.estimate(parameters, layer);
    if (!(norm > 0) || Double.isInfinite(norm)) {
      return;
    }
    int size = layer.inputs() * layer.outputs();
    boolean tall = layer.inputs() >= layer.outputs();
    int order = Math.min(layer.inputs(), layer.outputs());
    int length = Math.max(layer.inputs(), layer.outputs());
    // Above √3 the iteration diverges; a matrix that is close to orthonormal is left as it is.
    double start = norm > 1.5 * scale || norm < 0.5 * scale ? norm : scale;
    try (FloatBlock x = new FloatBlock(size);
        FloatBlock next = new FloatBlock(size);
        FloatBlock gram = new FloatBlock(order * order)) {
      for (int i = 0; i < size; i++) {
        x.array()[i] = (float) (parameters[layer.offset() + i] / start);
      }
      x.upload(size);
      for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
        if (tall) {
          Gemm.multiplyLeftTransposed(
              order, order, length, x.pointer(), x.pointer(), gram.pointer());
        } else {
          Gemm.multiplyRightTransposed(
              order, order, length, x.pointer(), x.pointer(), gram.pointer());
        }
        gram.download(order * order);
        double distance = correction(gram.array(), order);
        if (distance < TOLERANCE) {
          break;
        }
        gram.upload(order * order);
        if (tall) {
          Gemm.multiply(length, order, order, x.pointer(), gram.pointer(), next.pointer());
        } else {
          Gemm.multiply(order, length, order, gram.pointer(), x.pointer(), next.pointer());
        }
        next.download(size);
        System.arraycopy(next.array(), 0, x.array(), 0, size);
        x.upload(size);
      }
      for (int i = 0; i < size; i++) {
        parameters[layer.offset() + i] = (float) (x.array()[i] * scale);
      }
    }
  }

  /** Turns the Gram matrix G into 1.5·I − 0.5·G and returns the largest entry of |G − I|. */
  private static double correction(float[] gram, int order) {
    double distance = 0;
    for (int i = 0; i < order; i++) {
      for (int j = 0; j < order; j++) {
        float g = gram[i * order + j];
        float unit = i == j ? 1f : 0f;
        distance = Math.max(distance, Math.abs(g - unit));
        gram[i * order + j] = 1.5f * unit - 0.5f * g;
      }
    }
    return distance;
  }
}
