package modulus.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
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
    Label first = widgets.paragraph("drop-hint-first", "drop.first", "centred");
    first.setVisible(false);
    first.managedProperty().bind(first.visibleProperty());
    Region veil = new Region();
    veil.setId("drop-veil");
    VBox told = new VBox(8, words, first);
    told.setAlignment(Pos.CENTER);
    getChildren().addAll(veil, told);
    window.addEventHandler(
        DragEvent.DRAG_ENTERED,
        event -> {
          setVisible(event.getDragboard().hasFiles());
          first.setVisible(isVisible() && event.getDragboard().getFiles().size() > 1);
        });
    window.addEventHandler(DragEvent.DRAG_EXITED, event -> setVisible(false));
    window.addEventFilter(DragEvent.DRAG_DROPPED, event -> setVisible(false));
  }
}
