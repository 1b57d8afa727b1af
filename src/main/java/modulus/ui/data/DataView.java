package modulus.ui.data;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import modulus.table.SheetDialect;
import modulus.table.Table;
import modulus.ui.common.Background;
import modulus.ui.common.ButtonRow;
import modulus.ui.common.FailurePane;
import modulus.ui.common.Figure;
import modulus.ui.common.FilePatterns;
import modulus.ui.common.FollowingScroll;
import modulus.ui.common.HindranceNote;
import modulus.ui.common.Messages;
import modulus.ui.common.Portions;
import modulus.ui.common.Rehearsal;
import modulus.ui.common.ReturningFocus;
import modulus.ui.common.ScreenPane;
import modulus.ui.common.Text;
import modulus.ui.common.TwoSides;
import modulus.ui.common.Widgets;
import modulus.workbench.OpenedTable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The Data screen. */
public final class DataView extends ScreenPane {
  /** Of the sentence beside the buttons, before they go below it, at the plain size of letters. */
  private static final double SUMMARY_WIDTH = 300;

  /** Of the name and size of the table, likewise. */
  private static final double NAME_WIDTH = 350;

  private static final double SCHEMA_SHARE = 0.65;

  /** Least width of rows and schema beside each other, at the plain size of letters. */
  private static final double BESIDE = 600;

  private final Widgets widgets;
  private final Messages messages;
  private final DataViewModel model;
  private final Portions portions = new Portions();
  private final BooleanProperty taken = new SimpleBooleanProperty();
  private final ConfirmDialog confirming;
  private final PreviewTable preview;
  private final SchemaTable schema;
  private final AttributeEditor editor;
  private final PatientForm patient;

  public DataView(Widgets widgets, DataViewModel model, Background background) {
    this.widgets = widgets;
    this.messages = widgets.messages();
    this.model = model;
    setId("data-screen");
    getStyleClass().add("screen");
    FailurePane failure = new FailurePane("data-failure", widgets);
    failure.failureProperty().bindBidirectional(model.failureProperty());
    ToggleButton format = formatButton();
    FormatForm form = new FormatForm(widgets, model);
    Widgets.showWhen(form, format.selectedProperty());
    HindranceNote hindrance = new HindranceNote("data-hindrance", widgets, model.session());
    setTop(new VBox(8, bar(format), failure, hindrance, form, new ReadingNotes(widgets, model)));
    setMargin(getTop(), new Insets(0, 0, 12, 0));
    confirming = new ConfirmDialog(messages);
    preview = new PreviewTable(widgets, background);
    schema = new SchemaTable(widgets, model);
    editor = new AttributeEditor(widgets, model, schema);
    patient = new PatientForm(widgets, model);
    Node tables = tables(declared());
    Node empty = empty();
    Widgets.showWhen(tables, taken);
    Widgets.showWhen(empty, taken.not());
    setCenter(new StackPane(empty, tables));
    model
        .tableProperty()
        .addListener(
            (source, before, now) -> {
              if (now != null) {
                show(now.table());
              } else {
                portions.begin(List.of());
                taken.set(false);
              }
            });
  }

  /**
   * Row by row and column by column, once the rest of the window has taken the table up and was
   * drawn: all at once would hold the window up for a third of a second.
   */
  private void show(Table table) {
    List<Runnable> all = new ArrayList<>();
    List<Runnable> growing = new ArrayList<>(Portions.growing(preview, getHeight()));
    growing.addAll(Portions.growing(schema, getHeight()));
    all.add(() -> {});
    all.addAll(preview.numbered(table));
    if (!taken.get()) {
      all.add(() -> Rehearsal.layOut(schema));
      all.add(() -> Rehearsal.layOut(preview));
      all.add(() -> taken.set(true));
    }
    all.addAll(growing);
    all.addAll(preview.columns(table));
    portions.begin(all);
  }

  @Override
  public List<Runnable> rehearsal() {
    List<Runnable> portions = new ArrayList<>();
    portions.add(unlessTaken(preview::rehearse));
    portions.add(unlessTaken(schema::rehearse));
    portions.addAll(confirming.rehearsal());
    return portions;
  }

  private Runnable unlessTaken(Runnable rehearsing) {
    return () -> {
      if (model.tableProperty().get() == null) {
        rehearsing.run();
      }
    };
  }

