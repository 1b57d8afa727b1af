package modulus.ui.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * The user guide of one language, cut into sections at its headings. Anchors ({@code <a
 * id="TOPIC"></a>}) in the paragraph before a heading name the section.
 */
public final class GuideText {
  private static final Pattern ANCHOR = Pattern.compile("<a id=\"([a-z0-9-]+)\">");

  private final List<Section> sections = new ArrayList<>();
  private final Map<String, Section> byTopic = new LinkedHashMap<>();

  /**
   * From one heading to the next.
   *
   * @param level of the heading, 1 … 6
   * @param blocks what stands below it
   */
  record Section(String title, int level, List<Node> blocks) {}

  GuideText(String markdown) {
    List<String> topics = new ArrayList<>();
    Node block = Parser.builder().build().parse(markdown).getFirstChild();
    for (; block != null; block = block.getNext()) {
      List<String> anchors = anchors(block);
      if (!anchors.isEmpty()) {
        topics.addAll(anchors);
      } else if (block instanceof Heading heading) {
        Section section = new Section(text(heading), heading.getLevel(), new ArrayList<>());
        sections.add(section);
        topics.forEach(topic -> byTopic.put(topic, section));
        topics.clear();
      } else if (!sections.isEmpty()) {
        sections.get(sections.size() - 1).blocks().add(block);
      }
    }
  }

  /** The guide in German for a German locale, else in English. */
  public static GuideText in(Locale locale) {
    String file = locale.getLanguage().equals("de") ? "user-guide.de.md" : "user-guide.md";
    try (InputStream in =
        Objects.requireNonNull(
            GuideText.class.getResourceAsStream("/modulus/ui/guide/" + file), file)) {
      return new GuideText(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The section a topic stands for. */
  Optional<Section> section(String topic) {
    return Optional.ofNullable(byTopic.get(topic));
  }

  /** All sections, in order. */
  List<Section> sections() {
    return List.copyOf(sections);
  }

  /** All topics, in order. */
  List<String> topics() {
    return List.copyOf(byTopic.keySet());
  }

  private static List<String> anchors(Node block) {
    List<String> found = new ArrayList<>();
    if (block instanceof Paragraph || block instanceof HtmlBlock) {
      block.accept(
          new AbstractVisitor() {
            @Override
            public void visit(HtmlInline inline) {
              add(inline.getLiteral());
            }

            @Override
            public void visit(HtmlBlock whole) {
              add(whole.getLiteral());
            }

            private void add(String html) {
              Matcher matcher = ANCHOR.matcher(html);
              while (matcher.find()) {
                found.add(matcher.group(1));
              }
            }
          });
    }
    return found;
  }

  /** The words of {@code node} without their mark-up. */
  static String text(Node node) {
    StringBuilder words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            words.append(code.getLiteral());
          }
        });
    return words.toString();
  }
}
