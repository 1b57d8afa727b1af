package modulus.ui.common;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/**
 * A count with its name (message key {@code ID.name}) and, where it is out of range, what is wrong
 * with it. Its field has the id {@code ID-field}; its name wraps where it is given less width.
 */
public final class CountField extends HBox {
  private static final int COLUMNS = 5;

  public CountField(String id, Widgets widgets, CountValue value) {
    super(8);
    setId(id);
    setAlignment(Pos.CENTER_LEFT);
    TextField field = new TextField();
    field.setId(id + "-field");
    field.setPrefColumnCount(COLUMNS);
    field.setMinWidth(USE_PREF_SIZE);
    field.setAlignment(Pos.CENTER_RIGHT);
    field.textProperty().bindBidirectional(value.textProperty());
    field.accessibleTextProperty().bind(widgets.messages().text(id + ".name"));
    Label name = widgets.paragraph(id + "-name", id + ".name");
    name.setLabelFor(field);
    Label problem = widgets.changing(id + "-problem", "problem");
    problem.textProperty().bind(widgets.messages().text(value.problemProperty()));
    Widgets.showWhen(problem, value.problemProperty().isNotNull());
    getChildren().addAll(name, field, problem);
  }
}
