package modulus.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import modulus.ui.common.AdviceText;
import modulus.ui.common.Messages;
import modulus.ui.common.Text;
import modulus.workbench.ReadOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadOutTextsTest {
  private static ReadOut of(int patients, double error, ReadOut.Advice advice) {
    return of(patients, error, error, advice);
  }

  private static ReadOut of(int patients, double least, double largest, ReadOut.Advice advice) {
    return new ReadOut(
        Optional.of(new ReadOut.Row(1, 0.5, 0.5, 2)),
        1,
        OptionalDouble.empty(),
        new ReadOut.CountError(least, largest, "ward"),
        20,
        ReadOut.Domains.NONE,
        patients,
        16,
        advice);
  }

  private static String english(Text text) {
    return new Messages(Locale.ENGLISH).render(text);
  }

  @Test
  void the_sentence_about_a_count_speaks_of_a_category_that_suits_the_table() {
    assertThat(english(ReadOutTexts.countMeaning(of(6000, 12, ReadOut.Advice.GOOD))))
        .startsWith("A category with 40 patients is known to ±\u00a012");
    assertThat(english(ReadOutTexts.countMeaning(of(1_000_000, 12, ReadOut.Advice.GOOD))))
        .startsWith("A category with 500 patients is known to ±\u00a012");
    assertThat(english(ReadOutTexts.countMeaning(of(100, 12, ReadOut.Advice.GOOD))))
        .startsWith("A category with 10 patients is known to ±\u00a012");
    assertThat(english(ReadOutTexts.drawMeaning(of(100, 5.9, ReadOut.Advice.LUMPED))))
        .startsWith("A category with 10 of 100 patients comes out to ±\u00a05.9");
  }

  @Test
  void a_category_that_drowns_everywhere_is_said_to_drown_everywhere() {
    String wide = english(ReadOutTexts.countMeaning(of(6000, 12, 50, ReadOut.Advice.COARSE)));
    assertThat(wide).contains("±\u00a012 in attributes with many", "there it cannot be told from");
    String both = english(ReadOutTexts.countMeaning(of(6000, 92, 181, ReadOut.Advice.WIDE)));
    assertThat(both)
        .startsWith("A category with 40 patients is known only to ±\u00a092")
        .contains("nowhere can it be told from an empty one")
        .doesNotContain("there it");
  }

  @Test
  void an_error_that_spans_the_whole_table_is_no_accuracy() {
    ReadOut small = of(100, 20, 120, ReadOut.Advice.TOO_SMALL);
    assertThat(english(ReadOutTexts.countError(small))).isEqualTo("±\u00a020 at best");
    assertThat(english(ReadOutTexts.countMeaning(small)))
        .contains("only to ±\u00a020", "such as “ward”, it cannot be told at all", "100 patients");
    assertThat(english(AdviceText.of(small, false))).doesNotContain("120");
    assertThat(english(AdviceText.ofRun(small))).doesNotContain("120");

    ReadOut smaller = of(100, 50, 120, ReadOut.Advice.TOO_SMALL);
    assertThat(english(ReadOutTexts.countError(smaller))).isEqualTo("not at all");
    assertThat(english(ReadOutTexts.countMeaning(smaller))).contains("cannot be told at all");
  }

  /** The error of a pair is 20 here. */
  @Test
  void a_combination_that_noise_hides_is_not_said_to_be_counted() {
    ReadOut few = of(40, 1, ReadOut.Advice.WIDE);
    assertThat(english(ReadOutTexts.pairError(few))).isEqualTo("hides it");
    assertThat(english(ReadOutTexts.pairMeaning(few)))
        .contains("cannot be told at all", "±\u00a020", "only 40 patients")
        .doesNotContain("or better");
    assertThat(english(AdviceText.of(few, false))).doesNotContain("known only to");
    assertThat(english(ReadOutTexts.pairError(of(41, 1, ReadOut.Advice.WIDE))))
        .isEqualTo("±\u00a020");
  }

  @Test
  void under_a_model_taken_as_given_the_whole_export_says_so() {
    ReadOut one = of(6000, 12, ReadOut.Advice.STRONGEST);
    assertThat(english(ReadOutTexts.wholeExportMeaning(one, false)))
        .startsWith("Whatever someone sees in the export, it is at most 2.8 times as likely");
    assertThat(english(ReadOutTexts.wholeExportMeaning(one, true)))
        .startsWith("With the trained model taken as given, ")
        .endsWith("What the model itself remembers of the patients is not counted.");
  }

  /** Φ(1/4) = 0.5987; a bound is rounded up. */
  @Test
  void what_a_row_shows_of_one_attribute_is_rounded_up() {
    assertThat(english(ReadOutTexts.detail(of(6000, 12, ReadOut.Advice.SINGLE))))
        .isEqualTo("at most 60 of 100");
    Text meaning = ReadOutTexts.detailMeaning(of(6000, 12, ReadOut.Advice.SINGLE));
    assertThat(english(meaning)).startsWith("In at most 60 of 100 cases the row would tell");
    assertThat(new Messages(Locale.GERMAN).render(meaning))
        .startsWith("In höchstens 60 von 100 Fällen ließe die Zeile erkennen, welchen");
  }

  @ParameterizedTest
  @EnumSource(ReadOut.Advice.class)
  void every_advice_is_a_sentence_without_open_places(ReadOut.Advice advice) {
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
      for (boolean boundByHand : new boolean[] {false, true}) {
        assertThat(new Messages(locale).render(AdviceText.of(of(6000, 12, advice), boundByHand)))
            .hasSizeGreaterThan(40)
            .doesNotContain("{", "}", "advice.");
      }
    }
  }

  @Test
  void a_weak_guarantee_is_mended_by_what_can_be_set() {
    ReadOut weak = of(6000, 12, ReadOut.Advice.WEAK_PRIVACY);
    assertThat(english(AdviceText.of(weak, false)))
        .contains("a smaller ε")
        .doesNotContain("Lipschitz");
    assertThat(english(AdviceText.of(weak, true)))
        .contains("a smaller Lipschitz bound")
        .doesNotContain("a smaller ε");
  }
}
