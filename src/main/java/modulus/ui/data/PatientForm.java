package modulus.ui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Spinner;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import modulus.schema.PatientColumn;
import modulus.table.Column;
import modulus.table.Table;
import modulus.ui.common.CountValue;
import modulus.ui.common.Figure;
import modulus.ui.common.Messages;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;
import modulus.workbench.OpenedTable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;

/** Whose data a row is: everybody has one row, or a column names the patient. */
final class PatientForm extends VBox {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private final Widgets widgets;
  private final DataViewModel model;
  private final ComboBox<Optional<String>> column = new ComboBox<>();
  private final Spinner<Integer> rows =
      new Spinner<>(1, PatientColumn.MOST, PatientColumn.DEFAULT_ROWS);
  private final CountValue typed =
      new CountValue(PatientColumn.DEFAULT_ROWS, 1, PatientColumn.MOST);
  private Optional<PatientColumn> shown = Optional.empty();
  private boolean showing;

  PatientForm(Widgets widgets, DataViewModel model) {
    this.widgets = widgets;
    this.model = model;
    Messages messages = widgets.messages();
    setId("data-patient-form");
    setSpacing(2);
    column.setCellFactory(list -> new ColumnCell(messages));
    column.setButtonCell(new ColumnCell(messages));
    rows.setEditable(true);
    rows.getValueFactory().setConverter(new Reading());
    HBox most = named("data-patient-rows", rows);
    Widgets.showWhen(
        most, Bindings.createBooleanBinding(this::declared, model.patients().columnProperty()));
    FlowPane line = new FlowPane(12, 4, named("data-patient", column), most);
    line.getChildren().addAll(unread(), widgets.why("data-patient", "data-patient"));
    Label sentence = widgets.changing("data-patient-sentence", "text-muted");
    sentence
        .textProperty()
        .bind(
            messages.text(
                Bindings.createObjectBinding(
                    () ->
                        sentence(
                            model.patients().columnProperty().get(), model.tableProperty().get()),
                    model.patients().columnProperty())));
    getChildren().addAll(line, sentence, question());
    model.rows().addListener((Observable source) -> show());
    model.patients().columnProperty().addListener(source -> show());
    column.valueProperty().addListener(source -> declare());
    rows.valueProperty().addListener(source -> declare());
  }

  /** What is typed and can be no number of rows; it stays, and no run starts with another one. */
  private Label unread() {
    typed.textProperty().bind(rows.getEditor().textProperty());
    typed
        .problemProperty()
        .addListener(
            (source, before, now) -> {
              rows.pseudoClassStateChanged(DANGER, now != null);
              if (now == null) {
                model.leaveWrongRows(false);
              }
            });
    Label wrong = widgets.changing("data-patient-rows-problem", "problem");
    wrong.textProperty().bind(widgets.messages().text(typed.problemProperty()));
    Widgets.showWhen(
        wrong, typed.problemProperty().isNotNull().and(rows.getParent().visibleProperty()));
    rows.accessibleHelpProperty().bind(wrong.textProperty());
    return wrong;
  }

  /** What was typed and not taken up yet is taken up; what is wrong is in the way of a run. */
  void leave() {
    rows.commitValue();
    model.leaveWrongRows(declared() && typed.problemProperty().get() != null);
  }

  /** Shown until it is answered. */
  private VBox question() {
    Label asked = widgets.changing("data-patient-question", "problem");
    asked.textProperty().bind(widgets.messages().text(model.patients().questionProperty()));
    FlowPane answers =
        new FlowPane(
            8,
            4,
            answer(
                "data-patient-use", "data.patient.use", Material2AL.CHECK, model.patients()::use),
            answer(
                "data-patient-keep",
                "data.patient.keep",
                Material2AL.CLOSE,
                model.patients()::keepRows));
    VBox all = new VBox(4, asked, answers);
    all.setId("data-patient-asked");
    Widgets.showWhen(all, model.patients().questionProperty().isNotNull());
    return all;
  }

  /**
   * The buttons go with the answer; the keyboard's place is then the choice above, not elsewhere.
   */
  private Button answer(String id, String key, Ikon icon, Runnable action) {
    return widgets.button(
        id,
        key,
        icon,
        () -> {
          column.requestFocus();
          action.run();
        });
  }

  private boolean declared() {
    return model.patients().columnProperty().get().isPresent();
  }

  private static Text sentence(Optional<PatientColumn> patient, OpenedTable opened) {
    return patient
        .map(declared -> sentence(declared, opened.table()))
        .orElse(Text.of("data.patient.row"));
  }

  private static Text sentence(PatientColumn declared, Table table) {
    return Text.of(
        "data.patient.column",
        new Figure.Count(declared.mostRows()),
        new Figure.Count(table.column(declared.name()).map(Column::distinctValues).orElse(0)),
        new Figure.Count(table.rows()));
  }

  private void declare() {
    if (!showing && column.getValue() != null && rows.getValue() != null) {
      model
          .patients()
          .declare(column.getValue().map(name -> new PatientColumn(name, rows.getValue())));
      show();
    }
  }

  /** What is declared, also where a wish was refused or a change undone. */
  private void show() {
    showing = true;
    List<Optional<String>> names = new ArrayList<>(List.of(Optional.empty()));
    model.rows().forEach(row -> names.add(Optional.of(row.attribute().name())));
    if (!column.getItems().equals(names)) {
      column.getItems().setAll(names);
    }
    Optional<PatientColumn> patient = model.patients().columnProperty().get();
    column.setValue(patient.map(PatientColumn::name));
    patient.ifPresent(declared -> rows.getValueFactory().setValue(declared.mostRows()));
    if (!patient.equals(shown)) {
      shown = patient;
      rows.getEditor().setText(rows.getValue().toString());
    }
    showing = false;
  }

  private HBox named(String id, Control control) {
    control.setId(id);
    control.accessibleTextProperty().bind(widgets.messages().text(id));
    Label label = widgets.label(id + "-name", id);
    label.setLabelFor(control);
    HBox both = new HBox(8, label, control);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }

  /**
   * What is typed, where it is a number of rows; the spinner's own would bend it into its range.
   */
  private final class Reading extends StringConverter<Integer> {
    @Override
    public String toString(Integer number) {
      return number.toString();
    }

    @Override
    public Integer fromString(String text) {
      return typed.value().orElse(rows.getValue());
    }
  }

  /** A column's name, or that each row is a patient in the language of the window. */
  private static final class ColumnCell extends ListCell<Optional<String>> {
    private final Messages messages;

    ColumnCell(Messages messages) {
      this.messages = messages;
    }

    @Override
    protected void updateItem(Optional<String> name, boolean empty) {
      super.updateItem(name, empty);
      textProperty().unbind();
      if (empty || name == null) {
        setText("");
      } else if (name.isPresent()) {
        setText(name.get());
      } else {
        textProperty().bind(messages.text("data.patient.each"));
      }
    }
  }
}
