package modulus.vae.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import modulus.encoding.CodedTable;
import modulus.encoding.SparseInputs;
import modulus.vae.network.Activation;
import modulus.vae.network.BlockSoftmax;
import modulus.vae.network.DenseLayer;
import modulus.vae.network.FloatBlock;
import modulus.vae.network.Layer;
import modulus.vae.network.NetworkShape;
import modulus.vae.network.ParameterLayout;
import modulus.vae.network.SparseLayer;
import org.bytedeco.javacpp.FloatPointer;

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
  /** Keeps the clipped norm below C in spite of rounding in float32. */
  private static final double SLACK = 1 - 1e-5;

  private final int capacity;
  private final int latent;
  private final int latentLayer;
  private final Activation encoderActivation;
  private final List<Layer> layers = new ArrayList<>();
  private final FloatPointer nativeParameters;
  private final SparseLayer sparse;
  private final float[] sparseSum;
  private final List<DenseLayer> dense = new ArrayList<>();
  private final List<FloatBlock> inputs = new ArrayList<>();
  private final List<FloatBlock> gradients = new ArrayList<>();
  private final List<float[]> before = new ArrayList<>();
  private final List<FloatBlock> sums = new ArrayList<>();
  private final BlockSoftmax softmax;
  private final MixtureTerm prior;
  private final SquaredNorms squares;
  private final PatientNorms patientNorms;
  private final double[] inputNorm;
  private final double[] gradientNorm;
  private final double[] squaredNorm;
  private final float[] factor;
  private final boolean[] dropped;
  private final double[] logDensity;
  private final double[] reconstruction;
  private float[] parameters = new float[0];

  /**
   * @param capacity most records per chunk
   */
  ChunkPass(NetworkShape shape, int capacity) {
    this.capacity = capacity;
    ParameterLayout layout = new ParameterLayout(shape);
    latent = shape.latent();
    layers.addAll(layout.encoder());
    layers.addAll(layout.decoder());
    latentLayer = layout.encoder().size() - 1;
    encoderActivation = Activation.of(shape.encoderKind());
    nativeParameters = new FloatPointer((long) layout.size());
    sparse = new SparseLayer(layers.get(0));
    sparseSum = new float[layers.get(0).size()];
    for (int l = 0; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      gradients.add(new FloatBlock(layer.outputs() * capacity));
      before.add(new float[hasActivation(l) ? layer.outputs() * capacity : 0]);
      if (l > 0) {
        DenseLayer step = new DenseLayer(layer, nativeParameters);
        dense.add(step);
        inputs.add(step.inputBlock(capacity));
        sums.add(new FloatBlock(layer.size()));
      }
    }
    int[] blocks = shape.blocks().stream().mapToInt(Integer::intValue).toArray();
    softmax = new BlockSoftmax(blocks, capacity);
    prior = new MixtureTerm(layout, capacity);
    squares = new SquaredNorms(capacity);
    patientNorms = new PatientNorms(layers, inputs, gradients);
    inputNorm = new double[capacity];
    gradientNorm = new double[capacity];
    squaredNorm = new double[capacity];
    factor = new float[capacity];
    dropped = new boolean[capacity];
    logDensity = new double[capacity];
    reconstruction = new double[capacity];
  }

  int capacity() {
    return capacity;
  }

  /** Takes over the parameters; to be called after every update. The array is read until then. */
  void setParameters(float[] values) {
    parameters = values;
    nativeParameters.put(values, 0, values.length);
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
   * Adds the sum of the last chunk's clipped gradients to {@code total}. A record whose gradient is
   * not finite counts as 0.
   *
   * @param clip C, or ∞ for no clipping
   * @return how many records were clipped
   */
  int addClipped(
      SparseInputs input, int[] records, int from, int n, double clip, float beta, double[] total) {
    boolean any = false;
    int clipped = 0;
    for (int c = 0; c < n; c++) {
      clipped += clipFactor(c, c + 1, squaredNorm[c], clip) ? 1 : 0;
      any |= dropped[c];
    }
    addScaled(input, records, from, n, any, beta, total);
    return clipped;
  }

  /**
   * Adds the sum of the clipped gradients of the last chunk's patients to {@code total}: each
   * patient's records are summed before their norm is clipped. A patient whose sum is not finite
   * counts as 0.
   *
   * @param firstPatient the chunk was run on the records of patients {@code firstPatient} … {@code
   *     endPatient − 1} of {@code batch}
   * @return how many patients were clipped
   */
  int addClipped(
      SparseInputs input,
      PatientBatch batch,
      int firstPatient,
      int endPatient,
      double clip,
      float beta,
      double[] total) {
    int from = batch.first(firstPatient);
    int n = batch.first(endPatient) - from;
    boolean any = false;
    int clipped = 0;
    for (int patient = firstPatient; patient < endPatient; patient++) {
      int first = batch.first(patient) - from;
      int end = batch.end(patient) - from;
      double square =
          end - first == 1
              ? squaredNorm[first]
              : patientNorms.square(input, batch.records(), from, first, end, n)
                  + prior.squaredNorm(inputs.get(latentLayer).array(), n, first, end, beta);
      clipped += clipFactor(first, end, square, clip) ? 1 : 0;
      any |= dropped[first];
    }
    addScaled(input, batch.records(), from, n, any, beta, total);
    return clipped;
  }

  private void addScaled(
      SparseInputs input,
      int[] records,
      int from,
      int n,
      boolean anyDropped,
      float beta,
      double[] total) {
    if (anyDropped) {
      clearDropped(n);
    }
    prior.addGradient(inputs.get(latentLayer).array(), factor, n, beta, total);
    for (int l = 1; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      FloatBlock in = inputs.get(l - 1);
      for (int row = 0; row <= layer.inputs(); row++) {
        scale(in.array(), row * n, factor, n);
      }
      in.upload((layer.inputs() + 1) * n);
      FloatBlock sum = sums.get(l - 1);
      dense.get(l - 1).gradient(in, gradients.get(l), sum, n);
      sum.download(layer.size());
      add(total, layer.offset(), sum.array(), layer.size());
    }
    Arrays.fill(sparseSum, 0f);
    sparse.addGradient(input, records, from, n, gradients.get(0).array(), factor, sparseSum);
    add(total, layers.get(0).offset(), sparseSum, sparseSum.length);
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
    inputs.forEach(FloatBlock::close);
    gradients.forEach(FloatBlock::close);
    sums.forEach(FloatBlock::close);
    prior.close();
    nativeParameters.close();
  }

  private boolean hasActivation(int l) {
    return l != latentLayer && l != layers.size() - 1;
  }

  private Activation activation(int l) {
    return l < latentLayer ? encoderActivation : Activation.RELU;
  }

  private void forward(SparseInputs input, int[] records, int from, int n, float[] noise) {
    sparse.forward(input, records, from, n, parameters, inputs.get(0).array());
    for (int l = 0; l < layers.size() - 1; l++) {
      Layer layer = layers.get(l);
      FloatBlock out = inputs.get(l);
      if (l > 0) {
        dense.get(l - 1).forward(inputs.get(l - 1), out, n);
        out.download(layer.outputs() * n);
      }
      if (l == latentLayer) {
        addInto(out.array(), noise, latent * n);
      } else {
        activation(l).apply(out.array(), before.get(l), layer.outputs(), n);
      }
      dense.get(l).setOnes(out.array(), n);
      out.upload((layer.outputs() + 1) * n);
    }
    int last = layers.size() - 1;
    dense.get(last - 1).forward(inputs.get(last - 1), gradients.get(last), n);
    gradients.get(last).download(layers.get(last).outputs() * n);
  }

  private void outputGradient(CodedTable target, int[] records, int from, int n, boolean measure) {
    FloatBlock out = gradients.get(layers.size() - 1);
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
    out.upload(layers.get(layers.size() - 1).outputs() * n);
  }

  private void backward(int n, float beta, boolean measure) {
    Arrays.fill(squaredNorm, 0, n, 0.0);
    for (int l = layers.size() - 1; l > 0; l--) {
      FloatBlock below = gradients.get(l - 1);
      int units = layers.get(l).inputs();
      dense.get(l - 1).backward(gradients.get(l), below, n);
      below.download(units * n);
      float[] after = inputs.get(l - 1).array();
      if (l - 1 == latentLayer) {
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
    for (int l = 0; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      if (l == 0) {
        for (int c = 0; c < n; c++) {
          inputNorm[c] = input.squaredNorm(records[from + c]) + 1;
        }
      } else {
        squares.of(inputs.get(l - 1).array(), layer.inputs() + 1, n, inputNorm);
      }
      squares.of(gradients.get(l).array(), layer.outputs(), n, gradientNorm);
      for (int c = 0; c < n; c++) {
        squaredNorm[c] += inputNorm[c] * gradientNorm[c];
      }
    }
  }

  /** Sets the factor of columns {@code first} … {@code end − 1}; true if they are clipped. */
  private boolean clipFactor(int first, int end, double square, double clip) {
    double norm = Math.sqrt(square);
    double allowed = clip * SLACK / norm;
    boolean finite = Double.isFinite(norm);
    Arrays.fill(dropped, first, end, !finite);
    Arrays.fill(factor, first, end, finite ? (float) Math.min(1.0, allowed) : 0f);
    return !finite || allowed < 1;
  }

  /** Removes dropped records' numbers everywhere: 0 · NaN would still be NaN in a product. */
  private void clearDropped(int n) {
    prior.clear(dropped, n);
    for (int l = 0; l < layers.size(); l++) {
      FloatBlock gradient = gradients.get(l);
      clearColumns(gradient.array(), layers.get(l).outputs(), n);
      gradient.upload(layers.get(l).outputs() * n);
      if (l > 0) {
        clearColumns(inputs.get(l - 1).array(), layers.get(l).inputs() + 1, n);
      }
    }
  }

  private void clearColumns(float[] x, int rows, int n) {
    for (int c = 0; c < n; c++) {
      if (dropped[c]) {
        for (int row = 0; row < rows; row++) {
          x[row * n + c] = 0f;
        }
      }
    }
  }

  private static void scale(float[] x, int from, float[] by, int n) {
    for (int c = 0; c < n; c++) {
      x[from + c] *= by[c];
    }
  }

  private static void addInto(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      x[i] += y[i];
    }
  }

  private static void add(double[] total, int at, float[] x, int length) {
    for (int i = 0; i < length; i++) {
      total[at + i] += x[i];
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
