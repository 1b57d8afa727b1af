package modulus.ui.compare;

import modulus.evaluation.audit.ClosestRecords;
import modulus.ui.common.Figure;
import modulus.ui.common.Text;
import modulus.workbench.OutlierExperiment;
import modulus.workbench.OutlierFinding;
import modulus.workbench.SynthesisOutcome;

/** What the figures of audits mean, in words. */
final class AuditReading {
  private static final Text NOTHING = Text.of("readOut.nothing");

  private AuditReading() {}

  /** Message keys {@code compare.audit.VERDICT}. */
  static Text verdict(SynthesisOutcome outcome) {
    return Text.of("compare.audit." + outcome.auditVerdict());
  }

  static Text right(SynthesisOutcome outcome) {
    return outcome
        .audit()
        .map(
            finding ->
                Text.of(
                    "compare.audit.rightOf",
                    new Figure.Count(finding.audit().correct()),
                    new Figure.Count(finding.audit().guesses())))
        .orElse(NOTHING);
  }

  static Text bound(SynthesisOutcome outcome) {
    return outcome
        .audit()
        .map(finding -> Text.of("compare.audit.atLeast", new Figure.AtLeast(finding.lowerBound())))
        .orElse(NOTHING);
  }

  static Text claimed(SynthesisOutcome outcome) {
    return Text.of("readOut.epsilon", new Figure.Epsilon(outcome.guarantee().epsilonAddRemove()));
  }

  /** Message keys {@code compare.outliers.EFFECT}. */
  static Text outliers(OutlierFinding finding) {
    Text pairs =
        Text.of(
            "compare.outliers.pairs",
            tenths(finding.off().nearer()),
            tenths(finding.loose().nearer()),
            tenths(finding.tight().nearer()),
            tenths(finding.chanceFrom()),
            tenths(finding.chanceTo()));
    Text effect =
        Text.of("compare.outliers." + finding.effect(), new Figure.Percent(finding.removed(), 0));
    return finding
        .copied()
        .map(
            where ->
                Text.of(
                    "compare.outliers.andCopied",
                    pairs,
                    effect,
                    bound(where),
                    tenths(where.plantedNear()),
                    tenths(where.leftOutNear())))
        .orElse(Text.of("compare.outliers.meaning", pairs, effect));
  }

  /** Message keys {@code compare.outliers.bound.BOUND}. */
  static Text bound(OutlierExperiment.Nearness each) {
    return Text.of("compare.outliers.bound." + each.bound());
  }

  /** To a tenth of a percent, as the limits of chance that it is held against. */
  static Figure tenths(double share) {
    return new Figure.Percent(share, 1);
  }

  static Text closer(ClosestRecords found) {
    return Text.of(
        "compare.closest.value",
        new Figure.Share(found.closerShare()),
        new Figure.Share(found.closerExpected()));
  }

  static Text closest(ClosestRecords found) {
    return Text.of(
        "compare.closest.found",
        new Figure.Count(found.compared()),
        new Figure.Share(found.closerShare()),
        new Figure.Share(found.closerExpected()),
        new Figure.Share(found.nearShare()),
        new Figure.Plain(found.median(), 2),
        new Figure.Plain(found.realMedian(), 2));
  }
}
