package modulus.vae.network;

/**
 * Where one affine layer lies in the parameter vector: (inputs + 1) × outputs numbers from {@code
 * offset}, row by row; row i holds the weights that leave input i, the last row is the bias.
 */
public record Layer(int offset, int inputs, int outputs) {

  /** How many parameters the layer has. */
  public int size() {
    return (inputs + 1) * outputs;
  }

  /** Index of the first bias. */
  public int biasOffset() {
    return offset + inputs * outputs;
  }
}
