package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  /** Keys written out in the window's sources where a text is asked for. */
  private static final Pattern ASKED =
      Pattern.compile(
          "(?:Text\\.of|\\.get|\\.text)\\(\\s*\"([A-Za-z][A-Za-z0-9.-]*[A-Za-z0-9])\"[,)]");

  private static Properties bundle(String file) throws IOException {
    Properties texts = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream("/modulus/ui/" + file)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts;
  }

  @Test
  void german_says_everything_that_english_says_and_nothing_else() throws IOException {
    assertThat(bundle("messages_de.properties").stringPropertyNames())
        .isEqualTo(bundle("messages.properties").stringPropertyNames());
  }

  @Test
  void both_languages_fill_the_same_places() throws IOException {
    Properties german = bundle("messages_de.properties");
    Properties english = bundle("messages.properties");
    for (String key : english.stringPropertyNames()) {
      assertThat(places(german.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
    }
  }

  @Test
  void no_text_has_an_ascii_apostrophe_which_would_swallow_what_follows() throws IOException {
    for (String file : Set.of("messages.properties", "messages_de.properties")) {
      assertThat(bundle(file).values()).noneMatch(text -> text.toString().contains("'"));
    }
  }

  @Test
  void every_text_the_sources_ask_for_by_name_exists() throws IOException {
    Set<String> asked = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/modulus/ui"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher matcher = ASKED.matcher(Files.readString(source));
        while (matcher.find()) {
          asked.add(matcher.group(1));
        }
      }
    }
    assertThat(asked).hasSizeGreaterThan(50);
    assertThat(bundle("messages.properties").stringPropertyNames()).containsAll(asked);
  }

  @Test
  void a_text_is_filled_with_figures_in_its_language() {
    Messages messages = new Messages(Locale.GERMAN);
    assertThat(messages.get("readOut.epsilon", new Figure.Epsilon(0.991)))
        .isEqualTo("ε\u00a0≤\u00a01,00");
    messages.localeProperty().set(Locale.ENGLISH);
    assertThat(messages.get("readOut.epsilon", new Figure.Epsilon(0.991)))
        .isEqualTo("ε\u00a0≤\u00a01.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void a_figure_is_not_broken_from_its_sign_at_the_end_of_a_line(String language) {
    Messages messages = new Messages(Locale.forLanguageTag(language));
    Figure delta = new Figure.Delta(1e-5);
    assertThat(messages.get("chip.run", "", new Figure.Epsilon(10), delta))
        .contains("ε\u00a0≤\u00a010", "δ\u00a0=\u00a01e-5");
    assertThat(messages.get("readOut.plusMinus", new Figure.Count(12))).isEqualTo("±\u00a012");
    assertThat(messages.get("plain", "a = b, 5 ≤ x, n ± m")).isEqualTo("a = b, 5 ≤ x, n ± m");
  }

  @Test
  void a_bound_text_follows_the_language_even_where_it_is_shown_at_once() {
    Messages messages = new Messages(Locale.ENGLISH);
    StringBinding binding = messages.text("step.DATA");
    StringProperty label = new SimpleStringProperty();
    StringProperty seen = new SimpleStringProperty();
    label.addListener((source, before, now) -> seen.set(now));
    label.bind(binding);
    messages.localeProperty().set(Locale.GERMAN);
    assertThat(seen.get()).isEqualTo("Daten");
  }

  private static Set<String> places(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PLACE.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }
}
