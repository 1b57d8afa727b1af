package modulus.certificate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import modulus.privacy.Adjacency;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.PrivacyEvent.Gaussian;
import modulus.privacy.PrivacyEvent.PoissonSubsampledGaussian;
import modulus.privacy.PrivacyEvent.PosteriorMixture;

/**
 * What a statement says, to be read on a screen in either language: the words of the certificate
 * for people, its numbers rounded to the side that promises less. Every digit stands in the files.
 */
public final class ClaimReading {
  private static final int DIGITS = 5;
  private static final MathContext UP = new MathContext(DIGITS, RoundingMode.CEILING);
  private static final MathContext DOWN = new MathContext(DIGITS, RoundingMode.FLOOR);

  /** A decimal number with more digits than anybody reads. */
  private static final Pattern LONG_NUMBER =
      Pattern.compile("(?<![\\p{Alnum}.,])\\d+[.,]\\d{5,}(?![\\p{Alnum}.,]\\d)");

  private final Claim claim;
  private final CertificateLanguage language;
  private final DocumentText text;

  public ClaimReading(Statement statement, CertificateLanguage language) {
    this.claim = statement.claim();
    this.language = language;
    this.text = new DocumentText(claim, statement.signer(), language);
  }

  /** ε and δ on a line. */
  public String headline() {
    return text.bound(Adjacency.ADD_REMOVE)
        + " "
        + text.boundOf(Adjacency.ADD_REMOVE)
        + " · "
        + text.bound(Adjacency.REPLACE_ONE)
        + " "
        + text.boundOf(Adjacency.REPLACE_ONE)
        + " · "
        + text.boxText();
  }

  /**
   * Every statement but {@link #limits}, in the order in which people read it: what is claimed, its
   * events, and who answers for it.
   */
  public List<Passage> paragraphs() {
    List<Passage> paragraphs = new ArrayList<>();
    text.first().forEach(passage -> paragraphs.add(rounded(passage)));
    paragraphs.add(new Passage(text.say("events.title"), events()));
    text.secondWithoutLimits().forEach(passage -> paragraphs.add(rounded(passage)));
    return paragraphs;
  }

  private static Passage rounded(Passage passage) {
    return new Passage(passage.title(), rounded(passage.text()));
  }

  /** What is not covered, a sentence each. */
  public List<String> limits() {
    return text.limits();
  }

  private String events() {
    List<String> lines = new ArrayList<>();
    List<ChargedEvent> events = claim.events();
    int shown = Math.min(events.size(), DocumentText.MOST_ROWS);
    for (ChargedEvent event : events.subList(0, shown)) {
      lines.add(text.say("event." + event.purpose().label()) + ": " + parameters(event.event()));
    }
    if (shown < events.size()) {
      lines.add(text.say("events.more", language.count(events.size() - shown)));
    }
    return String.join("\n", lines);
  }

  /** A larger μ or sampling probability promises less, and so does a smaller noise multiplier. */
  private String parameters(PrivacyEvent event) {
    if (event instanceof Gaussian gaussian) {
      return text.say(
          "mechanism.gaussian",
          number(gaussian.muAddRemove(), UP),
          number(gaussian.muReplaceOne(), UP));
    }
    if (event instanceof PoissonSubsampledGaussian training) {
      return text.say(
          "mechanism.poisson",
          number(training.noiseMultiplier(), DOWN),
          number(training.samplingProbability(), UP),
          language.count(training.steps()));
    }
    PosteriorMixture rows = (PosteriorMixture) event;
    return text.say(
        "mechanism.mixture",
        number(rows.mu(), UP),
        language.count(rows.records()),
        language.count(rows.draws()));
  }

  private String number(double value, MathContext context) {
    return language.number(new BigDecimal(value).round(context).doubleValue());
  }

  /** Bounds are what these passages state: none becomes smaller by rounding. */
  static String rounded(String words) {
    return LONG_NUMBER.matcher(words).replaceAll(ClaimReading::shorter);
  }

  private static String shorter(MatchResult found) {
    boolean comma = found.group().indexOf(',') >= 0;
    String spelled =
        new BigDecimal(found.group().replace(',', '.'))
            .round(UP)
            .stripTrailingZeros()
            .toPlainString();
    return comma ? spelled.replace('.', ',') : spelled;
  }
}
