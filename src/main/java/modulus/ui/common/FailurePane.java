package modulus.ui.common;

import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import modulus.workbench.Failure;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** One failure: what happened, what to do, details to copy. Not there while there is none. */
public final class FailurePane extends HBox {
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();

  /**
   * @param id of the pane; its parts are {@code ID-sentence}, {@code ID-action}, {@code ID-copy},
   *     {@code ID-close}
   */
  public FailurePane(String id, Widgets widgets) {
    setId(id);
    getStyleClass().add("failure-pane");
    FontIcon icon = new FontIcon(Material2AL.ERROR_OUTLINE);
    icon.getStyleClass().add("failure-icon");
    Label sentence = widgets.changing(id + "-sentence", "text-bold");
    Label action = widgets.changing(id + "-action");
    Messages messages = widgets.messages();
    sentence.textProperty().bind(told(messages, failure.map(Failure::sentence)));
    action.textProperty().bind(told(messages, failure.map(Failure::action)));
    Widgets.showWhen(action, failure.map(shown -> !shown.action().isEmpty()).orElse(false));
    Button copy =
        widgets.button(
            id + "-copy", "failure.copy", Material2AL.CONTENT_COPY, this::copyDetails, "small");
    Button close =
        widgets.iconButton(
            id + "-close", "failure.close", Material2AL.CLOSE, () -> failure.set(null));
    FocusBefore.returnsFrom(this, failure);
    VBox text = new VBox(4, sentence, action);
    HBox.setHgrow(text, Priority.ALWAYS);
    getChildren().addAll(icon, text, copy, close);
    Widgets.showWhen(this, failure.isNotNull());
  }

  private static StringBinding told(Messages messages, ObservableValue<String> english) {
    return messages.following(
        () -> english.getValue() == null ? "" : messages.told(english.getValue()), english);
  }

  /** The failure shown, or null. */
  public ObjectProperty<Failure> failureProperty() {
    return failure;
  }

  private void copyDetails() {
    Copied.text(failure.get().details());
  }
}
