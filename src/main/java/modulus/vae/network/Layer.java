package modulus.vae.network;

/**
 * Where one affine layer lies in the parameter vector: (inputs + 1) × outputs numbers from {@code
 * offset}, row by row; row i holds the weights that leave input i, the last row is the bias.
 */
public record Layer(int offset, int inputs, int outputs) {

  /**
   * How many parameters the layer has.
   *
   * @throws ArithmeticException if more than 2³¹ − 1; a bound proved of what is left of such a
   *     number would be of other weights
   */
  public int size() {
    return Math.multiplyExact(inputs + 1, outputs);
  }

  /** Index of the first bias. */
  public int biasOffset() {
    return offset + inputs * outputs;
  }
}
