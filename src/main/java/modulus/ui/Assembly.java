package modulus.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import modulus.ui.common.BesideOrBelow;
import modulus.ui.common.EvenColumns;
import modulus.ui.common.TwoSides;

/**
 * What of a window or screen is taken apart. What comes into a window's scene gets its styles and
 * its inner nodes with the next drawing; of a whole screen that takes a tenth of a second and more,
 * of a part little. Empty regions as large as the parts stand in for them meanwhile, so that what
 * is seen stays where it is.
 */
final class Assembly {
  private final Deque<Part> left = new ArrayDeque<>();
  private final Set<Node> kept = new HashSet<>();

  /**
   * Takes {@code screen} apart, which is in no scene.
   *
   * @param place takes the bare screen up
   */
  void takeApart(Node screen, Consumer<Node> place) {
    again(
        () -> {
          left.add(new Part(screen.isVisible(), () -> place(() -> place.accept(screen), screen)));
          takeApart(screen, screen.isVisible());
        });
  }

  /** Takes {@code screen} apart where it is, but for what has the keyboard's focus. */
  void takeApartInPlace(Node screen) {
    for (Node node = screen.getScene().getFocusOwner(); node != null; node = node.getParent()) {
      kept.add(node);
    }
    again(() -> takeApart(screen, screen.isVisible()));
    kept.clear();
  }

  /** What had not come back yet does so after what was there. */
  private void again(Runnable takingApart) {
    List<Part> before = List.copyOf(left);
    left.clear();
    takingApart.run();
    left.addAll(before);
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
      left.remove().placing().run();
    } while (!complete() && System.nanoTime() - begun < nanos);
  }

  /** Puts all parts that are left to their places. */
  void finish() {
    left.forEach(part -> part.placing().run());
    left.clear();
  }

  /** Puts those parts to their places that can be seen; what is hidden is left. */
  void placeSeen() {
    left.stream().filter(Part::seen).forEach(part -> part.placing().run());
    left.removeIf(Part::seen);
  }

  private static void place(Runnable placing, Node part) {
    placing.run();
    part.applyCss(); // at once, so that what it takes is seen
  }

  private void takeApart(Node node, boolean seen) {
    if (node instanceof ScrollPane scroll) {
      takeApart(scroll.getContent(), seen);
    } else if (node instanceof TitledPane titled) {
      takeApart(titled.getContent(), seen);
    } else if (node instanceof TabPane tabs) {
      tabs.getTabs().forEach(tab -> takeApart(tab.getContent(), seen));
    } else if (node instanceof SplitPane split) {
      split.getItems().forEach(part -> takeApart(part, seen));
    } else if (node instanceof TwoSides
        || node instanceof EvenColumns
        || node instanceof BesideOrBelow) {
      ((Parent) node).getChildrenUnmodifiable().forEach(part -> takeApart(part, seen));
    } else if (node instanceof BorderPane frame) {
      List.copyOf(frame.getChildren()).forEach(part -> takeOut(frame, part, seen));
    } else if (node instanceof VBox
        || node instanceof HBox
        || node instanceof StackPane
        || node instanceof FlowPane
        || node instanceof GridPane) {
      ObservableList<Node> children = ((Pane) node).getChildren();
      List.copyOf(children).forEach(part -> takeOut(children, part, seen));
    }
  }

  private void takeOut(BorderPane frame, Node part, boolean seen) {
    Consumer<Node> place =
        part == frame.getTop()
            ? frame::setTop
            : part == frame.getLeft()
                ? frame::setLeft
                : part == frame.getRight()
                    ? frame::setRight
                    : part == frame.getBottom() ? frame::setBottom : frame::setCenter;
    takeOut(frame.getChildren(), part, seen, place, (standIn, back) -> place.accept(back));
  }

  private void takeOut(ObservableList<Node> children, Node part, boolean seen) {
    takeOut(
        children,
        part,
        seen,
        standIn -> children.set(children.indexOf(part), standIn),
        (standIn, back) -> children.set(children.indexOf(standIn), back));
  }

  /** A pane that got other parts meanwhile keeps those. */
  private void takeOut(
      List<Node> children,
      Node part,
      boolean paneSeen,
      Consumer<Node> replace,
      BiConsumer<Node, Node> putBack) {
    if (part instanceof StandIn) {
      return;
    }
    boolean seen = paneSeen && part.isVisible();
    if (!kept.contains(part)) {
      Node standIn = new StandIn(part);
      replace.accept(standIn);
      left.add(
          new Part(
              seen,
              () -> {
                if (children.contains(standIn)) {
                  place(() -> putBack.accept(standIn, part), part);
                }
              }));
    }
    takeApart(part, seen);
  }

  /** What is put to its place in one go, and whether it can be seen there. */
  private record Part(boolean seen, Runnable placing) {}

  /** As large as a part, and laid out under the same constraints. */
  private static final class StandIn extends Region {
    StandIn(Node part) {
      setManaged(part.isManaged());
      setVisible(false);
      setMinSize(part.getLayoutBounds().getWidth(), part.getLayoutBounds().getHeight());
      getProperties().putAll(part.getProperties());
    }
  }
}
