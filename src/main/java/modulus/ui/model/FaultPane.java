package modulus.ui.model;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import modulus.ui.common.Widgets;
import org.kordamp.ikonli.material2.Material2AL;

/** Why nothing is read out, where it would be, with the way to the field; not there otherwise. */
final class FaultPane extends VBox {

  /**
   * @param show brings the field with an id into view and gives it the keyboard's focus
   */
  FaultPane(Widgets widgets, ModelViewModel model, Consumer<String> show) {
    super(8);
    setId("model-fault-pane");
    getStyleClass().addAll("advice", "advice-caution");
    setAlignment(Pos.TOP_LEFT);
    Label sentence = widgets.changing("model-fault");
    sentence
        .textProperty()
        .bind(widgets.messages().text(model.faultProperty().map(Fault::sentence)));
    Button go =
        widgets.button(
            "model-fault-show",
            "model.fault.show",
            Material2AL.EDIT,
            () -> show.accept(model.faultProperty().get().field()));
    Widgets.showWhen(
        go, model.faultProperty().map(fault -> !fault.field().isEmpty()).orElse(false));
    getChildren().addAll(sentence, go);
    Widgets.showWhen(this, model.faultProperty().isNotNull());
  }
}
