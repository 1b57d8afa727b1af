package modulus.ui.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import modulus.ui.common.Unbroken;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/**
 * Blocks of the user guide as text that wraps: paragraphs, lists and code. Pictures are left out:
 * the reader has the window before them. Links within the guide can be followed, others are shown.
 */
final class GuideParagraphs {
  private final Consumer<String> follow;

  /**
   * @param follow told the topic of a link within the guide
   */
  GuideParagraphs(Consumer<String> follow) {
    this.follow = follow;
  }

  List<Node> of(List<org.commonmark.node.Node> blocks) {
    List<Node> nodes = new ArrayList<>();
    blocks.forEach(block -> add(block, nodes));
    return nodes;
  }

  private void add(org.commonmark.node.Node block, List<Node> nodes) {
    if (block instanceof Paragraph) {
      TextFlow flow = new TextFlow();
      flow.getStyleClass().add("guide-paragraph");
      inline(block, List.of(), flow);
      if (!flow.getChildren().isEmpty()) {
        nodes.add(flow);
      }
    } else if (block instanceof BulletList) {
      nodes.add(list(block, 0));
    } else if (block instanceof OrderedList ordered) {
      nodes.add(list(block, ordered.getMarkerStartNumber()));
    } else if (block instanceof FencedCodeBlock code) {
      nodes.add(code(code.getLiteral()));
    } else if (block instanceof IndentedCodeBlock code) {
      nodes.add(code(code.getLiteral()));
    }
  }

  private Node list(org.commonmark.node.Node list, int first) {
    VBox items = new VBox(4);
    int number = first;
    for (org.commonmark.node.Node item = list.getFirstChild();
        item != null;
        item = item.getNext()) {
      if (item instanceof ListItem) {
        Label mark = new Label(first == 0 ? "•" : number++ + ".");
        mark.getStyleClass().add(first == 0 ? "guide-bullet" : "guide-number");
        VBox body = new VBox(4);
        for (var block = item.getFirstChild(); block != null; block = block.getNext()) {
          add(block, body.getChildren());
        }
        HBox.setHgrow(body, Priority.ALWAYS);
        items.getChildren().add(new HBox(mark, body));
      }
    }
    return items;
  }

  private static Node code(String literal) {
    Label code = new Label(literal.stripTrailing());
    code.setWrapText(true);
    code.getStyleClass().add("guide-code");
    code.setMaxWidth(Double.MAX_VALUE);
    return code;
  }

  private void inline(org.commonmark.node.Node parent, List<String> styles, TextFlow flow) {
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof org.commonmark.node.Text text) {
        flow.getChildren().add(text(text.getLiteral(), styles));
      } else if (node instanceof SoftLineBreak) {
        flow.getChildren().add(text(" ", styles));
      } else if (node instanceof Code code) {
        flow.getChildren().add(text(code.getLiteral(), with(styles, "guide-mono")));
      } else if (node instanceof StrongEmphasis) {
        inline(node, with(styles, "guide-strong"), flow);
      } else if (node instanceof Emphasis) {
        inline(node, with(styles, "guide-emphasis"), flow);
      } else if (node instanceof Link link && link.getDestination().startsWith("#")) {
        flow.getChildren().add(link(link));
      } else if (!(node instanceof Image)) {
        inline(node, styles, flow);
      }
    }
  }

  private Node link(Link link) {
    Hyperlink hyperlink = new Hyperlink(GuideText.text(link));
    String topic = link.getDestination().substring(1);
    hyperlink.setId("guide-link-" + topic);
    hyperlink.getStyleClass().add("guide-link");
    hyperlink.setOnAction(event -> follow.accept(topic));
    return hyperlink;
  }

  private static Text text(String words, List<String> styles) {
    Text text = new Text(Unbroken.words(words));
    text.getStyleClass().add("guide-text");
    text.getStyleClass().addAll(styles);
    return text;
  }

  private static List<String> with(List<String> styles, String another) {
    List<String> all = new ArrayList<>(styles);
    all.add(another);
    return all;
  }
}
