package modulus.ui.common;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;

/**
 * Makes what is shown later once where nobody sees it. The toolkit takes several times as long over
 * what it does for the first time, and would hold the window up.
 */
public final class Rehearsal {
  private static final double WIDTH = 600;

  /** For the headings and a row of a table. */
  private static final double HEIGHT = 60;

  private Rehearsal() {}

  /** Styles and lays out {@code part} in its scene, which need not be in a window. */
  public static void layOut(Region part) {
    part.resize(WIDTH, HEIGHT);
    part.applyCss();
    part.layout();
  }

  /** Portions in which a menu is made. */
  public static List<Runnable> menu() {
    ContextMenu[] made = new ContextMenu[1];
    return List.of(
        () -> made[0] = new ContextMenu(new MenuItem()),
        () -> made[0].getScene().getRoot().applyCss(),
        () -> made[0].getScene().getRoot().layout());
  }
}
