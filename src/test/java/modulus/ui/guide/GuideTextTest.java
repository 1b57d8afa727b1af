package modulus.ui.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import modulus.ui.common.Messages;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuideTextTest {
  /** Read-outs, sliders and charts ask for the section named as they are. */
  private static final Pattern ASKING =
      Pattern.compile(
          "(?:new"
              + " (?:ReadOutPane|AdvicePane|SliderField|CurveChart|ShareChart|PairChart|CrossTableChart|TargetChart|OutlierChart)"
              + "|readOut|figure|\\.why)\\(\\s*\"([a-z0-9-]+)\"");

  /** Lines of the check list name their section last. */
  private static final Pattern CHECKED = Pattern.compile("\"(export-[a-z]+)\"\\)");

  private static final Pattern LINK = Pattern.compile("]\\(#([a-z0-9-]+)\\)");

  private final GuideText english = GuideText.in(Locale.ENGLISH);
  private final GuideText german = GuideText.in(Locale.GERMAN);

  private static Set<String> asked() throws IOException {
    Set<String> asked = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/modulus/ui"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        String java = Files.readString(source);
        ASKING.matcher(java).results().forEach(found -> asked.add(found.group(1)));
        if (Set.of("CheckList.java", "LedgerLine.java").contains(source.getFileName().toString())) {
          CHECKED.matcher(java).results().forEach(found -> asked.add(found.group(1)));
        }
      }
    }
    return asked;
  }

  @Test
  void every_number_slider_and_chart_has_its_section() throws IOException {
    assertThat(asked())
        .hasSizeGreaterThan(50)
        .contains("read-out-count", "compare-pairs", "train-advice", "explore-runs")
        .contains("export-guarantee", "export-ledger", "verify-claim");
    assertThat(english.topics()).containsAll(asked());
  }

  @Test
  void german_has_the_same_topics_in_the_same_order() {
    assertThat(german.topics()).isEqualTo(english.topics());
    assertThat(german.sections()).hasSameSizeAs(english.sections());
  }

  @Test
  void sections_of_both_languages_are_as_deep() {
    assertThat(german.sections())
        .extracting(GuideText.Section::level)
        .isEqualTo(english.sections().stream().map(GuideText.Section::level).toList());
  }

  @Test
  void every_section_that_is_asked_for_says_something() {
    for (GuideText guide : List.of(english, german)) {
      for (String topic : guide.topics()) {
        String words =
            guide.section(topic).orElseThrow().blocks().stream()
                .map(GuideText::text)
                .collect(Collectors.joining(" "));
        assertThat(words.split("\\s+").length).as(topic).isGreaterThan(15);
      }
    }
  }

  private static String words(GuideText guide, String topic, int blocks) {
    return guide.section(topic).orElseThrow().blocks().stream()
        .limit(blocks)
        .map(GuideText::text)
        .collect(Collectors.joining(" "));
  }

  @Test
  void the_paragraph_on_the_chip_says_at_once_what_epsilon_is() {
    assertThat(words(english, "chip", 1)).contains("ε", "one patient", "Smaller is safer", "δ");
    assertThat(words(german, "chip", 1)).contains("ε", "ein einzelner Patient", "Kleiner", "δ");
  }

  @Test
  void why_one_row_can_have_a_larger_epsilon_than_the_whole_export_is_said_where_it_is_asked() {
    assertThat(words(english, "read-out-row", 2))
        .contains("larger than the ε of the whole export", "picked by chance");
    assertThat(words(german, "read-out-row", 2))
        .contains("größer sein als das ε des ganzen Exports", "zufällig gewählten Patienten");
  }

  @Test
  void the_terms_of_the_curves_of_a_training_are_explained_where_they_are_drawn() {
    assertThat(words(english, "train-loss", 9))
        .contains("Reconstruction", "KL", "Hold-out", "The unit is the nat");
    assertThat(words(german, "train-loss", 9))
        .contains("Rekonstruktion", "KL", "Prüfteil", "Die Einheit ist das Nat");
    assertThat(words(english, "train-clipped", 2)).contains("gradient", "clipped", "Any share");
    assertThat(words(german, "train-clipped", 2)).contains("Gradienten", "gekappt", "Jeder Anteil");
  }

  /** What the legends and columns are called is what the guide explains. */
  @Test
  void every_column_of_explored_runs_is_explained_under_its_own_name() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      Messages messages = new Messages(locale);
      String words = words(GuideText.in(locale), "explore-runs", 9);
      for (String column :
          List.of("epsilon", "lipschitz", "latent", "pairsShort", "singlesShort", "best")) {
        assertThat(words).as(column).contains(messages.get("explore." + column));
      }
      assertThat(words).contains(messages.get("explore.missing"), messages.get("explore.seconds"));
      assertThat(words)
          .contains(messages.get("explore-scatter.frontier").toLowerCase(locale).substring(1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"user-guide.md", "user-guide.de.md"})
  void every_link_within_the_guide_leads_somewhere(String file) throws IOException {
    Matcher links = LINK.matcher(Files.readString(Path.of("src/site/markdown", file)));
    int found = 0;
    while (links.find()) {
      assertThat(english.section(links.group(1))).as(links.group(1)).isPresent();
      found++;
    }
    assertThat(found).isPositive();
  }

  @Test
  void the_glossary_explains_the_terms_of_certificate_and_window_in_both_languages() {
    assertThat(terms(english))
        .contains("ε (epsilon)", "δ (delta)", "Adjacency", "Lipschitz bound", "Latent dimension")
        .contains("Posterior", "Canary", "Audit", "Lower bound", "Ledger", "Marginal", "Clipping")
        .contains("Time-stamp", "Fingerprint", "Nat", "KL", "Gradient", "Hold-out", "Frontier")
        .contains("Public knowledge", "Quantile", "ROC curve", "Package", "Budget", "Identifier")
        .contains("Accountant", "Classifier", "Decoder", "Encoder", "Epoch", "Mixture");
    assertThat(terms(german))
        .contains("ε (Epsilon)", "δ (Delta)", "Nachbarschaft", "Lipschitz-Schranke", "Kappen")
        .contains("Latente Dimension", "Posterior-Verteilung", "Testdatensatz", "Budgetbuch")
        .contains("Prüfung eines Laufs", "Untere Schranke", "Randverteilung", "Zeitstempel")
        .contains("Fingerabdruck", "Nat", "KL", "Gradient", "Prüfteil", "Grenzlinie")
        .contains("Öffentlich bekannt", "Quantil", "ROC-Kurve", "Paket", "Budget", "Kennung")
        .contains("Abrechnung", "Klassifikator", "Decoder", "Encoder", "Epoche", "Mischung")
        .hasSameSizeAs(terms(english));
  }

  /** What the last section's list explains, without the explanations. */
  private static List<String> terms(GuideText guide) {
    Node list = guide.sections().get(guide.sections().size() - 1).blocks().get(0);
    List<String> terms = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      terms.add(GuideText.text(item).split(" – ", 2)[0]);
    }
    return terms;
  }

  @Test
  void anchors_name_the_heading_below_them_and_are_no_text() {
    GuideText guide =
        new GuideText(
            "# One\n\nfirst\n\n<a id=\"a\"></a>\n<a id=\"b\"></a>\n\n## Two\n\nsecond *word*\n");
    assertThat(guide.topics()).containsExactly("a", "b");
    assertThat(guide.section("a")).isEqualTo(guide.section("b"));
    assertThat(guide.section("a").orElseThrow().title()).isEqualTo("Two");
    assertThat(guide.section("a").orElseThrow().blocks())
        .singleElement()
        .extracting(GuideText::text)
        .isEqualTo("second word");
    assertThat(guide.sections().get(0).blocks()).hasSize(1);
    assertThat(guide.section("c")).isEmpty();
  }
}
