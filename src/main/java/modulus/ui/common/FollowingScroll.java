package modulus.ui.common;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.event.EventTarget;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Brings whatever gets the keyboard's focus into view; Page Up and Page Down go on where nothing
 * has it.
 */
public final class FollowingScroll extends ScrollPane {
  private static final double MARGIN = 24;

  /** Between content and bar. */
  private static final double CLEAR = 6;

  private static final KeyCombination DOWN = new KeyCodeCombination(KeyCode.PAGE_DOWN);
  private static final KeyCombination UP = new KeyCodeCombination(KeyCode.PAGE_UP);

  private final ChangeListener<Node> follow = (source, before, now) -> reveal(now);

  /** Scrolls up and down only; its content keeps clear of the bar. */
  public FollowingScroll(String id, Region content) {
    this(content);
    setId(id);
    content.getStyleClass().add("scrolled");
    setHbarPolicy(ScrollBarPolicy.NEVER);
  }

  /**
   * Fills its place with {@code screen}; scrolls where the place is smaller than its least size.
   */
  public static FollowingScroll around(Region screen) {
    Least least = new Least(screen);
    FollowingScroll scroll = new FollowingScroll(least);
    scroll.setFitToHeight(true);
    // a width that is given while the pane lays itself out is heard of in the next pulse
    least.widthProperty().addListener(source -> Platform.runLater(least::requestLayout));
    scroll.setFocusTraversable(false);
    return scroll;
  }

  /**
   * Has its content end before the bar while there is one, for content without an edge of its own.
   */
  public FollowingScroll clearOfBar() {
    Region content = (Region) getContent();
    skinProperty()
        .addListener(
            skin ->
                lookupAll(".scroll-bar").stream()
                    .map(ScrollBar.class::cast)
                    .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
                    .filter(bar -> bar.getParent() == this)
                    .forEach(
                        bar ->
                            bar.visibleProperty()
                                .addListener(
                                    (source, before, now) ->
                                        Platform.runLater(() -> keepClear(content, now)))));
    return this;
  }

  /** In the next pulse: the pane shows its bar while it lays itself out. */
  private static void keepClear(Region content, boolean bar) {
    content.setPadding(bar ? new Insets(0, CLEAR, 0, 0) : Insets.EMPTY);
  }

  private FollowingScroll(Region content) {
    super(content);
    setFitToWidth(true);
    addEventFilter(KeyEvent.KEY_PRESSED, this::turnPage);
    sceneProperty().addListener((source, before, now) -> listen(before, now));
  }

  /**
   * Asked for its least height without a width it answers for the width it has. The pane asks so to
   * decide on its bar, and lines that wrap would be counted as one.
   */
  private static final class Least extends StackPane {
    Least(Region screen) {
      super(screen);
      setAlignment(Pos.TOP_LEFT);
    }

    @Override
    protected double computeMinHeight(double width) {
      return super.computeMinHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
    }
  }

  private void listen(Scene before, Scene now) {
    if (before != null) {
      before.focusOwnerProperty().removeListener(follow);
    }
    if (now != null) {
      now.focusOwnerProperty().addListener(follow);
    }
  }

  /**
   * Scrolls by nearly what is seen where {@code event} is Page Up or Page Down and nothing inside
   * that has the focus takes these keys for itself; then it is consumed. Where nothing is hidden
   * here, what is inside scrolls.
   */
  public void turnPage(KeyEvent event) {
    int pages = DOWN.match(event) ? 1 : UP.match(event) ? -1 : 0;
    if (pages == 0 || isTaken(event.getTarget())) {
      return;
    }
    Optional<FollowingScroll> turned =
        hidden() > 0
            ? Optional.of(this)
            : lookupAll(".scroll-pane").stream()
                .filter(FollowingScroll.class::isInstance)
                .map(FollowingScroll.class::cast)
                .filter(scroll -> scroll.hidden() > 0 && scroll.isSeen())
                .findFirst();
    turned.ifPresent(
        scroll -> {
          scroll.scroll(pages);
          event.consume();
        });
  }

  private boolean isTaken(EventTarget target) {
    Node each = target instanceof Node node ? node : null;
    while (each != null && each != this) {
      boolean inside = each instanceof FollowingScroll scroll && scroll.hidden() > 0;
      if (inside
          || each instanceof TableView
          || each instanceof ListView
          || each instanceof TextArea) {
        return true;
      }
      each = each.getParent();
    }
    return false;
  }

  private double hidden() {
    double hidden = getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
    return hidden < 1 ? 0 : hidden;
  }

  private boolean isSeen() {
    Node each = this;
    while (each != null && each.isVisible()) {
      each = each.getParent();
    }
    return each == null;
  }

  private void scroll(int pages) {
    double hidden = hidden();
    double top = getVvalue() * hidden + pages * (getViewportBounds().getHeight() - MARGIN);
    setVvalue(Math.max(0, Math.min(1, top / hidden)));
  }

  /** Scrolls as little as brings {@code node} into view; where it is not inside, not at all. */
  public void reveal(Node node) {
    if (node == null || !isInside(node)) {
      return;
    }
    Bounds place = getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
    double view = getViewportBounds().getHeight();
    double hidden = hidden();
    double top = getVvalue() * hidden;
    if (hidden > 0 && place.getMinY() - MARGIN < top) {
      setVvalue(Math.max(0, (place.getMinY() - MARGIN) / hidden));
    } else if (hidden > 0 && place.getMaxY() + MARGIN > top + view) {
      setVvalue(Math.min(1, (place.getMaxY() + MARGIN - view) / hidden));
    }
  }

  private boolean isInside(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each == getContent()) {
        return true;
      }
    }
    return false;
  }
}
