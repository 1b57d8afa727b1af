package modulus.ui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A screen taken apart. What comes into a window's scene gets its styles and its inner nodes with
 * the next drawing; of a whole screen that takes a tenth of a second and more, of a part little.
 */
final class Assembly {
  private final Deque<Runnable> left = new ArrayDeque<>();

  /**
   * Takes {@code screen} apart, which is in no scene.
   *
   * @param place takes the bare screen up
   */
  Assembly(Node screen, Consumer<Node> place) {
    left.add(() -> place(() -> place.accept(screen), screen));
    takeApart(screen);
  }

  boolean complete() {
    return left.isEmpty();
  }

  /**
   * Puts parts to their places, in the order in which the screen had them, until they have taken
   * {@code nanos} or none is left; one at least.
   *
   * @throws java.util.NoSuchElementException if it is complete
   */
  void goOn(long nanos) {
    long begun = System.nanoTime();
    do {
      left.remove().run();
    } while (!complete() && System.nanoTime() - begun < nanos);
  }

  /** Puts all parts that are left to their places. */
  void finish() {
    left.forEach(Runnable::run);
    left.clear();
  }

  private static void place(Runnable placing, Node part) {
    placing.run();
    part.applyCss(); // at once, so that what it takes is seen
  }

  private void takeApart(Node node) {
    if (node instanceof ScrollPane scroll) {
      takeApart(scroll.getContent());
    } else if (node instanceof TabPane tabs) {
      tabs.getTabs().forEach(tab -> takeApart(tab.getContent()));
    } else if (node instanceof BorderPane frame) {
      List.copyOf(frame.getChildren()).forEach(part -> takeOut(frame, part));
    } else if (node instanceof VBox
        || node instanceof HBox
        || node instanceof StackPane
        || node instanceof FlowPane
        || node instanceof GridPane) {
      takeOut((Pane) node);
    }
  }

  private void takeOut(BorderPane frame, Node part) {
    Consumer<Node> place =
        part == frame.getTop()
            ? frame::setTop
            : part == frame.getLeft()
                ? frame::setLeft
                : part == frame.getRight()
                    ? frame::setRight
                    : part == frame.getBottom() ? frame::setBottom : frame::setCenter;
    place.accept(null);
    left.add(() -> place(() -> place.accept(part), part));
    takeApart(part);
  }

  /** A pane that got other parts meanwhile keeps those. */
  private void takeOut(Pane pane) {
    ObservableList<Node> children = pane.getChildren();
    List<Node> parts = new ArrayList<>(children);
    children.clear();
    for (int i = 0; i < parts.size(); i++) {
      List<Node> before = parts.subList(0, i);
      Node part = parts.get(i);
      left.add(
          () -> {
            if (children.equals(before)) {
              place(() -> children.add(part), part);
            }
          });
      takeApart(part);
    }
  }
}
