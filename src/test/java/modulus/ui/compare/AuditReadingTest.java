package modulus.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import modulus.evaluation.audit.ClosestRecords;
import modulus.ui.common.AuditText;
import modulus.ui.common.Messages;
import modulus.ui.common.SmallWard;
import modulus.workbench.OutlierFinding;
import modulus.workbench.OutlierFindings;
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
    assertThat(english.render(AuditReading.bound(sound))).isEqualTo("ε ≥ 0");
    assertThat(english.render(AuditReading.claimed(sound))).isEqualTo("ε ≤ 1.00");
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

  private static String words(Messages language, OutlierFinding found) {
    return language.render(AuditReading.outliers(found));
  }

  /** The findings of {@code OutlierFindingTest}, in the window's words. */
  @Test
  void the_experiments_sentence_tells_the_shares_and_what_is_more_than_chance() {
    assertThat(words(english, OutlierFindings.of(60, 30, 15)))
        .startsWith(
            "Without the bound the model learned planted records by heart. The tight bound takes away"
                + " about 7")
        .contains("% of that; what is left cannot be told from chance.")
        .matches(
            ".* in 80\\.\\d% of cases without the bound, 6\\d\\.\\d% under the loose and 5\\d\\.\\d%"
                + " under the tight one; chance alone gives 39\\.8% to 60\\.2%\\.");
    assertThat(words(german, OutlierFindings.of(90, 60, 40)))
        .contains("auswendig gelernt", "der Rest ist noch immer mehr als Zufall.")
        .endsWith("Zufall allein ergibt 39,8 % bis 60,2 %.");
    assertThat(words(english, OutlierFindings.of(50, 50, 50)))
        .contains("Whether the tight bound changes that cannot be told from chance.");
  }

  @Test
  void an_absent_effect_is_no_proof_and_one_that_makes_it_worse_is_said() {
    assertThat(words(english, OutlierFindings.of(0, 0, 0)))
        .contains("cannot be told from chance here. That does not prove that it learned none.");
    assertThat(words(german, OutlierFindings.of(0, 50, 0)))
        .contains("Dass die Schranke hilft, zeigt sich hier nicht.");
    assertThat(words(english, OutlierFindings.of(0, 0, 50)))
        .contains("Here the bound makes it worse.");
    assertThat(words(german, OutlierFindings.of(40, 60, 90)))
        .contains("Hier macht die Schranke es schlimmer.");
  }

  @Test
  void single_copies_are_added_to_it() {
    assertThat(words(english, OutlierFindings.copied(8)))
        .contains("as a whole")
        .contains("(bound: off): 8.0% of the planted and 0.0% of those left out");
    assertThat(words(german, OutlierFindings.copied(8)))
        .contains("(Schranke: aus): 8,0 % der eingesetzten und 0,0 % der weggelassenen");
  }

  @Test
  void closest_records_are_told_beside_what_is_expected() {
    ClosestRecords found = new ClosestRecords(1_000, 0.82, 0.8, 0.104, 0.11, 0.06);
    assertThat(english.render(AuditReading.closer(found))).isEqualTo("82%, 80% expected");
    assertThat(english.render(AuditReading.closest(found)))
        .contains("1,000 synthetic rows 82%", "6.0% lie nearer", "0.1, of kept-back rows 0.11");
  }
}
