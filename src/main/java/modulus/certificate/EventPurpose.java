package modulus.certificate;

import modulus.privacy.PrivacyEvent;

/** What a charged event was for, and with it the mechanism (privacy.md, sections 5 and 6). */
public enum EventPurpose {
  DOMAIN_ESTIMATION(
      "domain-estimation",
      PrivacyEvent.Gaussian.class,
      "counts to find categories and ranges that were not declared, with Gaussian noise and a"
          + " threshold"),
  MARGINAL_COUNTS(
      "marginal-counts",
      PrivacyEvent.Gaussian.class,
      "counts of every single attribute, with Gaussian noise"),
  PAIR_TABLES(
      "pair-tables",
      PrivacyEvent.Gaussian.class,
      "tables of two attributes at a time, with Gaussian noise"),
  TRAINING(
      "training",
      PrivacyEvent.PoissonSubsampledGaussian.class,
      "training of the variational autoencoder by noisy, clipped per-patient gradients on Poisson"
          + " samples"),
  POSTERIOR_ROWS(
      "posterior-rows",
      PrivacyEvent.PosteriorMixture.class,
      "synthetic rows, each from the posterior of a patient drawn uniformly with replacement");

  private final String label;
  private final Class<? extends PrivacyEvent> type;
  private final String words;

  EventPurpose(String label, Class<? extends PrivacyEvent> type, String words) {
    this.label = label;
    this.type = type;
    this.words = words;
  }

  /** The name used in files. */
  public String label() {
    return label;
  }

  /** The only type of event that can serve the purpose. */
  public Class<? extends PrivacyEvent> type() {
    return type;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
