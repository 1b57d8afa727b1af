package modulus.ui.data;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import modulus.schema.SchemaWarning;
import modulus.ui.common.Figure;
import modulus.ui.common.FontScale;
import modulus.ui.common.HintedCell;
import modulus.ui.common.Messages;
import modulus.ui.common.Rehearsal;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;

/** What is declared of each attribute. */
final class SchemaTable extends TableView<AttributeRow> {
  private static final double ROW_HEIGHT = 27;
  private static final String LEFT_OUT = "left-out";

  private final Messages messages;
  private final FontScale fontScale;
  final Function<AttributeRow, String> nameWords = row -> row.attribute().name();
  final Function<AttributeRow, String> kindWords = this::kind;
  final Function<AttributeRow, String> domainWords = this::domain;
  final Function<AttributeRow, String> originWords = this::origin;
  final TableColumn<AttributeRow, AttributeRow> name;
  final TableColumn<AttributeRow, AttributeRow> kind;
  final TableColumn<AttributeRow, AttributeRow> domain;
  final TableColumn<AttributeRow, AttributeRow> origin;
  final TableColumn<AttributeRow, AttributeRow> missing;
  final TableColumn<AttributeRow, AttributeRow> warnings;
  private final SchemaColumns widths = new SchemaColumns(this);
  private final ReadOnlyObjectWrapper<AttributeRow> chosen = new ReadOnlyObjectWrapper<>();

  SchemaTable(Widgets widgets, DataViewModel model) {
    this.messages = widgets.messages();
    this.fontScale = widgets.fontScale();
    setId("data-schema");
    getStyleClass().add("dense");
    fixedCellSizeProperty().bind(fontScale.times(ROW_HEIGHT));
    accessibleTextProperty().bind(messages.text("data.schema"));
    SortedList<AttributeRow> sorted = new SortedList<>(model.rows());
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    getSelectionModel().selectedItemProperty().addListener((source, before, now) -> selected(now));
    name = column("schema.attribute", nameWords);
    kind = column("schema.kind", kindWords);
    domain = column("schema.domain", domainWords);
    origin = column("schema.origin", originWords);
    missing =
        column("schema.missing", row -> row.missing() == 0 ? "" : messages.render(missing(row)));
    missing.setComparator(Comparator.comparingInt(AttributeRow::missing));
    warnings = column("schema.warnings", this::warnings);
    getColumns().addAll(List.of(name, kind, domain, origin, missing, warnings));
    InvalidationListener fit = source -> widths.fit(fontScale.factor());
    widthProperty().addListener(fit);
    fontScale.percentProperty().addListener(fit);
    messages.localeProperty().addListener(fit);
    model.rows().addListener(fit);
    heightProperty()
        .addListener(
            (source, before, now) -> {
              if (now.doubleValue() < before.doubleValue()) {
                Platform.runLater(this::showSelected);
              }
            });
    model
        .tableProperty()
        .addListener(
            source -> {
              chosen.set(null);
              scrollTo(0);
            });
  }

  /** The row that is edited: the selected one, as it is declared now; null where there is none. */
  ReadOnlyObjectProperty<AttributeRow> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** The toolkit gives up a selection when the row is replaced, which is done once it was told. */
  private void selected(AttributeRow now) {
    if (now == null) {
      Platform.runLater(this::restoreSelection);
    } else {
      chosen.set(now);
    }
  }

  /** An attribute that was chosen stays so when it is declared anew. */
  private void restoreSelection() {
    AttributeRow before = chosen.get();
    if (before == null || getSelectionModel().getSelectedItem() != null) {
      return;
    }
    getItems().stream()
        .filter(row -> row.attribute().name().equals(before.attribute().name()))
        .findFirst()
        .ifPresentOrElse(getSelectionModel()::select, () -> chosen.set(null));
  }

  /**
   * The editor takes its room from the rows; the one it edits stays in sight, and its neighbour.
   */
  private void showSelected() {
    int row = getSelectionModel().getSelectedIndex();
    if (row >= 0
        && lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null) {
      int first = flow.getFirstVisibleCell().getIndex();
      int whole = (int) (flow.getHeight() / getFixedCellSize());
      if (row < first || row >= first + whole) {
        scrollTo(Math.max(0, row - 1));
      }
    }
  }

  /** Makes an empty row where no table is shown, and takes it away again. */
  void rehearse() {
    ObservableList<AttributeRow> own = getItems();
    setItems(FXCollections.observableArrayList((AttributeRow) null));
    Rehearsal.layOut(this);
    setItems(own);
  }

  private static Text missing(AttributeRow row) {
    return Text.of("plain", new Figure.Share(row.missingShare()));
  }

  private String kind(AttributeRow row) {
    return messages.get("kind." + row.kind());
  }

  private String domain(AttributeRow row) {
    return messages.render(DomainText.of(row.attribute()));
  }

  private String origin(AttributeRow row) {
    return messages.get(row.origin());
  }

  /** What is to be looked at, in the present language; empty where there is nothing. */
  String warnings(AttributeRow row) {
    return Stream.concat(
            row.attribute().warnings().stream().map(Object::toString),
            tooMany(row) ? Stream.of("manyCategories") : Stream.empty())
        .map(warning -> messages.get("warning." + warning))
        .collect(Collectors.joining(" · "));
  }

  private static boolean tooMany(AttributeRow row) {
    return row.crowded() && !row.attribute().warnings().contains(SchemaWarning.HIGH_CARDINALITY);
  }

  private TableColumn<AttributeRow, AttributeRow> column(
      String key, Function<AttributeRow, String> text) {
    TableColumn<AttributeRow, AttributeRow> column = new TableColumn<>();
    column.textProperty().bind(messages.text(key));
    column.setMinWidth(50);
    column.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
    column.setComparator(Comparator.comparing(text));
    column.setCellFactory(source -> new TextCell(messages, text));
    return column;
  }

  private static final class TextCell extends HintedCell<AttributeRow, AttributeRow> {
    TextCell(Messages messages, Function<AttributeRow, String> text) {
      super(messages, text);
    }

    /** A class of styles that changes has the whole cell styled anew. */
    @Override
    protected void updateItem(AttributeRow row, boolean empty) {
      super.updateItem(row, empty);
      if (row != null
          && row.attribute().domain().modelled() == getStyleClass().contains(LEFT_OUT)) {
        if (row.attribute().domain().modelled()) {
          getStyleClass().remove(LEFT_OUT);
        } else {
          getStyleClass().add(LEFT_OUT);
        }
      }
    }
  }
}
