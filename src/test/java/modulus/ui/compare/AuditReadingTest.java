package modulus.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import modulus.evaluation.audit.ClosestRecords;
import modulus.ui.common.AuditText;
import modulus.ui.common.Messages;
import modulus.ui.common.SmallWard;
import modulus.workbench.OutlierExperiment.Nearness;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import org.junit.jupiter.api.Test;

class AuditReadingTest {
  private final Messages english = new Messages(Locale.ENGLISH);
  private final Messages german = new Messages(Locale.GERMAN);

  private static SynthesisOutcome outcome(Scope scope) {
    return SmallWard.outcome(
        SmallWard.draft(), SynthesisSettings.defaults().withScope(scope), 1, 0.5);
  }

  @Test
  void a_run_without_canaries_is_not_audited_and_has_no_figures() {
    SynthesisOutcome plain = outcome(Scope.END_TO_END);
    assertThat(english.render(AuditReading.verdict(plain))).isEqualTo("not audited");
    assertThat(english.render(AuditText.of(plain))).startsWith("Not audited:");
    assertThat(english.render(AuditReading.right(plain))).isEqualTo("–");
    assertThat(english.render(AuditReading.bound(plain))).isEqualTo("–");
  }

  @Test
  void guesses_no_better_than_chance_contradict_nothing_and_prove_nothing() {
    SynthesisOutcome sound = SmallWard.audited(outcome(Scope.END_TO_END), 50);
    assertThat(english.render(AuditReading.verdict(sound))).isEqualTo("not contradicted");
    assertThat(english.render(AuditReading.right(sound))).isEqualTo("50 of 100");
    assertThat(english.render(AuditReading.bound(sound))).isEqualTo("ε\u00a0≥\u00a00");
    assertThat(english.render(AuditReading.claimed(sound))).isEqualTo("ε\u00a0≤\u00a01.00");
    assertThat(german.render(AuditText.of(sound)))
        .contains("50 von 100 Rateversuchen über 1.000 Testdatensätze", "kein Beweis");
  }

  /** Of 100 right guesses: 3.49 = ln(p/(1 − p)) at p = 0.05^(1/100), less what δ adds. */
  @Test
  void right_guesses_all_over_refute_an_end_to_end_claim_and_say_what_to_do() {
    SynthesisOutcome refuted = SmallWard.audited(outcome(Scope.END_TO_END), 100);
    assertThat(refuted.audit().orElseThrow().lowerBound()).isBetween(3.0, 3.49);
    assertThat(english.render(AuditReading.verdict(refuted))).isEqualTo("refuted");
    assertThat(english.render(AuditText.of(refuted)))
        .contains("100 of 100", "Repeat the run", "5%", "All runs are counted");
  }

  @Test
  void release_only_the_same_guesses_are_beyond_the_claim() {
    SynthesisOutcome beyond = SmallWard.audited(outcome(Scope.RELEASE_ONLY), 100);
    assertThat(english.render(AuditReading.verdict(beyond))).isEqualTo("beyond the claim’s scope");
    assertThat(english.render(AuditText.of(beyond))).contains("no contradiction");
  }

  private static Nearness near(String bound, double nearer) {
    return new Nearness(bound, 1, 1, 0.1, 0.4, 0, 0, nearer, 200);
  }

  /** The shares of {@code OutlierExperimentTest}, in the window's words. */
  @Test
  void the_experiments_sentence_follows_its_shares_an_absent_effect_included() {
    assertThat(
            english.render(AuditReading.outliers(List.of(near("off", 0.58), near("tight", 0.5)))))
        .contains("in 58 without the bound and in 50 under the tight one")
        .endsWith("neither learning by heart nor an effect of the bound is seen here.");
    assertThat(german.render(AuditReading.outliers(List.of(near("off", 0.9), near("tight", 0.5)))))
        .endsWith("mindestens die Hälfte davon.");
    assertThat(english.render(AuditReading.outliers(List.of(near("off", 0.9), near("tight", 0.8)))))
        .endsWith("the bound hardly changes that.");
  }

  @Test
  void closest_records_are_told_beside_what_is_expected() {
    ClosestRecords found = new ClosestRecords(1_000, 0.82, 0.8, 0.104, 0.11, 0.06);
    assertThat(english.render(AuditReading.closer(found))).isEqualTo("82%, 80% expected");
    assertThat(english.render(AuditReading.closest(found)))
        .contains("1,000 synthetic rows 82%", "6.0% lie nearer", "0.1, of kept-back rows 0.11");
  }
}
