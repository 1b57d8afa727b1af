package modulus.privacy;

/**
 * One use of the table that the accountant charges. Immutable; parameters outside the domain are
 * refused by the constructors with an {@link IllegalArgumentException} (privacy.md, section 7). No
 * parameter may be infinite.
 */
public sealed interface PrivacyEvent {

  /**
   * A Gaussian mechanism, given by its Gaussian-DP parameter in both adjacencies (ℓ₂ sensitivity
   * over noise standard deviation).
   *
   * @param muAddRemove μ > 0, one patient more or less
   * @param muReplaceOne μ > 0, one patient's values changed
   */
  record Gaussian(double muAddRemove, double muReplaceOne) implements PrivacyEvent {
    public Gaussian {
      Require.positive("mu (add-remove)", muAddRemove);
      Require.positive("mu (replace-one)", muReplaceOne);
    }
  }

  /**
   * T compositions of the Poisson-subsampled Gaussian mechanism (privacy.md, section 6.2).
   *
   * @param noiseMultiplier σ > 0, noise standard deviation over clipping norm
   * @param samplingProbability q in (0, 1]
   * @param steps T ≥ 1
   */
  record PoissonSubsampledGaussian(double noiseMultiplier, double samplingProbability, int steps)
      implements PrivacyEvent {
    public PoissonSubsampledGaussian {
      Require.positive("noiseMultiplier", noiseMultiplier);
      Require.probability("samplingProbability", samplingProbability);
      Require.atLeast("steps", steps, 1);
    }
  }

  /**
   * m rows, each from the posterior of a record drawn uniformly with replacement (privacy.md,
   * section 5, Theorem B).
   *
   * @param mu μ₀ = L·Δ > 0, the diameter of the latent means in posterior standard deviations
   * @param records n ≥ 2
   * @param draws m ≥ 1
   */
  record PosteriorMixture(double mu, int records, int draws) implements PrivacyEvent {
    public PosteriorMixture {
      Require.positive("mu", mu);
      Require.atLeast("records", records, 2);
      Require.atLeast("draws", draws, 1);
    }
  }
}
