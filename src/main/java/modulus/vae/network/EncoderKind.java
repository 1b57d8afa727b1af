package modulus.vae.network;

/**
 * The encoder's activation, and with it the way its layers are kept inside their spectral bound.
 */
public enum EncoderKind {
  /** ReLU; a layer above its bound is rescaled. */
  RELU,
  /**
   * GroupSort with groups of two, weights orthonormalised: a gradient-norm-preserving network
   * (Anil, Lucas and Grosse, "Sorting out Lipschitz function approximation", ICML 2019).
   */
  GROUP_SORT
}
