package modulus.ui.compare;

import java.util.List;
import modulus.evaluation.audit.ClosestRecords;
import modulus.ui.common.Figure;
import modulus.ui.common.Text;
import modulus.workbench.OutlierEffect;
import modulus.workbench.OutlierExperiment;
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
  static Text outliers(List<OutlierExperiment.Nearness> found) {
    OutlierExperiment.Nearness off = found.get(0);
    OutlierExperiment.Nearness tight = found.get(found.size() - 1);
    return Text.of(
        "compare.outliers." + OutlierEffect.of(found),
        new Figure.Count(Math.round(100 * off.plantedNearer())),
        new Figure.Count(Math.round(100 * tight.plantedNearer())));
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
