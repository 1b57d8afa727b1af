package modulus.ui.data;

import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
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

  /** Not 80 at any size of letters: the toolkit fits a column of that width to its cells. */
  private static final double KIND_WIDTH = 82;

  private static final double NAME_WIDTH = 112;
  private static final double DOMAIN_WIDTH = 107;
  private static final double WARNINGS_WIDTH = 104;
  private static final double SCROLL_BAR = 14;
  private static final String LEFT_OUT = "left-out";

  private final Messages messages;
  private final FontScale fontScale;
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
    TableColumn<AttributeRow, AttributeRow> domain =
        column("schema.domain", 0, row -> messages.render(DomainText.of(row.attribute())));
    TableColumn<AttributeRow, AttributeRow> warnings = column("schema.warnings", 0, this::warnings);
    TableColumn<AttributeRow, AttributeRow> name =
        column("schema.attribute", 0, row -> row.attribute().name());
    getColumns().add(name);
    getColumns().add(column("schema.kind", KIND_WIDTH, row -> messages.get("kind." + row.kind())));
    getColumns().add(domain);
    getColumns().add(column("schema.origin", 164, this::origin));
    TableColumn<AttributeRow, AttributeRow> missing =
        column(
            "schema.missing", 74, row -> row.missing() == 0 ? "" : messages.render(missing(row)));
    missing.setComparator(Comparator.comparingInt(AttributeRow::missing));
    getColumns().add(missing);
    getColumns().add(warnings);
    widthProperty().addListener(source -> share(name, domain, warnings));
    heightProperty()
        .addListener(
            (source, before, now) -> {
              if (now.doubleValue() < before.doubleValue()) {
                Platform.runLater(this::showSelected);
              }
            });
    fontScale.percentProperty().addListener(source -> share(name, domain, warnings));
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

  /** Where there is more room than all columns need, what is cut off first gets it. */
  private void share(TableColumn<?, ?> name, TableColumn<?, ?> domain, TableColumn<?, ?> warnings) {
    double factor = fontScale.factor();
    double others =
        getColumns().stream()
            .filter(column -> column != name && column != domain && column != warnings)
            .mapToDouble(TableColumn::getWidth)
            .sum();
    double least = factor * (NAME_WIDTH + DOMAIN_WIDTH + WARNINGS_WIDTH);
    double left = Math.max(0, getWidth() - SCROLL_BAR - others - least);
    double forName = Math.min(left / 4, factor * NAME_WIDTH);
    name.setPrefWidth(factor * NAME_WIDTH + forName);
    domain.setPrefWidth(factor * DOMAIN_WIDTH + (left - forName) / 2);
    warnings.setPrefWidth(factor * WARNINGS_WIDTH + (left - forName) / 2);
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

  /**
   * @param width at the plain size of letters; 0 for one that gets what is left
   */
  private TableColumn<AttributeRow, AttributeRow> column(
      String key, double width, Function<AttributeRow, String> text) {
    TableColumn<AttributeRow, AttributeRow> column = new TableColumn<>();
    column.textProperty().bind(messages.text(key));
    if (width > 0) {
      column.prefWidthProperty().bind(fontScale.times(width));
    }
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
