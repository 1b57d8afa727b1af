package modulus.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * One number with its name, a sentence that says what it means, and the way to the user guide;
 * dimmed while out of date.
 */
public final class ReadOutPane extends VBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  /** Width at the plain size of letters. */
  private static final double LEAST = 140;

  private final Widgets widgets;

  /**
   * @param id also the stem of the key of the name, {@code ID.name}; the parts are {@code ID-value}
   *     and {@code ID-sentence}; and the topic in the user guide
   */
  public ReadOutPane(
      String id,
      Widgets widgets,
      ObservableValue<Text> value,
      ObservableValue<Text> sentence,
      ObservableValue<Boolean> stale) {
    this.widgets = widgets;
    setId(id);
    getStyleClass().add("read-out");
    Label name = words(id + "-name", "read-out-name");
    name.textProperty().bind(widgets.messages().text(id + ".name"));
    Label number = words(id + "-value", "read-out-value");
    number.textProperty().bind(widgets.messages().text(value));
    Label meaning = widgets.changing(id + "-sentence", "read-out-sentence");
    meaning.textProperty().bind(widgets.messages().text(sentence));
    name.setLabelFor(number);
    HBox top = new HBox(4, name, Widgets.spacer(), widgets.why(id, id + ".name"));
    top.setAlignment(Pos.TOP_LEFT);
    getChildren().addAll(top, number, meaning);
    stale.addListener((source, before, now) -> pseudoClassStateChanged(STALE, now));
  }

  /** No word of the name is broken. */
  @Override
  protected double computeMinWidth(double height) {
    return Math.max(LEAST * widgets.fontScale().factor(), super.computeMinWidth(height));
  }

  private static Label words(String id, String style) {
    Label label = new WordLabel();
    label.setId(id);
    label.getStyleClass().add(style);
    return label;
  }
}
