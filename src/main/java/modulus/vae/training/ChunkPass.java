package modulus.vae.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import modulus.encoding.CodedTable;
import modulus.encoding.SparseInputs;
import modulus.vae.network.Activation;
import modulus.vae.network.BlockSoftmax;
import modulus.vae.network.FloatBlock;
import modulus.vae.network.Layer;
import modulus.vae.network.NetworkShape;
import modulus.vae.network.ParameterLayout;

/**
 * Forward and backward pass of a chunk of records with preallocated buffers: adds Σ_i c_i ∇ℓ_i over
 * all trained parameters to a float64 sum, where c_i is either 1 or clips record i's gradient to ℓ₂
 * norm C. No gradient of a single record is ever formed: with layer input a and pre-activation
 * gradient g its squared norm is Σ_l (‖a_l‖² + 1)‖g_l‖² plus the prior's part (privacy.md, section
 * 6.2; Goodfellow, "Efficient per-example gradient computations", 2015), and that of the sum over a
 * patient's records r, s is Σ_l Σ_{r,s} (a_r·a_s + 1)(g_r·g_s) plus the prior's part (section 1).
 *
 * <p>Matrices are feature-major (row = unit, column = record), so that every element-wise loop runs
 * over the records. Loss of a record: Σ_j −log softmax_j(x_j) − β·log p(z) at z = μ(x) + ξ; the
 * posterior's own entropy is constant.
 */
final class ChunkPass implements AutoCloseable {
  private final int capacity;
  private final int latent;
  private final Activation encoderActivation;
  private final ChunkBuffers buffers;
  private final List<float[]> before = new ArrayList<>();
  private final BlockSoftmax softmax;
  private final MixtureTerm prior;
  private final SquaredNorms squares;
  private final ClippedSum clippedSum;
  private final double[] inputNorm;
  private final double[] gradientNorm;
  private final double[] squaredNorm;
  private final double[] logDensity;
  private final double[] reconstruction;
  private float[] parameters = new float[0];

  /**
   * @param capacity most records per chunk
   */
  ChunkPass(NetworkShape shape, int capacity) {
    this.capacity = capacity;
    latent = shape.latent();
    encoderActivation = Activation.of(shape.encoderKind());
    buffers = new ChunkBuffers(shape, capacity);
    for (int l = 0; l <= buffers.last(); l++) {
      int outputs = buffers.layers().get(l).outputs();
      before.add(new float[hasActivation(l) ? outputs * capacity : 0]);
    }
    int[] blocks = shape.blocks().stream().mapToInt(Integer::intValue).toArray();
    softmax = new BlockSoftmax(blocks, capacity);
    prior = new MixtureTerm(new ParameterLayout(shape), capacity);
    squares = new SquaredNorms(capacity);
    inputNorm = new double[capacity];
    gradientNorm = new double[capacity];
    squaredNorm = new double[capacity];
    logDensity = new double[capacity];
    reconstruction = new double[capacity];
    clippedSum = new ClippedSum(buffers, prior, squaredNorm);
  }

  int capacity() {
    return capacity;
  }

  /** Takes over the parameters; to be called after every update. The array is read until then. */
  void setParameters(float[] values) {
    parameters = values;
    buffers.setParameters(values);
    prior.setParameters(values);
  }

  /**
   * Forward and backward pass; afterwards {@link #squaredNorm} holds every record's squared
   * gradient norm.
   *
   * @param records record numbers; those at {@code from} … {@code from + n − 1} are used
   * @param noise ξ, latent × n standard normals, feature-major
   * @param measure whether the losses are wanted
   */
  void run(
      SparseInputs input,
      CodedTable target,
      int[] records,
      int from,
      int n,
      float[] noise,
      float beta,
      boolean measure) {
    forward(input, records, from, n, noise);
    outputGradient(target, records, from, n, measure);
    backward(n, beta, measure);
    norms(input, records, from, n);
  }

  /** Squared gradient norms of the last chunk's records, length ≥ n. */
  double[] squaredNorm() {
    return squaredNorm;
  }

  /**
   * Adds the sum of the last chunk's clipped gradients to {@code total}, each record clipped by
   * itself; see {@link ClippedSum#add(SparseInputs, int[], int, int, double, float, double[])}.
   */
  int addClipped(
      SparseInputs input, int[] records, int from, int n, double clip, float beta, double[] total) {
    return clippedSum.add(input, records, from, n, clip, beta, total);
  }

  /** The same for patients, each patient's records summed before they are clipped. */
  int addClipped(
      SparseInputs input,
      PatientBatch batch,
      int firstPatient,
      int endPatient,
      double clip,
      float beta,
      double[] total) {
    return clippedSum.add(input, batch, firstPatient, endPatient, clip, beta, total);
  }

