package modulus.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** Finds the words of a window that its places are too narrow or too low for. */
final class CutText {
  private CutText() {}

  /**
   * Texts in sight of which not all is shown, with the id of their place where it has one; not
   * those of cells, whose columns can be drawn wider.
   */
  static List<String> in(Parent root) {
    List<String> found = new ArrayList<>();
    collect(root, found);
    return found;
  }

  private static void collect(Node node, List<String> found) {
    if (!node.isVisible() || node instanceof IndexedCell<?>) {
      return;
    }
    if (node instanceof Labeled labeled && cut(labeled)) {
      found.add((node.getId() == null ? "" : node.getId() + ": ") + labeled.getText());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  private static boolean cut(Labeled labeled) {
    if (labeled.getText() == null || labeled.getText().isEmpty() || labeled.getWidth() == 0) {
      return false;
    }
    return labeled.getChildrenUnmodifiable().stream()
        .filter(Text.class::isInstance)
        .map(Text.class::cast)
        // an icon is a text as well
        .filter(shown -> shown.getStyleClass().contains("text"))
        .anyMatch(shown -> !shown.getText().equals(labeled.getText()));
  }
}
