package modulus.vae.network;

/** A trained (or freshly initialised) network: its shape and its parameters. Immutable. */
public final class VaeModel {
  private final NetworkShape shape;
  private final ParameterLayout layout;
  private final float[] parameters;

  /**
   * @param parameters in the order of {@link ParameterLayout}; copied
   * @throws IllegalArgumentException if the length does not fit or a parameter is not finite
   */
  public VaeModel(NetworkShape shape, float[] parameters) {
    this.shape = shape;
    this.layout = new ParameterLayout(shape);
    if (parameters.length != layout.size()) {
      throw new IllegalArgumentException(
          "the shape has " + layout.size() + " parameters but got " + parameters.length);
    }
    for (float parameter : parameters) {
      if (!Float.isFinite(parameter)) {
        throw new IllegalArgumentException("parameters must be finite");
      }
    }
    this.parameters = parameters.clone();
  }

  public NetworkShape shape() {
    return shape;
  }

  public ParameterLayout layout() {
    return layout;
  }

  /** A copy of all parameters. */
  public float[] parameters() {
    return parameters.clone();
  }

  float parameter(int index) {
    return parameters[index];
  }
}
