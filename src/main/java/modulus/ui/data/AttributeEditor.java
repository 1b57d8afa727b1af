package modulus.ui.data;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import modulus.schema.Attribute;
import modulus.schema.AttributeKind;
import modulus.ui.common.Hint;
import modulus.ui.common.Messages;
import modulus.ui.common.Text;
import modulus.ui.common.TwoSides;
import modulus.ui.common.Widgets;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Edits the declaration of the attribute selected in the schema table. */
final class AttributeEditor extends VBox {
  private static final double LINE_GAP = 6;

  private final Widgets widgets;
  private final DataViewModel model;
  private final SchemaTable table;
  private final OrderForm order;
  private final Label name = new Label();
  private final AttributeForm form = new AttributeForm();
  private final GridPane grid = new GridPane();
  private int lines;

  AttributeEditor(Widgets widgets, DataViewModel model, SchemaTable table) {
    this.widgets = widgets;
    this.model = model;
    this.table = table;
    setId("data-editor");
    getStyleClass().addAll("card", "editor");
    setMinHeight(USE_PREF_SIZE);
    name.setId("editor-name");
    name.getStyleClass().add("title-4");
    grid.setHgap(8);
    HBox kind = kindBox();
    BooleanBinding numeric = form.kindProperty().isEqualTo(AttributeKind.NUMERIC);
    BooleanBinding date = form.kindProperty().isEqualTo(AttributeKind.DATE);
    BooleanBinding categorical = form.kindProperty().isEqualTo(AttributeKind.CATEGORICAL);
    BooleanBinding estimated =
        numeric.or(categorical).and(form.estimatedProperty()); // a date's range is declared
    BooleanBinding ranged = numeric.and(estimated.not()).or(date);
    field("editor-low", form.lowProperty(), ranged, 0);
    field("editor-high", form.highProperty(), ranged, 2);
    lines++;
    field("editor-decimals", form.decimalsProperty(), numeric, 0);
    unitField(numeric);
    lines++;
    field("editor-pattern", form.patternProperty(), date, 0);
    lines++;
    BooleanBinding identifier = form.kindProperty().isEqualTo(AttributeKind.IDENTIFIER);
    CheckBox regenerated = box("editor-regenerate", form.regeneratedProperty());
    Widgets.showWhen(regenerated, identifier);
    place(regenerated, 0, 4);
    lines++;
    field("editor-serial", form.serialProperty(), identifier.and(form.regeneratedProperty()), 0);
    lines++;
    categoryArea(categorical.and(estimated.not()));
    CheckBox other = box("editor-other", form.otherProperty());
    Widgets.showWhen(other, categorical.and(estimated.not()));
    CheckBox estimate = box("editor-estimate", form.estimatedProperty());
    Widgets.showWhen(estimate, numeric.or(categorical));
    CheckBox missing = box("editor-missing", form.missingAllowedProperty());
    Widgets.showWhen(missing, numeric.or(date).or(categorical));
    CheckBox known = box("editor-public", form.publicKnowledgeProperty());
    known
        .textProperty()
        .bind(
            widgets
                .messages()
                .text(
                    estimated.map(form -> Text.of(form ? "editor-public.form" : "editor-public"))));
    order = new OrderForm(widgets, model.orders());
    Label problem = widgets.changing("editor-problem", "problem");
    problem.textProperty().bind(widgets.messages().text(form.problemProperty()));
    Widgets.showWhen(problem, form.problemProperty().isNotNull());
    Label pending = widgets.changing("editor-pending", "text-small", "text-muted");
    pending
        .textProperty()
        .bind(
            widgets
                .messages()
                .text(
                    form.problemProperty()
                        .isNull()
                        .map(right -> Text.of(right ? "editor.pending" : "editor.pendingWrong"))));
    Widgets.showWhen(pending, form.changedProperty());
    form.changedProperty()
        .addListener(
            (source, before, now) -> {
              if (!now) {
                model.leaveWrong(null);
              }
            });
    Button discard =
        widgets.button("editor-discard", "editor.discard", Material2MZ.UNDO, this::discard);
    discard.disableProperty().bind(form.changedProperty().not());
    Button apply =
        widgets.button(
            "editor-apply",
            "editor.apply",
            Material2AL.CHECK,
            () -> declare(form.result()),
            "accent");
    apply
        .disableProperty()
        .bind(form.problemProperty().isNotNull().or(form.changedProperty().not()));
    Button confirm =
        widgets.button(
            "editor-confirm", "editor.confirm", Material2AL.DONE, () -> declare(form.confirmed()));
    Hint.of(confirm, known.textProperty());
    Widgets.showWhen(confirm, form.toConfirmProperty().and(form.changedProperty().not()));
    EditorKeys.decide(this, apply, discard);
    getChildren()
        .addAll(
            new TwoSides(name, kind),
            new AttributeRemarks(widgets, table),
            grid,
            new FlowPane(2 * LINE_GAP, LINE_GAP, other, missing),
            order,
            estimate,
            known,
            problem,
            decision(pending, confirm, discard, apply));
    table.chosenProperty().addListener((source, before, now) -> choose(before, now));
    Widgets.showWhen(this, Bindings.isNotNull(table.chosenProperty()));
  }

