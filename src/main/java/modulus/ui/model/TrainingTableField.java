package modulus.ui.model;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import modulus.ui.common.FilePatterns;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;
import modulus.workbench.Scope;
import org.kordamp.ikonli.material2.Material2AL;

/** The file of other patients that a release-only model may learn from; may stay empty. */
final class TrainingTableField extends VBox {
  private static final String ID = "model-training-table";

  private final Widgets widgets;
  private final ModelViewModel model;
  private final TextField file = new TextField();

  TrainingTableField(Widgets widgets, ModelViewModel model) {
    super(4);
    this.widgets = widgets;
    this.model = model;
    setId(ID + "-choice");
    getStyleClass().add("radio-sentence");
    file.setId(ID);
    file.accessibleTextProperty().bind(widgets.messages().text(ID + ".name"));
    file.setText(model.form().trainingTable.get());
    model.form().trainingTable.addListener((source, before, now) -> file.setText(now));
    // a path that is half typed is no setting yet
    file.setOnAction(event -> take());
    file.focusedProperty()
        .addListener(
            (source, before, now) -> {
              if (!now) {
                take();
              }
            });
    Label name = widgets.paragraph(ID + "-name", ID + ".name");
    name.setLabelFor(file);
    Button choose =
        widgets.iconButton(
            ID + "-choose", "model.trainingTable.choose", Material2AL.FOLDER_OPEN, this::choose);
    ReadOnlyObjectProperty<Text> wrong = model.form().trainingTableProblemProperty();
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox.setHgrow(file, Priority.ALWAYS);
    HBox row = new HBox(6, file, choose);
    row.setAlignment(Pos.CENTER_LEFT);
    HBox head = new HBox(6, name, widgets.why(ID, ID + ".name"));
    head.setAlignment(Pos.CENTER_LEFT);
    Label problem = widgets.changing(ID + "-problem", "problem");
    ObservableValue<Text> told = told(wrong);
    problem.textProperty().bind(widgets.messages().text(told));
    Widgets.showWhen(problem, told.map(text -> true).orElse(false));
    file.accessibleHelpProperty().bind(problem.textProperty());
    getChildren()
        .addAll(
            head,
            row,
            problem,
            widgets.paragraph(ID + "-sentence", "model.trainingTable.sentence", "text-muted"));
    Widgets.showWhen(this, model.form().scope.isEqualTo(Scope.RELEASE_ONLY));
  }

  /** What is wrong with the name, or else with the table that has it. */
  private ObservableValue<Text> told(ReadOnlyObjectProperty<Text> wrong) {
    ObjectProperty<Text> limit = model.session().trainingLimitProperty();
    return Bindings.createObjectBinding(
        () -> wrong.get() == null ? limit.get() : wrong.get(), wrong, limit);
  }

  private void take() {
    model.form().trainingTable.set(file.getText().strip());
  }

  private void choose() {
    widgets
        .files()
        .open("model.trainingTable.choose", FilePatterns.tables(widgets.messages()), this)
        .ifPresent(chosen -> model.form().trainingTable.set(chosen.toString()));
  }
}
