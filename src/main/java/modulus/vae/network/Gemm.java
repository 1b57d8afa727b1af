package modulus.vae.network;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * Single-precision matrix products of row-major matrices, one BLAS thread: work is shared out over
 * batches of records instead, because spinning BLAS threads lose badly on a busy machine.
 */
public final class Gemm {
  static {
    openblas.blas_set_num_threads(1);
  }

  private Gemm() {}

  /** c (m × n) = a (m × k) · b (k × n). */
  public static void multiply(int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c) {
    openblas.cblas_sgemm(
        CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1f, a, k, b, n, 0f, c, n);
  }

  /** c (m × n) = aᵀ · b, a stored k × m, b stored k × n. */
  public static void multiplyLeftTransposed(
      int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c) {
    openblas.cblas_sgemm(
        CblasRowMajor, CblasTrans, CblasNoTrans, m, n, k, 1f, a, m, b, n, 0f, c, n);
  }

  /** c (m × n) = a · bᵀ, a stored m × k, b stored n × k. */
  public static void multiplyRightTransposed(
      int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c) {
    openblas.cblas_sgemm(
        CblasRowMajor, CblasNoTrans, CblasTrans, m, n, k, 1f, a, k, b, k, 0f, c, n);
  }
}