  /** Σ over the last chunk of the reconstruction cross-entropy, nats; only if measured. */
  double reconstruction(int n) {
    return sum(reconstruction, n);
  }

  /** Σ over the last chunk of the one-sample KL estimate log q(z|x) − log p(z), nats. */
  double divergence(int n, float[] noise) {
    double posterior = -0.5 * latent * n * Math.log(2 * Math.PI);
    for (int i = 0; i < latent * n; i++) {
      posterior -= 0.5 * noise[i] * noise[i];
    }
    return posterior - sum(logDensity, n);
  }

  @Override
  public void close() {
    clippedSum.close();
    prior.close();
    buffers.close();
  }

  private boolean hasActivation(int l) {
    return l != buffers.latentLayer() && l != buffers.last();
  }

  private Activation activation(int l) {
    return l < buffers.latentLayer() ? encoderActivation : Activation.RELU;
  }

  private void forward(SparseInputs input, int[] records, int from, int n, float[] noise) {
    int last = buffers.last();
    buffers.sparse().forward(input, records, from, n, parameters, buffers.input(1).array());
    for (int l = 0; l < last; l++) {
      int outputs = buffers.layers().get(l).outputs();
      FloatBlock out = buffers.input(l + 1);
      if (l > 0) {
        buffers.dense(l).forward(buffers.input(l), out, n);
        out.download(outputs * n);
      }
      if (l == buffers.latentLayer()) {
        addInto(out.array(), noise, latent * n);
      } else {
        activation(l).apply(out.array(), before.get(l), outputs, n);
      }
      buffers.dense(l + 1).setOnes(out.array(), n);
      out.upload((outputs + 1) * n);
    }
    buffers.dense(last).forward(buffers.input(last), buffers.gradient(last), n);
    buffers.gradient(last).download(buffers.layers().get(last).outputs() * n);
  }

  private void outputGradient(CodedTable target, int[] records, int from, int n, boolean measure) {
    FloatBlock out = buffers.gradient(buffers.last());
    float[] logits = out.array();
    if (measure) {
      Arrays.fill(reconstruction, 0, n, 0.0);
    }
    for (int j = 0; j < softmax.blocks(); j++) {
      softmax.exponentials(logits, j, n);
      softmax.normalise(logits, j, n);
      short[] codes = target.column(j);
      int row = softmax.offset(j);
      if (measure) {
        for (int c = 0; c < n; c++) {
          float p = logits[(row + codes[records[from + c]]) * n + c];
          reconstruction[c] -= Math.log(Math.max(p, Float.MIN_NORMAL));
        }
      }
      for (int c = 0; c < n; c++) {
        logits[(row + codes[records[from + c]]) * n + c] -= 1f;
      }
    }
    out.upload(buffers.layers().get(buffers.last()).outputs() * n);
  }

  private void backward(int n, float beta, boolean measure) {
    Arrays.fill(squaredNorm, 0, n, 0.0);
    for (int l = buffers.last(); l > 0; l--) {
      FloatBlock below = buffers.gradient(l - 1);
      int units = buffers.layers().get(l).inputs();
      buffers.dense(l).backward(buffers.gradient(l), below, n);
      below.download(units * n);
      float[] after = buffers.input(l).array();
      if (l - 1 == buffers.latentLayer()) {
        prior.forwardBackward(
            after, n, beta, below.array(), squaredNorm, measure ? logDensity : null);
      } else {
        activation(l - 1).backward(below.array(), after, before.get(l - 1), units, n);
      }
      if (l > 1) {
        below.upload(units * n);
      }
    }
  }

  private void norms(SparseInputs input, int[] records, int from, int n) {
    for (int l = 0; l <= buffers.last(); l++) {
      Layer layer = buffers.layers().get(l);
      if (l == 0) {
        for (int c = 0; c < n; c++) {
          inputNorm[c] = input.squaredNorm(records[from + c]) + 1;
        }
      } else {
        squares.of(buffers.input(l).array(), layer.inputs() + 1, n, inputNorm);
      }
      squares.of(buffers.gradient(l).array(), layer.outputs(), n, gradientNorm);
      for (int c = 0; c < n; c++) {
        squaredNorm[c] += inputNorm[c] * gradientNorm[c];
      }
    }
  }

  private static void addInto(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      x[i] += y[i];
    }
  }

  private static double sum(double[] x, int n) {
    double total = 0;
    for (int c = 0; c < n; c++) {
      total += x[c];
    }
    return total;
  }
}
