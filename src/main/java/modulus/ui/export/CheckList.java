package modulus.ui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import modulus.schema.Attribute;
import modulus.schema.Schema;
import modulus.ui.common.AdviceText;
import modulus.ui.common.AuditText;
import modulus.ui.common.Figure;
import modulus.ui.common.KnownRuns;
import modulus.ui.common.Text;
import modulus.workbench.AuditFinding;
import modulus.workbench.ReadOut;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;

/** What stands for and against signing a run, in the order it is read. */
final class CheckList {
  private CheckList() {}

  /**
   * @param outcome null before a run
   * @param schema the schema as it is declared now
   * @param settings the settings as they are now
   * @param meant what the run's setting meant for its table, where that is known
   * @param known of the table and of the run at hand
   * @param repeated the column of which it is not said whether it names the patient
   */
  static List<Check> of(
      SynthesisOutcome outcome,
      Schema schema,
      SynthesisSettings settings,
      Optional<ReadOut> meant,
      KnownRuns known,
      Optional<String> repeated) {
    if (outcome == null) {
      return List.of(new Check(Check.Level.BLOCKING, Text.of("check.noRun")));
    }
    List<Check> checks = new ArrayList<>();
    checks.add(guarantee(outcome));
    meant
        .filter(AdviceText::tooSmall)
        .map(reading -> check(Check.Level.LIMITED, AdviceText.ofRun(reading), "export-advice"))
        .ifPresent(checks::add);
    checks.add(lipschitz(outcome));
    checks.add(scope(outcome));
    repeated
        .map(
            column ->
                check(Check.Level.LIMITED, Text.of("check.patient", column), "export-patient"))
        .ifPresent(checks::add);
    checks.add(domains(outcome));
    checks.add(audit(outcome));
    outcome.audit().map(found -> canaries(outcome, found)).ifPresent(checks::add);
    int runs = known.runsProperty().get();
    if (runs > 1) {
      checks.add(
          check(Check.Level.LIMITED, Text.of("check.runs", new Figure.Count(runs)), "export-runs"));
    }
    LedgerLine.of(outcome, known).ifPresent(checks::add);
    if (!outcome.certifiable()) {
      checks.add(new Check(Check.Level.BLOCKING, Text.of("check.rehearsal")));
    }
    changed(outcome, schema, settings).ifPresent(checks::add);
    return checks;
  }

  private static Check check(Check.Level level, Text sentence, String topic) {
    return new Check(level, sentence, Optional.of(topic));
  }

  private static Check guarantee(SynthesisOutcome outcome) {
    double epsilon = outcome.guarantee().epsilonAddRemove();
    double delta = outcome.settings().delta();
    boolean weakDelta = outcome.weakDelta();
    boolean weak = weakDelta || outcome.weakEpsilon();
    return check(
        weak ? Check.Level.LIMITED : Check.Level.GOOD,
        Text.of(
            weakDelta ? "check.weakDelta" : weak ? "check.weakEpsilon" : "check.guarantee",
            new Figure.Epsilon(epsilon),
            new Figure.Delta(delta),
            new Figure.Count(outcome.synthetic().rows())),
        "export-guarantee");
  }

  private static Check lipschitz(SynthesisOutcome outcome) {
    boolean bounded = outcome.settings().lipschitz().isPresent();
    if (outcome.settings().scope() == Scope.END_TO_END && !bounded) {
      return check(
          Check.Level.GOOD,
          Text.of("check.lipschitzFound", new Figure.Plain(outcome.certifiedLipschitz(), 4)),
          "export-lipschitz");
    }
    boolean kept = outcome.certifiedLipschitz() <= outcome.declaredLipschitz();
    return check(
        kept ? Check.Level.GOOD : Check.Level.BLOCKING,
        Text.of(
            kept ? "check.lipschitzKept" : "check.lipschitzBroken",
            new Figure.Plain(outcome.certifiedLipschitz(), 4),
            new Figure.Plain(outcome.declaredLipschitz(), 4)),
        "export-lipschitz");
  }

  private static Check scope(SynthesisOutcome outcome) {
    if (outcome.settings().separateTraining() && outcome.schema().domainsCovered()) {
      return check(Check.Level.NOTED, Text.of("check.separate"), "export-separate");
    }
    return outcome.settings().scope() == Scope.END_TO_END
        ? check(
            Check.Level.GOOD,
            Text.of(outcome.schema().domainsCovered() ? "check.endToEnd" : "check.trainingCovered"),
            "export-scope")
        : check(Check.Level.LIMITED, Text.of("check.releaseOnly"), "export-scope");
  }

  private static Check domains(SynthesisOutcome outcome) {
    long open = outcome.schema().attributes().stream().filter(each -> !each.covered()).count();
    if (open == 0) {
      return check(Check.Level.GOOD, Text.of("check.domainsCovered"), "export-domains");
    }
    String first =
        outcome.schema().attributes().stream()
            .filter(each -> !each.covered())
            .map(Attribute::name)
            .findFirst()
            .orElseThrow();
    return check(
        Check.Level.LIMITED,
        Text.of("check.domainsOpen", new Figure.Count(open), first),
        "export-domains");
  }

  private static Check audit(SynthesisOutcome outcome) {
    Check.Level level =
        switch (outcome.auditVerdict()) {
          case NOT_AUDITED -> Check.Level.NOTED;
          case STANDS -> Check.Level.GOOD;
          case BEYOND -> Check.Level.LIMITED;
          case REFUTED -> Check.Level.BLOCKING;
        };
    return check(level, AuditText.of(outcome), "export-audit");
  }

  /** Planted records are learned from, whatever the audit found. */
  private static Check canaries(SynthesisOutcome outcome, AuditFinding found) {
    int planted = found.audit().canaries() / 2;
    boolean many = AuditText.many(planted, outcome.records());
    return check(
        many ? Check.Level.LIMITED : Check.Level.NOTED,
        Text.of(
            many ? "check.canariesMany" : "check.canaries",
            new Figure.Count(planted),
            new Figure.Count(outcome.records())),
        "export-canaries");
  }

  /** Whose word each row is a patient changes no row of a run that took it so. */
  private static Schema asked(Schema schema, Schema run) {
    Schema forgotten = schema.withEstimatesForgotten();
    return forgotten.patient().isPresent()
        ? forgotten
        : forgotten.withEachRowAPatient(run.eachRowAPatient());
  }

  private static Optional<Check> changed(
      SynthesisOutcome outcome, Schema schema, SynthesisSettings settings) {
    boolean same =
        outcome.settings().equals(settings)
            && outcome
                .schema()
                .withEstimatesForgotten()
                .equals(schema == null ? null : asked(schema, outcome.schema()));
    return same
        ? Optional.empty()
        : Optional.of(new Check(Check.Level.LIMITED, Text.of("check.changedSince")));
  }
}
