package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import modulus.workbench.Failure;
import org.junit.jupiter.api.Test;

class SentenceCatalogueTest {
  private static final SentenceCatalogue GERMAN = SentenceCatalogue.german();

  private static List<String> lines() throws IOException {
    try (var in = SentenceCatalogueTest.class.getResourceAsStream("/modulus/ui/sentences_de.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }

  @Test
  void every_sentence_and_action_the_sources_throw_has_a_german_text() throws IOException {
    List<String> thrown = ThrownSentences.inSources();
    assertThat(thrown).hasSizeGreaterThan(180);
    assertThat(thrown.stream().filter(sentence -> !known(sentence)).distinct()).isEmpty();
  }

  /**
   * Wholly, or each of its sentences; what quotes another exception at its end is put as a name.
   */
  private static boolean known(String thrown) {
    return GERMAN.whole(thrown).isPresent()
        || Stream.of(thrown.split("(?<=\\.|^N\\d) (?=\\p{Lu})"))
            .filter(sentence -> !sentence.matches("N\\d"))
            .allMatch(sentence -> GERMAN.whole(sentence).isPresent());
  }

  @Test
  void both_texts_of_an_entry_have_the_same_places_and_no_entry_is_left_english()
      throws IOException {
    List<String> lines = lines();
    assertThat(lines.size() % 2).isZero();
    for (int i = 0; i < lines.size(); i += 2) {
      assertThat(places(lines.get(i + 1))).as(lines.get(i)).isEqualTo(places(lines.get(i)));
      if (!lines.get(i).equals("{0}: {1}") && !lines.get(i).equals("row {0}")) {
        assertThat(lines.get(i + 1)).isNotEqualTo(lines.get(i));
      }
    }
  }

  private static TreeSet<String> places(String text) {
    return Pattern.compile("\\{\\d}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void a_sentence_that_quotes_another_is_told_wholly_in_german() {
    assertThat(GERMAN.translated("ward.csv: The file is empty."))
        .isEqualTo("ward.csv: Die Datei ist leer.");
    assertThat(
            GERMAN.translated("The time-stamp server could not be reached. Nothing was written."))
        .isEqualTo("Der Zeitstempelserver war nicht zu erreichen. Es wurde nichts geschrieben.");
    assertThat(
            GERMAN.translated("ward.csv: Row 3 (line 4) has 1 cell but the table has 2 columns."))
        .isEqualTo("ward.csv: Zeile 3 (Dateizeile 4) hat 1 Zelle, die Tabelle aber 2 Spalten.");
  }

  @Test
  void several_sentences_are_told_one_by_one() {
    assertThat(
            GERMAN.translated(
                "Fewer draws were charged than synthetic rows are released. N is missing."))
        .isEqualTo(
            "Es wurden weniger Ziehungen berechnet, als synthetische Zeilen freigegeben sind."
                + " N fehlt.");
  }

  @Test
  void a_sentence_nobody_translated_stays_as_it_is() {
    assertThat(GERMAN.translated("Pigs have wings")).isEqualTo("Pigs have wings");
  }

  @Test
  void the_window_tells_a_failure_in_its_language_and_the_command_line_in_english() {
    Messages messages = new Messages(Locale.ENGLISH);
    Failure failure = Job.failure(new OutOfMemoryError());
    assertThat(messages.told(failure.sentence())).isEqualTo(failure.sentence());
    messages.localeProperty().set(Locale.GERMAN);
    assertThat(messages.told(failure.sentence())).contains("reicht der Arbeitsspeicher nicht");
    assertThat(messages.told(failure.action())).startsWith("Schließen Sie");
    assertThat(failure.sentence()).startsWith("There is not enough memory");
  }
}
