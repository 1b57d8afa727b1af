package modulus.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import modulus.workbench.ReadOut;

/** What a setting can and cannot do for the table, with the way to the user guide. */
public final class AdvicePane extends HBox {
  private final ObservableValue<ReadOut> readOut;

  /**
   * @param id of the sentence, and the topic in the user guide; its name has the message key {@code
   *     ID.name}
   * @param readOut what is spoken of; null where there is nothing to say
   */
  public AdvicePane(
      String id,
      Widgets widgets,
      ObservableValue<ReadOut> readOut,
      ObservableValue<Text> sentence) {
    super(8);
    this.readOut = readOut;
    setId(id + "-pane");
    getStyleClass().add("advice");
    setAlignment(Pos.TOP_LEFT);
    Label advice = widgets.changing(id);
    advice.textProperty().bind(widgets.messages().text(sentence));
    HBox.setHgrow(advice, Priority.ALWAYS);
    getChildren().addAll(advice, widgets.why(id, id + ".name"));
    readOut.addListener(source -> colour());
    colour();
    Widgets.showWhen(this, readOut.map(there -> true).orElse(false));
  }

  private void colour() {
    getStyleClass().removeAll("advice-good", "advice-caution");
    ReadOut now = readOut.getValue();
    if (now != null) {
      boolean good = now.advice() == ReadOut.Advice.GOOD;
      getStyleClass().add(good ? "advice-good" : "advice-caution");
    }
  }
}
