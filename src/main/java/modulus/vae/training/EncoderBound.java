package modulus.vae.training;

/**
 * The hard bound an encoder is kept in (privacy.md, section 3).
 *
 * @param lipschitz L > 0, the declared bound of x ↦ μ(inputScale · φ(x))
 * @param inputScale what φ is multiplied by before it enters the encoder, > 0; counted into L
 */
public record EncoderBound(double lipschitz, double inputScale) {
  public EncoderBound {
    Require.positive("lipschitz", lipschitz);
    Require.positive("inputScale", inputScale);
  }
}
