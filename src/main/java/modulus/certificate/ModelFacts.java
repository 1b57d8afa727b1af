package modulus.certificate;

import java.util.Objects;
import java.util.Optional;

/**
 * The Lipschitz variational autoencoder (privacy.md, section 3).
 *
 * @param latentDimension d ≥ 1
 * @param posteriorScale standard deviation of the posterior, the unit of latent space: always 1
 * @param diameter Δ > 0, the largest distance of two records of the declared domain
 * @param lipschitz the encoder's bound; empty where none was computed
 */
public record ModelFacts(
    int latentDimension,
    double posteriorScale,
    double diameter,
    Optional<LipschitzBound> lipschitz) {
  public ModelFacts {
    Require.atLeast("latentDimension", latentDimension, 1);
    Require.positive("posteriorScale", posteriorScale);
    Require.positive("diameter", diameter);
    Objects.requireNonNull(lipschitz, "lipschitz");
  }

  /** With the posterior scale of the mechanism, 1. */
  public ModelFacts(int latentDimension, double diameter, Optional<LipschitzBound> lipschitz) {
    this(latentDimension, 1, diameter, lipschitz);
  }
}
