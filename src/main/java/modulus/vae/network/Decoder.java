package modulus.vae.network;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/** Inference through the decoder, a chunk of latent points at a time. Not thread-safe. */
public final class Decoder implements AutoCloseable {
  private final int outputs;
  private final FloatPointer parameters;
  private final List<DenseLayer> layers = new ArrayList<>();
  private final List<FloatBlock> inputs = new ArrayList<>();
  private final FloatBlock logits;

  /**
   * @param capacity most latent points per call
   */
  public Decoder(VaeModel model, int capacity) {
    outputs = model.shape().outputs();
    parameters = new FloatPointer(model.parameters());
    for (Layer layer : model.layout().decoder()) {
      DenseLayer step = new DenseLayer(layer, parameters);
      layers.add(step);
      inputs.add(step.inputBlock(capacity));
    }
    logits = new FloatBlock(outputs * capacity);
  }

  /** Where latent points go: latent × n, row = dimension, column = point. */
  public float[] latentPoints() {
    return inputs.get(0).array();
  }

  /** Decodes the first n points; returns the logits, outputs × n, in an array that is reused. */
  public float[] decode(int n) {
    for (int l = 0; l < layers.size(); l++) {
      DenseLayer layer = layers.get(l);
      FloatBlock in = inputs.get(l);
      int units = layer.layer().inputs();
      if (l > 0) {
        in.download(units * n);
        Activation.RELU.apply(in.array(), in.array(), units, n);
      }
      layer.setOnes(in.array(), n);
      in.upload((units + 1) * n);
      layer.forward(in, l == layers.size() - 1 ? logits : inputs.get(l + 1), n);
    }
    logits.download(outputs * n);
    return logits.array();
  }

  @Override
  public void close() {
    inputs.forEach(FloatBlock::close);
    logits.close();
    parameters.close();
  }
}
