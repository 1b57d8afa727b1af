package modulus.privacy;

/**
 * Randomness that a guarantee may rest on (privacy.md, section 8). The only implementation outside
 * of tests and rehearsals is a cryptographic generator keyed by the operating system. Draws throw
 * {@link IllegalArgumentException} for arguments out of range, and {@link IllegalStateException}
 * once the generator is closed.
 */
public interface GuaranteeRandom extends AutoCloseable {

  /** 64 independent uniform bits. */
  long nextLong();

  /** Uniform on [0, 1) with 53 bits. */
  double nextDouble();

  /** Uniform on 0 … bound − 1 without bias; bound ≥ 1. */
  int nextInt(int bound);

  /** Standard normal, in float64, from uniforms of at least 53 bits. */
  double nextGaussian();

  /** True with probability p, exactly; p in [0, 1]. */
  boolean nextBernoulli(double p);

  /**
   * Fills {@code target[offset … offset + length − 1]} with standard normals.
   *
   * @throws IndexOutOfBoundsException if these are not places of {@code target}
   */
  void fillGaussian(double[] target, int offset, int length);

  /** Whether draws come from a generator a guarantee may rest on; false in rehearsals. */
  boolean certifiable();

  /** Forgets the key, where there is one; further draws are refused then. */
  @Override
  default void close() {}
}
