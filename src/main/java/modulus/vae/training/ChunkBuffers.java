package modulus.vae.training;

import java.util.ArrayList;
import java.util.List;
import modulus.vae.network.DenseLayer;
import modulus.vae.network.FloatBlock;
import modulus.vae.network.Layer;
import modulus.vae.network.NetworkShape;
import modulus.vae.network.ParameterLayout;
import modulus.vae.network.SparseLayer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * The layers of a network with what a pass leaves in them: inputs a_l (dense layers only, l ≥ 1,
 * with a row of ones for the bias) and pre-activation gradients g_l of a chunk of records.
 * Feature-major: row = unit, column = record. Allocated once.
 */
final class ChunkBuffers implements AutoCloseable {
  private final List<Layer> layers = new ArrayList<>();
  private final int latentLayer;
  private final FloatPointer nativeParameters;
  private final SparseLayer sparse;
  private final List<DenseLayer> dense = new ArrayList<>();
  private final List<FloatBlock> inputs = new ArrayList<>();
  private final List<FloatBlock> gradients = new ArrayList<>();

  /**
   * @param capacity most records per chunk
   */
  ChunkBuffers(NetworkShape shape, int capacity) {
    ParameterLayout layout = new ParameterLayout(shape);
    layers.addAll(layout.encoder());
    layers.addAll(layout.decoder());
    latentLayer = layout.encoder().size() - 1;
    nativeParameters = new FloatPointer((long) layout.size());
    sparse = new SparseLayer(layers.get(0));
    for (int l = 0; l < layers.size(); l++) {
      gradients.add(new FloatBlock(layers.get(l).outputs() * capacity));
      if (l > 0) {
        DenseLayer step = new DenseLayer(layers.get(l), nativeParameters);
        dense.add(step);
        inputs.add(step.inputBlock(capacity));
      }
    }
  }

  /** Takes over the parameters of the dense layers. */
  void setParameters(float[] values) {
    nativeParameters.put(values, 0, values.length);
  }

  /** Encoder, then decoder. */
  List<Layer> layers() {
    return layers;
  }

  int last() {
    return layers.size() - 1;
  }

  /** The layer whose outputs are the posterior means. */
  int latentLayer() {
    return latentLayer;
  }

  /** Layer 0. */
  SparseLayer sparse() {
    return sparse;
  }

  /** Layer l ≥ 1. */
  DenseLayer dense(int l) {
    return dense.get(l - 1);
  }

  /** What layer l ≥ 1 reads: (inputs + 1) × n. */
  FloatBlock input(int l) {
    return inputs.get(l - 1);
  }

  /** The latent points z, feature-major. */
  float[] latentPoints() {
    return input(latentLayer + 1).array();
  }

  /** By the outputs of layer l before its activation: outputs × n. */
  FloatBlock gradient(int l) {
    return gradients.get(l);
  }

  @Override
  public void close() {
    inputs.forEach(FloatBlock::close);
    gradients.forEach(FloatBlock::close);
    nativeParameters.close();
  }
}
