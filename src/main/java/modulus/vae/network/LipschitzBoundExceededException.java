package modulus.vae.network;

/** The encoder's certified Lipschitz bound is above the declared one; nothing may be released. */
public final class LipschitzBoundExceededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LipschitzBoundExceededException(double certified, double declared) {
    super(
        "the encoder's certified Lipschitz bound is "
            + certified
            + ", above the declared bound "
            + declared);
  }
}
