package modulus.ui;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;

/** Lies over the screen while files are dragged over the window, and says what a drop would do. */
final class DropHint extends StackPane {
  private static final double ON_TOP = -1;

  /**
   * @param window what files are dragged over
   */
  DropHint(Widgets widgets, ShellViewModel model, Node window) {
    setId("drop-hint");
    setMouseTransparent(true);
    setViewOrder(ON_TOP);
    setVisible(false);
    Label words = widgets.changing("drop-hint-words", "centred");
    words
        .textProperty()
        .bind(
            widgets
                .messages()
                .text(
                    model
                        .stepProperty()
                        .map(step -> Text.of(step == Step.VERIFY ? "drop.check" : "drop.open"))));
    Region veil = new Region();
    veil.setId("drop-veil");
    getChildren().addAll(veil, words);
    window.addEventHandler(
        DragEvent.DRAG_ENTERED, event -> setVisible(event.getDragboard().hasFiles()));
    window.addEventHandler(DragEvent.DRAG_EXITED, event -> setVisible(false));
    window.addEventFilter(DragEvent.DRAG_DROPPED, event -> setVisible(false));
  }
}
