package modulus.ui.compare;

import modulus.evaluation.MarginalComparison;
import modulus.evaluation.UtilityReport;
import modulus.ui.common.Figure;
import modulus.ui.common.Text;

/** What the figures of a comparison mean, in words. */
final class Reading {
  /** Associations that differ by less are the same for any purpose. */
  static final double SAME_ASSOCIATION = 0.03;

  private Reading() {}

  /** How near two distributions are, by their total variation distance. */
  static Text nearness(double distance) {
    if (distance < 0.01) {
      return Text.of("near.same");
    }
    if (distance < 0.03) {
      return Text.of("near.veryClose");
    }
    if (distance < 0.08) {
      return Text.of("near.close");
    }
    return Text.of(distance < 0.2 ? "near.different" : "near.veryDifferent");
  }

  static Text share(double share) {
    return Text.of("plain", new Figure.Share(share));
  }

  static Text attribute(MarginalComparison compared) {
    return Text.of("compare.attribute.sentence", new Figure.Share(compared.distance()));
  }

  static Text missing(MarginalComparison compared) {
    return Text.of(
        "compare.missing.values",
        new Figure.Share(compared.realMissing()),
        new Figure.Share(compared.syntheticMissing()));
  }

  static Text oneWay(UtilityReport report) {
    return Text.of("compare.oneWay.sentence", nearness(report.oneWay()));
  }

  static Text twoWay(UtilityReport report) {
    return Text.of("compare.twoWay.sentence", nearness(report.twoWay()));
  }
}
