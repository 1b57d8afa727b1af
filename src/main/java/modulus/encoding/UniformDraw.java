package modulus.encoding;

/**
 * Uniform integers without bias. On a guarantee's path this is {@code GuaranteeRandom::nextInt} of
 * the privacy package, which this package does not know.
 */
@FunctionalInterface
public interface UniformDraw {

  /** Uniform on 0 … bound − 1; bound ≥ 1. */
  int below(int bound);
}
