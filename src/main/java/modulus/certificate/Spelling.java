package modulus.certificate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import modulus.privacy.Adjacency;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.PrivacyEvent.Gaussian;
import modulus.privacy.PrivacyEvent.PoissonSubsampledGaussian;
import modulus.privacy.PrivacyEvent.PosteriorMixture;
import modulus.privacy.WeakGuarantee;

/** Numbers and events as people read them; every digit that counts is kept. */
final class Spelling {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);
  private static final int MOST_DECIMALS = 6;
  private static final double MOST_GROUPED = 1e15;

  private Spelling() {}

  /** Shortest form that reads back as the number, for example 0.105 or 1e-5. */
  static String number(double value) {
    if (value > 0 && value < 1e-3) {
      return CanonicalJson.exponential(value);
    }
    return CanonicalJson.number(value);
  }

  /** With a comma between groups of three digits, for example 39,073. */
  static String count(int value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** e^ε with three digits, rounded up; 22,100, not 22100. */
  static String factor(double epsilon) {
    if (boundless(epsilon)) {
      return "more than 1e308";
    }
    BigDecimal rounded =
        new BigDecimal(Math.exp(epsilon)).round(new MathContext(3, RoundingMode.CEILING));
    boolean grouped = rounded.doubleValue() >= 1000 && rounded.doubleValue() < MOST_GROUPED;
    return grouped
        ? String.format(Locale.ROOT, "%,d", rounded.longValueExact())
        : number(rounded.doubleValue());
  }

  /** Whether e^ε is beyond every double: its factor is a phrase then, not a number. */
  static boolean boundless(double epsilon) {
    return Double.isInfinite(Math.exp(epsilon));
  }

  /**
   * {@link WeakGuarantee#rightGuesses} in percent, rounded up, with one decimal, or with as many as
   * tell it from 100, up to {@value #MOST_DECIMALS}.
   */
  static String rightGuesses(Accounting accounting) {
    return rightGuesses(accounting.epsilon(Adjacency.ADD_REMOVE), accounting.delta());
  }

  static String rightGuesses(double epsilon, double delta) {
    BigDecimal percent = new BigDecimal(100 * WeakGuarantee.rightGuesses(epsilon, delta));
    int decimals = 1;
    BigDecimal rounded = percent.setScale(decimals, RoundingMode.CEILING);
    while (rounded.compareTo(ALL) >= 0 && decimals < MOST_DECIMALS) {
      rounded = percent.setScale(++decimals, RoundingMode.CEILING);
    }
    return number(rounded.doubleValue());
  }

  static String event(ChargedEvent charged) {
    return charged.purpose().words() + " (" + parameters(charged.event()) + ")";
  }

  private static String parameters(PrivacyEvent event) {
    if (event instanceof Gaussian gaussian) {
      return "Gaussian mechanism, mu = "
          + number(gaussian.muAddRemove())
          + " add-remove and "
          + number(gaussian.muReplaceOne())
          + " replace-one";
    }
    if (event instanceof PoissonSubsampledGaussian training) {
      return "Poisson-subsampled Gaussian mechanism, noise multiplier "
          + number(training.noiseMultiplier())
          + ", sampling probability "
          + number(training.samplingProbability())
          + ", "
          + count(training.steps())
          + " steps";
    }
    PosteriorMixture rows = (PosteriorMixture) event;
    return "posterior mixture, latent diameter mu = "
        + number(rows.mu())
        + ", "
        + count(rows.records())
        + " patients, "
        + count(rows.draws())
        + " draws";
  }
}
