package modulus.vae.network;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/**
 * An affine layer on feature-major matrices (row = unit, column = record). Its input carries a last
 * row of ones, so that the bias is the last row of the weight matrix.
 */
public final class DenseLayer {
  private final Layer layer;
  private final FloatPointer weights;

  /**
   * @param parameters native parameter vector in the order of {@link ParameterLayout}
   */
  public DenseLayer(Layer layer, FloatPointer parameters) {
    this.layer = layer;
    this.weights = new FloatPointer(parameters).position(layer.offset());
  }

  public Layer layer() {
    return layer;
  }

  /**
   * A block that can hold this layer's input, with its row of ones, for {@code capacity} records.
   */
  public FloatBlock inputBlock(int capacity) {
    return new FloatBlock((layer.inputs() + 1) * capacity);
  }

  /** Sets the row of ones of an input of n records. */
  public void setOnes(float[] input, int n) {
    Arrays.fill(input, layer.inputs() * n, (layer.inputs() + 1) * n, 1f);
  }

  /** out ← Wᵀ · (input; 1): the input is read from, the output left on the native side. */
  public void forward(FloatBlock input, FloatBlock out, int n) {
    Gemm.multiplyLeftTransposed(
        layer.outputs(), n, layer.inputs() + 1, weights, input.pointer(), out.pointer());
  }

  /** inputGradient ← W · outputGradient, without the row of ones; both on the native side. */
  public void backward(FloatBlock outputGradient, FloatBlock inputGradient, int n) {
    Gemm.multiply(
        layer.inputs(),
        n,
        layer.outputs(),
        weights,
        outputGradient.pointer(),
        inputGradient.pointer());
  }

  /** target (laid out as the weights) ← (input; 1) · outputGradientᵀ; on the native side. */
  public void gradient(FloatBlock input, FloatBlock outputGradient, FloatBlock target, int n) {
    Gemm.multiplyRightTransposed(
        layer.inputs() + 1,
        layer.outputs(),
        n,
        input.pointer(),
        outputGradient.pointer(),
        target.pointer());
  }
}
