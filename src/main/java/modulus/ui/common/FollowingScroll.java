package modulus.ui.common;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Brings whatever gets the keyboard's focus into view. */
public final class FollowingScroll extends ScrollPane {
  private static final double MARGIN = 24;

  private final ChangeListener<Node> follow = (source, before, now) -> show(now);

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

  private FollowingScroll(Region content) {
    super(content);
    setFitToWidth(true);
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

  private void show(Node focused) {
    if (focused == null || !isInside(focused)) {
      return;
    }
    Bounds place = getContent().sceneToLocal(focused.localToScene(focused.getBoundsInLocal()));
    double view = getViewportBounds().getHeight();
    double hidden = getContent().getBoundsInLocal().getHeight() - view;
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