  /** Shows and hides how the file is spelled. */
  private ToggleButton formatButton() {
    ToggleButton button = new ToggleButton();
    button.setId("data-format-show");
    button.textProperty().bind(messages.text("data.format"));
    button.setGraphic(new FontIcon(Material2MZ.SETTINGS));
    button
        .disableProperty()
        .bind(model.tableProperty().isNull().and(model.refusedProperty().isNull()));
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private Node bar(Node format) {
    Label name = widgets.changing("data-table-name");
    name.maxWidthProperty().bind(widgets.fontScale().times(NAME_WIDTH));
    name.textProperty()
        .bind(
            messages.following(() -> describe(model.tableProperty().get()), model.tableProperty()));
    Button open =
        widgets.button("data-open", "data.open", Material2AL.FOLDER_OPEN, this::choose, "accent");
    open.disableProperty().bind(model.busyProperty());
    ReturningFocus.to(open);
    ButtonRow buttons =
        new ButtonRow(
            schemaFile("data-load-schema", "data.loadSchema", Material2AL.ASSIGNMENT, this::load),
            schemaFile(
                "data-save-schema",
                "data.saveSchema",
                Material2AL.ASSIGNMENT_TURNED_IN,
                this::save),
            format,
            open);
    return new TwoSides(
        new VBox(widgets.label("data-title", "step.DATA", "title-2"), name), buttons);
  }

  private Button schemaFile(String id, String key, Ikon icon, Runnable action) {
    Button button = widgets.button(id, key, icon, action);
    button.disableProperty().bind(model.tableProperty().isNull());
    return button;
  }

  private void load() {
    widgets.files().open("data.loadSchema", schemas(), this).ifPresent(model::loadSchema);
  }

  /** With what was typed and not applied yet. */
  private void save() {
    leave();
    String table = String.valueOf(model.tableProperty().get().path().getFileName());
    String name = table.replaceFirst("\\.[^.]*$", "") + ".schema.json";
    widgets.files().save("data.saveSchema", schemas(), name, this).ifPresent(model::saveSchema);
  }

  private List<ExtensionFilter> schemas() {
    return List.of(new ExtensionFilter(messages.get("data.schemas"), "*.json"));
  }

  private String describe(OpenedTable opened) {
    return opened == null
        ? messages.get("data.none")
        : messages.get(
            "data.size",
            source(opened),
            new Figure.Count(opened.table().rows()),
            new Figure.Count(opened.table().columns().size()));
  }

  /** Of a workbook, also which of its sheets was read: nobody may have chosen it. */
  private static Text source(OpenedTable opened) {
    String file = String.valueOf(opened.path().getFileName());
    return opened.dialect() instanceof SheetDialect sheet && sheet.sheets().size() > 1
        ? Text.of("data.sheet", file, sheet.sheet())
        : Text.of("data.file", file);
  }

  private Node empty() {
    FontIcon icon = new FontIcon(Material2AL.CLOUD_UPLOAD);
    icon.getStyleClass().add("empty-icon");
    VBox box =
        new VBox(
            12,
            icon,
            widgets.label("data-drop", "data.drop", "title-3"),
            widgets.paragraph("data-drop-hint", "data.dropHint", "text-muted", "centred"));
    if (model.hasSample()) {
      Button sample =
          widgets.button(
              "data-sample", "data.sample", Material2AL.LOCAL_HOSPITAL, model::openSample);
      sample.disableProperty().bind(model.busyProperty());
      box.getChildren().add(sample);
    }
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("drop-zone");
    box.setId("data-empty");
    StackPane centred = new StackPane(box);
    centred.setAlignment(Pos.CENTER);
    return centred;
  }

  private Node declared() {
    Label summary = widgets.changing("data-summary");
    summary.textProperty().bind(messages.text(model.summaryProperty()));
    HBox.setHgrow(summary, Priority.ALWAYS);
    Button confirm =
        widgets.button(
            "data-confirm-all", "data.confirmAll", Material2AL.DONE_ALL, this::confirmAll);
    confirm.disableProperty().bind(model.confirmableProperty().not());
    Button estimate =
        widgets.button(
            "data-estimate-all", "data.estimateAll", Material2AL.BLUR_ON, this::estimateAll);
    widgets.describe(estimate, "data.estimateAll.hint");
    estimate.disableProperty().bind(model.estimableProperty().not());
    HBox said = new HBox(6, summary, widgets.why("data-public", "data.schema"));
    said.setAlignment(Pos.CENTER_LEFT);
    said.prefWidthProperty().bind(widgets.fontScale().times(SUMMARY_WIDTH));
    TwoSides confirming = new TwoSides(said, new HBox(8, estimate, confirm));
    VBox.setVgrow(schema, Priority.ALWAYS);
    VBox right = new VBox(8, patient, confirming, schema, editor);
    FollowingScroll declared = FollowingScroll.around(right).clearOfBar();
    declared.setId("data-declared");
    right.getStyleClass().add("right-half");
    return declared;
  }

  private Node tables(Node declared) {
    VBox.setVgrow(preview, Priority.ALWAYS);
    VBox left = new VBox(8, preview);
    left.setId("data-rows");
    left.getStyleClass().add("left-half");
    SplitPane split = new SplitPane(left, declared);
    split.setId("data-split");
    KeptDivider.of(split, 1 - SCHEMA_SHARE);
    split
        .orientationProperty()
        .bind(
            Bindings.when(split.widthProperty().lessThan(widgets.fontScale().times(BESIDE)))
                .then(Orientation.VERTICAL)
                .otherwise(Orientation.HORIZONTAL));
    return split;
  }

  private void choose() {
    widgets.files().open("data.open", FilePatterns.tables(messages), this).ifPresent(model::open);
  }

  private void confirmAll() {
    editor.applyTyped();
    if (confirming.confirmed(getScene().getWindow(), model.confirmation())) {
      model.confirmAll();
    }
  }

  private void estimateAll() {
    editor.applyTyped();
    model.estimateAll();
  }

  @Override
  public void leave() {
    patient.leave();
    editor.leave();
  }
}
