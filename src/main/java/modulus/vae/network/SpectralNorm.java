package modulus.vae.network;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;

/**
 * Largest singular value of an encoder layer's weight matrix: an estimate that is accurate to
 * rounding, and an upper bound that is proved.
 *
 * <p>The bound: let Ĝ be the computed Gram matrix of W (m summands per entry, products of float32
 * numbers being exact in float64) and A = t²I − Ĝ. If the floating-point Cholesky factorisation of
 * A runs to completion, A has no eigenvalue below −γ_{r+1}/(1 − γ_{r+1})·tr(A), r its order,
 * whatever the order of summation (Rump, "Verification of positive definiteness", BIT 46, 2006;
 * after Demmel 1989). With ‖Ĝ − G‖ ≤ γ_m‖W‖_F² that bounds ‖W‖₂². γ_j = j·u/(1 − j·u), u = 2⁻⁵³.
 * Never a power iteration, which only bounds from below.
 */
public final class SpectralNorm {
  private static final double UNIT = 0x1p-53;
  private static final double[] INFLATIONS = {1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3};

  private SpectralNorm() {}

  /** ‖W‖₂ of the layer's weights (without the bias) up to rounding; not a bound. */
  public static double estimate(float[] parameters, Layer layer) {
    return largest(gram(parameters, layer), order(layer));
  }

  /**
   * A number that is at least ‖W‖₂ of the layer's weights.
   *
   * @throws IllegalArgumentException if a weight is not finite
   */
  public static double upperBound(float[] parameters, Layer layer) {
    double frobenius = squaredFrobenius(parameters, layer);
    if (!Double.isFinite(frobenius)) {
      throw new IllegalArgumentException("weights must be finite");
    }
    if (frobenius == 0) {
      return 0;
    }
    double[] gram = gram(parameters, layer);
    int order = order(layer);
    double estimate = largest(gram, order);
    for (double inflation : INFLATIONS) {
      double square = estimate * estimate * (1 + inflation);
      double[] shifted = new double[gram.length];
      double trace = 0;
      for (int i = 0; i < order; i++) {
        for (int j = 0; j < order; j++) {
          shifted[i * order + j] = -gram[i * order + j];
        }
        shifted[i * order + i] = square - gram[i * order + i];
        trace += shifted[i * order + i];
      }
      if (trace > 0 && choleskyCompletes(shifted, order)) {
        double factor = gamma(order + 1) / (1 - gamma(order + 1));
        double slack =
            factor * trace
                + 4 * UNIT * square
                + gamma(Math.max(layer.inputs(), layer.outputs())) * frobenius;
        return Math.sqrt((square + 2 * slack) * (1 + 8 * UNIT)) * (1 + 4 * UNIT);
      }
    }
    return Math.sqrt(frobenius) * (1 + 4 * UNIT);
  }

  /** γ_j = j·u/(1 − j·u). */
  private static double gamma(int j) {
    return j * UNIT / (1 - j * UNIT);
  }

  private static int order(Layer layer) {
    return Math.min(layer.inputs(), layer.outputs());
  }

  /** ‖W‖_F², rounded up. */
  private static double squaredFrobenius(float[] parameters, Layer layer) {
    double sum = 0;
    for (int i = layer.offset(); i < layer.biasOffset(); i++) {
      sum += (double) parameters[i] * parameters[i];
    }
    return sum * (1 + 2 * gamma(layer.inputs() * layer.outputs()));
  }

  /** WᵀW or WWᵀ, whichever is smaller, row-major. */
  private static double[] gram(float[] parameters, Layer layer) {
    int rows = layer.inputs();
    int columns = layer.outputs();
    int order = order(layer);
    double[] wide = new double[rows * columns];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = parameters[layer.offset() + i];
    }
    double[] gram = new double[order * order];
    try (DoublePointer w = new DoublePointer(wide);
        DoublePointer g = new DoublePointer((long) gram.length)) {
      boolean tall = rows >= columns;
      openblas.cblas_dgemm(
          CblasRowMajor,
          tall ? CblasTrans : CblasNoTrans,
          tall ? CblasNoTrans : CblasTrans,
          order,
          order,
          tall ? rows : columns,
          1,
          w,
          columns,
          w,
          columns,
          0,
          g,
          order);
      g.get(gram);
    }
    return gram;
  }

  /** Square root of the largest eigenvalue of a symmetric matrix. */
  private static double largest(double[] gram, int order) {
    try (DoublePointer a = new DoublePointer(gram);
        DoublePointer eigenvalues = new DoublePointer((long) order)) {
      int info =
          openblas.LAPACKE_dsyevd(
              openblas.LAPACK_COL_MAJOR, (byte) 'N', (byte) 'L', order, a, order, eigenvalues);
      if (info != 0) {
        throw new IllegalArgumentException("weights must be finite");
      }
      return Math.sqrt(Math.max(0, eigenvalues.get(order - 1)));
    }
  }

  private static boolean choleskyCompletes(double[] a, int order) {
    for (int j = 0; j < order; j++) {
      double pivot = a[j * order + j];
      for (int k = 0; k < j; k++) {
        pivot -= a[j * order + k] * a[j * order + k];
      }
      if (!(pivot > 0)) {
        return false;
      }
      double root = Math.sqrt(pivot);
      a[j * order + j] = root;
      for (int i = j + 1; i < order; i++) {
        double sum = a[i * order + j];
        for (int k = 0; k < j; k++) {
          sum -= a[i * order + k] * a[j * order + k];
        }
        a[i * order + j] = sum / root;
      }
    }
    return true;
  }
}