  /** What was typed is applied before another attribute is shown, or stays where it is wrong. */
  private void choose(AttributeRow before, AttributeRow now) {
    if (now == null) {
      form.forget();
      return;
    }
    switch (form.to(now.attribute())) {
      case SHOW -> edit(now.attribute());
      case APPLY -> {
        Attribute typed = form.result();
        edit(now.attribute());
        // the table's rows must not change while it tells of the choice
        Platform.runLater(() -> model.declare(typed));
      }
      case STAY -> Platform.runLater(() -> table.getSelectionModel().select(before));
      case KEEP -> {}
    }
  }

  /** Declares what was typed, unless something is wrong with it. */
  void applyTyped() {
    if (form.changedProperty().get() && form.problemProperty().get() == null) {
      model.declare(form.result());
    }
  }

  /** What was pressed has nothing more to do: by keys one goes on in the list. */
  private void declare(Attribute changed) {
    if (getScene().getFocusOwner() instanceof Button) {
      table.requestFocus();
    }
    model.declare(changed);
  }

  /** As {@link #applyTyped}; what is wrong stays here, and is in the way of a run. */
  void leave() {
    applyTyped();
    if (form.changedProperty().get() && form.problemProperty().get() != null) {
      model.leaveWrong(name.getText());
    }
  }

  private void discard() {
    form.forget();
    edit(table.chosenProperty().get().attribute());
  }

  private void edit(Attribute attribute) {
    order.edit(attribute);
    name.setText(attribute.name());
    form.edit(attribute, widgets.messages().locale());
  }

  private HBox kindBox() {
    Messages messages = widgets.messages();
    ComboBox<AttributeKind> kinds = new ComboBox<>();
    kinds.setId("editor-kind");
    kinds.getItems().setAll(AttributeKind.values());
    kinds.valueProperty().bindBidirectional(form.kindProperty());
    kinds.setCellFactory(list -> new KindCell(messages));
    kinds.setButtonCell(new KindCell(messages));
    kinds.accessibleTextProperty().bind(messages.text("editor-kind"));
    Label label = widgets.label("editor-kind-name", "editor-kind");
    label.setLabelFor(kinds);
    HBox kind = new HBox(8, label, kinds);
    kind.setAlignment(Pos.CENTER_LEFT);
    return kind;
  }

  private void field(String id, StringProperty value, BooleanBinding visible, int column) {
    place(id, visible, column).textProperty().bindBidirectional(value);
  }

  /** What is still to be decided stands beside what decides it: below, the buttons would sink. */
  private static HBox decision(Label pending, Button... buttons) {
    HBox said = new HBox(pending);
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox decision = new HBox(8, said);
    decision.getChildren().addAll(buttons);
    decision.setAlignment(Pos.CENTER_LEFT);
    return decision;
  }

  private void unitField(BooleanBinding visible) {
    StringConverter<String> words = UnitText.converter(widgets.messages(), form);
    StringProperty shown = place("editor-unit", visible, 2).textProperty();
    shown.bindBidirectional(form.unitProperty(), words);
    widgets
        .messages()
        .localeProperty()
        .addListener(
            (source, before, now) -> {
              form.spell(now);
              shown.set(words.toString(form.unitProperty().get()));
            });
  }

  private TextField place(String id, BooleanBinding visible, int column) {
    TextField field = new TextField();
    field.setId(id);
    field.setPrefColumnCount(10);
    Label label = widgets.label(id + "-name", id);
    label.setMinWidth(USE_PREF_SIZE);
    label.setLabelFor(field);
    Widgets.showWhen(field, visible);
    Widgets.showWhen(label, visible);
    place(label, column, 1);
    place(field, column + 1, 1);
    return field;
  }

  private void categoryArea(BooleanBinding visible) {
    TextArea area = new TextArea();
    area.setId("editor-categories");
    area.setPrefRowCount(4);
    area.setPrefColumnCount(24);
    EditorKeys.leaveByTab(area);
    area.textProperty().bindBidirectional(form.categoriesProperty());
    Label label = widgets.label("editor-categories-name", "editor-categories");
    label.setLabelFor(area);
    Widgets.showWhen(area, visible);
    Widgets.showWhen(label, visible);
    GridPane.setValignment(label, VPos.TOP);
    place(label, 0, 1);
    place(area, 1, 3);
    lines++;
  }

  /** The gap below belongs to the node: a line that a kind does not have leaves none behind. */
  private void place(Node node, int column, int columns) {
    GridPane.setMargin(node, new Insets(0, 0, LINE_GAP, 0));
    grid.add(node, column, lines, columns, 1);
  }

  private CheckBox box(String id, BooleanProperty value) {
    CheckBox box = widgets.checkBox(id, id);
    box.selectedProperty().bindBidirectional(value);
    return box;
  }

  /** A kind's name, following the language. */
  private static final class KindCell extends ListCell<AttributeKind> {
    private final Messages messages;

    KindCell(Messages messages) {
      this.messages = messages;
    }

    @Override
    protected void updateItem(AttributeKind kind, boolean empty) {
      super.updateItem(kind, empty);
      textProperty().unbind();
      if (empty || kind == null) {
        setText("");
      } else {
        textProperty().bind(messages.text("kind." + kind));
      }
    }
  }
}
