package modulus.vae.training;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;

import java.util.Arrays;
import modulus.vae.network.BlockSoftmax;
import modulus.vae.network.ParameterLayout;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;

/**
 * The prior's share of the objective, −β·log Σ_k π_k N(z; m_k, diag(s_k²)), for a chunk of records:
 * its gradient by z, each record's squared gradient norm by the prior's own parameters, and the
 * weighted sum of those gradients. Matrices are feature-major (row = dimension, column = record).
 */
final class MixtureTerm implements AutoCloseable {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);
  private static final int ROWS_IN_FLOAT = 32;

  private final ParameterLayout layout;
  private final int components;
  private final int latent;
  private final float[] mean;
  private final float[] precision;
  private final float[] offset;
  private final float[] weight;
  private final float[] responsibility;
  private final float[] partial;
  private final float[] scaled;
  private final double[] ownNorm;
  private final BlockSoftmax softmax;
  private final double[] weightedDouble;
  private final double[] momentsDouble;
  private final double[] sumsDouble;
  private final DoublePointer weighted;
  private final DoublePointer moments;
  private final DoublePointer sums;

  MixtureTerm(ParameterLayout layout, int capacity) {
    this.layout = layout;
    components = layout.components();
    latent = layout.latent();
    mean = new float[components * latent];
    precision = new float[components * latent];
    offset = new float[components];
    weight = new float[components];
    responsibility = new float[components * capacity];
    partial = new float[capacity];
    scaled = new float[capacity];
    ownNorm = new double[capacity];
    softmax = new BlockSoftmax(new int[] {components}, capacity);
    weightedDouble = new double[components * capacity];
    momentsDouble = new double[(2 * latent + 1) * capacity];
    sumsDouble = new double[components * (2 * latent + 1)];
    weighted = new DoublePointer((long) weightedDouble.length);
    moments = new DoublePointer((long) momentsDouble.length);
    sums = new DoublePointer((long) sumsDouble.length);
  }

  void setParameters(float[] parameters) {
    System.arraycopy(parameters, layout.meanOffset(), mean, 0, mean.length);
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < components; k++) {
      largest = Math.max(largest, parameters[layout.logitOffset() + k]);
    }
    double total = 0;
    for (int k = 0; k < components; k++) {
      total += Math.exp(parameters[layout.logitOffset() + k] - largest);
    }
    for (int k = 0; k < components; k++) {
      double logWeight = parameters[layout.logitOffset() + k] - largest - Math.log(total);
      weight[k] = (float) Math.exp(logWeight);
      double halfLogVariance = 0;
      for (int i = 0; i < latent; i++) {
        float logVariance = parameters[layout.logVarianceOffset() + k * latent + i];
        precision[k * latent + i] = (float) Math.exp(-logVariance);
        halfLogVariance += 0.5 * logVariance;
      }
      offset[k] = (float) (logWeight - halfLogVariance);
    }
  }

  /**
   * @param z latent points, d × n
   * @param beta β
   * @param gradient receives β · ∂(−log p)/∂z, added; d × n
   * @param squaredNorms each record's squared gradient norm by the prior's parameters is added
   * @param logDensity receives log p(z) unless null
   */
  void forwardBackward(
      float[] z, int n, float beta, float[] gradient, double[] squaredNorms, double[] logDensity) {
    for (int k = 0; k < components; k++) {
      Arrays.fill(responsibility, k * n, (k + 1) * n, offset[k]);
      for (int i = 0; i < latent; i++) {
        int at = k * latent + i;
        subtractHalfSquare(responsibility, k * n, z, i * n, mean[at], precision[at], n);
      }
    }
    float[] sum = softmax.exponentials(responsibility, 0, n);
    if (logDensity != null) {
      for (int c = 0; c < n; c++) {
        logDensity[c] = softmax.lastMax()[c] + Math.log(sum[c]) - 0.5 * latent * LOG_TWO_PI;
      }
    }
    softmax.normalise(responsibility, 0, n);
    for (int k = 0; k < components; k++) {
      Arrays.fill(ownNorm, 0, n, 0.0);
      for (int start = 0; start < latent; start += ROWS_IN_FLOAT) {
        Arrays.fill(partial, 0, n, 0f);
        for (int i = start; i < Math.min(latent, start + ROWS_IN_FLOAT); i++) {
          int at = k * latent + i;
          float p = precision[at];
          pull(gradient, responsibility, k * n, z, i * n, mean[at], beta * p, n);
          scaledSquare(scaled, z, i * n, mean[at], p, n);
          addOwnSquares(partial, scaled, p, n);
        }
        for (int c = 0; c < n; c++) {
          ownNorm[c] += partial[c];
        }
      }
      addSquares(squaredNorms, responsibility, k * n, ownNorm, weight[k], beta, n);
    }
  }

  /**
   * ‖Σ_c ∂(−β log p(z_c))/∂(prior's parameters)‖² over columns {@code from} … {@code to − 1} of the
   * last chunk, in float64.
   */
  double squaredNorm(float[] z, int n, int from, int to, double beta) {
    double square = 0;
    for (int k = 0; k < components; k++) {
      double logit = 0;
      for (int c = from; c < to; c++) {
        logit += weight[k] - (double) responsibility[k * n + c];
      }
      square += logit * logit;
      for (int i = 0; i < latent; i++) {
        double m = mean[k * latent + i];
        double p = precision[k * latent + i];
        double byMean = 0;
        double byLogVariance = 0;
        for (int c = from; c < to; c++) {
          double r = responsibility[k * n + c];
          double d = z[i * n + c] - m;
          byMean += r * p * d;
          byLogVariance += 0.5 * r * (1 - p * d * d);
        }
        square += byMean * byMean + byLogVariance * byLogVariance;
      }
    }
    return beta * beta * square;
  }

  /** Takes the records marked out of the sums, whatever their numbers are. */
  void clear(boolean[] dropped, int n) {
    for (int k = 0; k < components; k++) {
      for (int c = 0; c < n; c++) {
        if (dropped[c]) {
          responsibility[k * n + c] = 0f;
        }
      }
    }
  }

  /**
   * Adds Σ_c factor[c] · ∂(−β log p(z_c))/∂(prior's parameters) to {@code total}. In float64, so
   * that writing it through the moments of z loses nothing.
   */
  void addGradient(float[] z, float[] factor, int n, double beta, double[] total) {
    int columns = 2 * latent + 1;
    double all = 0;
    for (int c = 0; c < n; c++) {
      all += factor[c];
    }
    for (int k = 0; k < components; k++) {
      for (int c = 0; c < n; c++) {
        weightedDouble[k * n + c] = (double) factor[c] * responsibility[k * n + c];
      }
    }
    for (int i = 0; i < latent; i++) {
      for (int c = 0; c < n; c++) {
        double value = z[i * n + c];
        momentsDouble[i * n + c] = value;
        momentsDouble[(latent + i) * n + c] = value * value;
      }
    }
    Arrays.fill(momentsDouble, 2 * latent * n, columns * n, 1.0);
    weighted.put(weightedDouble, 0, components * n);
    moments.put(momentsDouble, 0, columns * n);
    openblas.cblas_dgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasTrans,
        components,
        columns,
        n,
        1.0,
        weighted,
        n,
        moments,
        n,
        0.0,
        sums,
        columns);
    sums.get(sumsDouble, 0, components * columns);
    for (int k = 0; k < components; k++) {
      double mass = sumsDouble[k * columns + 2 * latent];
      total[layout.logitOffset() + k] += beta * (weight[k] * all - mass);
      for (int i = 0; i < latent; i++) {
        int at = k * latent + i;
        double m = mean[at];
        double first = sumsDouble[k * columns + i];
        double second = sumsDouble[k * columns + latent + i];
        total[layout.meanOffset() + at] -= beta * precision[at] * (first - m * mass);
        total[layout.logVarianceOffset() + at] +=
            0.5 * beta * (mass - precision[at] * (second - 2 * m * first + m * m * mass));
      }
    }
  }

  @Override
  public void close() {
    weighted.close();
    moments.close();
    sums.close();
  }

  private static void subtractHalfSquare(
      float[] out, int to, float[] z, int from, float mean, float precision, int n) {
    float half = 0.5f * precision;
    for (int c = 0; c < n; c++) {
      float d = z[from + c] - mean;
      out[to + c] -= half * d * d;
    }
  }

  /** gradient += r · factor · (z − m). */
  private static void pull(
      float[] gradient,
      float[] responsibility,
      int component,
      float[] z,
      int from,
      float mean,
      float factor,
      int n) {
    for (int c = 0; c < n; c++) {
      gradient[from + c] += responsibility[component + c] * ((z[from + c] - mean) * factor);
    }
  }

  /** e ← (z − m)²/s². */
  private static void scaledSquare(
      float[] out, float[] z, int from, float mean, float precision, int n) {
    for (int c = 0; c < n; c++) {
      float d = z[from + c] - mean;
      out[c] = d * d * precision;
    }
  }

  /** Squared derivatives by a mean, e/s², and by a log-variance, ((e − 1)/2)². */
  private static void addOwnSquares(float[] sum, float[] scaled, float precision, int n) {
    for (int c = 0; c < n; c++) {
      float v = 0.5f * scaled[c] - 0.5f;
      sum[c] += scaled[c] * precision + v * v;
    }
  }

  private static void addSquares(
      double[] out,
      float[] responsibility,
      int from,
      double[] own,
      float weight,
      float beta,
      int n) {
    double factor = (double) beta * beta;
    for (int c = 0; c < n; c++) {
      double r = responsibility[from + c];
      double l = weight - r;
      out[c] += factor * (r * r * own[c] + l * l);
    }
  }
}
