package modulus.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One number with its name and a sentence that says what it means; dimmed while out of date. */
public final class ReadOutPane extends VBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  /**
   * @param id also the stem of the key of the name, {@code ID.name}; the parts are {@code ID-value}
   *     and {@code ID-sentence}
   */
  public ReadOutPane(
      String id,
      Widgets widgets,
      ObservableValue<Text> value,
      ObservableValue<Text> sentence,
      ObservableValue<Boolean> stale) {
    setId(id);
    getStyleClass().add("read-out");
    Label name = widgets.label(id + "-name", id + ".name", "read-out-name");
    Label number = new Label();
    number.setId(id + "-value");
    number.getStyleClass().add("read-out-value");
    number.textProperty().bind(widgets.messages().text(value));
    Label meaning = widgets.changing(id + "-sentence", "read-out-sentence");
    meaning.textProperty().bind(widgets.messages().text(sentence));
    name.setLabelFor(number);
    getChildren().addAll(name, number, meaning);
    stale.addListener((source, before, now) -> pseudoClassStateChanged(STALE, now));
  }
}
