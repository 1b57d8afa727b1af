package modulus.ui.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** What the window makes of the guide's text. */
@ExtendWith(ApplicationExtension.class)
class GuideParagraphsTest {
  private static final Pattern PICTURE = Pattern.compile("(?m)^!\\[([^\\]]+)]\\(([^)]+)\\)$");

  private static List<Node> shown(GuideText.Section section) {
    return new GuideParagraphs(topic -> {}).of(section.blocks());
  }

  private static String words(Node node) {
    if (node instanceof Text text) {
      return text.getText();
    }
    if (node instanceof Labeled labeled) {
      return labeled.getText();
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .map(GuideParagraphsTest::words)
            .collect(Collectors.joining())
        : "";
  }

  private static String shown(String markdown) {
    return shown(new GuideText("# Title\n\n" + markdown).sections().get(0)).stream()
        .map(GuideParagraphsTest::words)
        .collect(Collectors.joining("|"));
  }

  @Test
  void a_paragraph_that_is_a_picture_leaves_nothing() {
    assertThat(shown("before\n\n![the window](screen.png)\n\nafter")).isEqualTo("before|after");
  }

  @ParameterizedTest
  @ValueSource(strings = {"* ", "1. ", "10. "})
  void the_mark_of_a_point_has_the_room_it_needs_at_twice_the_size_of_letters(String begun) {
    List<Node> nodes =
        shown(new GuideText("# Title\n\n" + begun + "a point of some words").sections().get(0));
    VBox narrow = new VBox(nodes.toArray(Node[]::new));
    narrow.setStyle("-fx-font-size: 26px");
    Scene scene = new Scene(narrow, 120, 200);
    scene.getStylesheets().add("modulus/ui/modulus.css");
    narrow.applyCss();
    narrow.layout();
    Labeled mark = (Labeled) narrow.lookup(".label");
    assertThat(mark.getWidth()).isGreaterThanOrEqualTo(mark.prefWidth(-1));
  }

  @Test
  void a_picture_among_words_leaves_the_words() {
    assertThat(shown("look ![the window](screen.png)*here*")).isEqualTo("look here");
  }

  @Test
  void a_number_and_its_sign_stay_on_one_line() {
    assertThat(shown("at ε = 1 and L = 0.5, ± 12 in 95 % of cases, ± ten"))
        .isEqualTo(
            "at ε\u00a0=\u00a01 and L\u00a0=\u00a00.5, ±\u00a012 in 95\u00a0% of cases, ± ten");
  }

  @Test
  void paragraphs_lists_links_and_code_are_text() {
    assertThat(shown("one\ntwo **three**\n\n1. [four](#a)\n2. `five`\n\n```\nsix\n```\n"))
        .isEqualTo("one two three|1.four2.five|six");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void the_guide_shows_no_mark_up_and_no_picture_s_caption(String language) throws IOException {
    Locale locale = Locale.forLanguageTag(language);
    List<String> captions =
        PICTURE
            .matcher(
                Files.readString(
                    Path.of(
                        "src/site/markdown",
                        language.equals("de") ? "user-guide.de.md" : "user-guide.md")))
            .results()
            .map(found -> found.group(1))
            .toList();
    String window =
        GuideText.in(locale).sections().stream()
            .flatMap(section -> shown(section).stream())
            .map(GuideParagraphsTest::words)
            .collect(Collectors.joining("\n"));
    assertThat(captions).hasSize(8);
    assertThat(window).hasSizeGreaterThan(10_000).doesNotContain(captions);
    assertThat(window).doesNotContain("![", ".png", "**", "](", "<a ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/site/markdown/user-guide.md",
        "src/site/markdown/user-guide.de.md",
        "README.md"
      })
  void eight_pictures_and_every_one_is_there(String file) throws IOException {
    Path text = Path.of(file);
    List<Path> pictures =
        PICTURE
            .matcher(Files.readString(text))
            .results()
            .map(found -> text.resolveSibling(found.group(2)))
            .toList();
    assertThat(pictures)
        .hasSize(8)
        .doesNotHaveDuplicates()
        .allSatisfy(each -> assertThat(each).isRegularFile());
  }
}
