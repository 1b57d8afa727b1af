package modulus.certificate;

import static modulus.certificate.Spelling.count;
import static modulus.certificate.Spelling.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import modulus.privacy.Adjacency;

/** What the claim says of its audit, in the statement's words and in those of the PDF. */
final class AuditWording {
  private static final int DECIMALS = 3;

  private AuditWording() {}

  static String paragraph(Claim claim) {
    return claim
        .audit()
        .map(facts -> audited(claim, facts))
        .orElse(
            "The released rows were not audited, so there is no lower bound on the epsilon from them.");
  }

  private static String audited(Claim claim, AuditFacts facts) {
    return "Canaries were planted in the run that is released: of "
        + count(facts.guesses().canaries())
        + " implausible records, drawn at random from the attributes' domains alone,"
        + " each joined the patients' records or stayed out by a fair coin of its own. From the"
        + " released rows alone "
        + count(facts.guesses().guesses())
        + " of the coins were guessed, "
        + count(facts.guesses().correct())
        + " of them rightly. With "
        + percent(facts)
        + "% confidence epsilon ("
        + facts.adjacency().label()
        + ", at delta = "
        + number(facts.guesses().delta())
        + ") is at least "
        + atLeast(facts)
        + "; stated is at most "
        + claim.accounting().printed(Adjacency.ADD_REMOVE)
        + ". "
        + (facts.stands()
            ? "The claim stands."
            : "That is more than is stated, without contradiction: what the model's weights memorised"
                + " is outside this claim.")
        + " One run, audited "
        + facts.made()
        + ". An audit can refute a claim and never prove one, and an attack on rows alone is weak.";
  }

  /** The same for the PDF. */
  static String passage(Claim claim, CertificateLanguage language) {
    if (claim.audit().isEmpty()) {
      return language.text("audit.none");
    }
    AuditFacts facts = claim.audit().get();
    return language.text(
        "audit.text",
        language.text("audit.kind." + facts.kind().label()),
        language.count(facts.guesses().canaries()),
        language.count(facts.guesses().guesses()),
        language.count(facts.guesses().correct()),
        percent(facts),
        language.spelled(atLeast(facts)),
        language.text("audit.adjacency." + facts.adjacency().label()),
        language.number(facts.guesses().delta()),
        DocumentText.TIME.format(facts.made()),
        language.text(facts.stands() ? "audit.stands" : "audit.refuted"));
  }

  /** The audit whose lower bound is above the stated ε, which is a limit of the claim. */
  static Optional<AuditFacts> refuting(Claim claim) {
    return claim.audit().filter(facts -> !facts.stands());
  }

  static String limit(AuditFacts facts) {
    return "An audit found that with "
        + percent(facts)
        + "% confidence epsilon is at least "
        + atLeast(facts)
        + " when the model is not treated as fixed.";
  }

  /** The same for the PDF. */
  static String limit(AuditFacts facts, CertificateLanguage language) {
    return language.text(Limit.Kind.AUDIT.key(), percent(facts), language.spelled(atLeast(facts)));
  }

  private static String percent(AuditFacts facts) {
    return new BigDecimal(Double.toString(facts.confidence()))
        .movePointRight(2)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Rounded down: the bound printed holds too. */
  private static String atLeast(AuditFacts facts) {
    return new BigDecimal(facts.lowerBound())
        .setScale(DECIMALS, RoundingMode.FLOOR)
        .toPlainString();
  }
}
