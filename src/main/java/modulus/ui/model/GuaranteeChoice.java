package modulus.ui.model;

import javafx.geometry.Pos;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import modulus.ui.common.Widgets;
import modulus.workbench.Scope;

/** End-to-end or release only, each with one honest sentence. */
final class GuaranteeChoice extends VBox {
  GuaranteeChoice(Widgets widgets, ModelViewModel model) {
    setId("guarantee");
    getStyleClass().add("card");
    ToggleGroup group = new ToggleGroup();
    HBox title =
        new HBox(
            6,
            widgets.label("guarantee-name", "guarantee.name", "title-4"),
            widgets.why("model-guarantee", "guarantee.name"));
    title.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(title);
    for (Scope scope : Scope.values()) {
      RadioButton radio = widgets.radio("guarantee-" + scope.label(), "guarantee." + scope, group);
      radio.setSelected(model.form().scope.get() == scope);
      radio.setOnAction(event -> model.form().scope.set(scope));
      model.form().scope.addListener((source, before, now) -> radio.setSelected(now == scope));
      radio.getStyleClass().add("text-bold");
      getChildren()
          .addAll(
              radio,
              widgets.paragraph(
                  "guarantee-" + scope.label() + "-sentence",
                  "guarantee." + scope + ".sentence",
                  "radio-sentence",
                  "text-muted"));
    }
    getChildren().add(new TrainingTableField(widgets, model));
  }
}
