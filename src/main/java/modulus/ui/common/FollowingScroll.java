package modulus.ui.common;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Scrolls up and down only, and brings whatever gets the keyboard's focus into view. */
public final class FollowingScroll extends ScrollPane {
  private static final double MARGIN = 24;

  private final ChangeListener<Node> follow = (source, before, now) -> show(now);

  public FollowingScroll(String id, Region content) {
    super(content);
    setId(id);
    content.getStyleClass().add("scrolled");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    sceneProperty().addListener((source, before, now) -> listen(before, now));
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
