package modulus.ui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Skin;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import modulus.table.Column;
import modulus.table.NumberColumn;
import modulus.table.Table;
import modulus.ui.common.Background;
import modulus.ui.common.Figure;
import modulus.ui.common.Job;
import modulus.ui.common.Rehearsal;
import modulus.ui.common.Widgets;

/** All rows of the table, drawn as far as they are seen. Sorting orders row numbers, not data. */
final class PreviewTable extends TableView<Integer> {
  private static final double ROW_HEIGHT = 28;
  private static final double LEAST_WIDTH = 84;
  private static final double MOST_WIDTH = 190;

  /** Of a letter in a heading, and what stands around it, in pixels. */
  private static final double LETTER = 9;

  private static final double AROUND = 22;

  /** Of a letter in a cell, in pixels; and how many rows are looked at for the longest. */
  private static final double CELL_LETTER = 7.5;

  private static final int LOOKED_AT = 30;

  /** Not 80 at any size of letters: the toolkit fits a column of that width to its cells. */
  private static final double NUMBER_WIDTH = 66;

  /** Columns that come at a time where they have cells that are seen, and how many those are. */
  private static final int SEEN_AT_A_TIME = 2;

  private static final int SEEN_COLUMNS = 8;

  /** Columns that come at a time where only their headings are made. */
  private static final int MORE_COLUMNS = 10;

  private final ReadOnlyDoubleWrapper seenFrom = new ReadOnlyDoubleWrapper();
  private final Widgets widgets;
  private final Background background;
  private int sortings;

  PreviewTable(Widgets widgets, Background background) {
    this.widgets = widgets;
    this.background = background;
    setId("data-preview");
    fixedCellSizeProperty().bind(widgets.fontScale().times(ROW_HEIGHT));
    getStyleClass().addAll("dense", "striped");
    accessibleTextProperty().bind(widgets.messages().text("data.preview"));
    setRowFactory(
        table ->
            new TableRow<>() {
              @Override
              protected Skin<?> createDefaultSkin() {
                return new PreviewRowSkin(this, PreviewTable.this);
              }
            });
    skinProperty()
        .addListener(
            source -> {
              sideways()
                  .ifPresent(
                      bar ->
                          seenFrom.bind(
                              Bindings.when(bar.visibleProperty())
                                  .then(bar.valueProperty())
                                  .otherwise(0)));
            });
    setSortPolicy(table -> sort(table.getItems()));
  }

  /** The portions in which the rows of {@code table} come, each with nothing but its number. */
  List<Runnable> numbered(Table table) {
    return List.of(
        this::scrollToStart,
        () -> getColumns().setAll(List.of(rowNumbers())),
        () -> {
          setItems(new RowIndexes(table.rows()));
          scrollTo(0);
        });
  }

  /** The portions in which the columns of {@code table} come, once its rows are there. */
  List<Runnable> columns(Table table) {
    List<Column> columns = table.columns();
    List<Runnable> portions = new ArrayList<>();
    for (int from = 0; from < columns.size(); ) {
      int next = from < SEEN_COLUMNS ? SEEN_AT_A_TIME : MORE_COLUMNS;
      int to = Math.min(columns.size(), from + next);
      List<Column> more = columns.subList(from, to);
      portions.add(() -> getColumns().addAll(shown(more)));
      from = to;
    }
    return portions;
  }

  /** Makes a row of nothing but its number where no table is shown, and takes it away again. */
  void rehearse() {
    getColumns().setAll(List.of(rowNumbers()));
    setItems(new RowIndexes(1));
    Rehearsal.layOut(this);
    getColumns().clear();
    setItems(FXCollections.observableArrayList());
  }

  private List<TableColumn<Integer, String>> shown(List<Column> columns) {
    return columns.stream().map(this::of).toList();
  }

  /** The left edge of what is seen of the rows, in pixels from their beginning. */
  ReadOnlyDoubleProperty seenFromProperty() {
    return seenFrom.getReadOnlyProperty();
  }

  /**
   * A table seen up to its last column must not leave the next one, which may be narrower, blank.
   * The rows are laid out before their columns change: where both fall into one pulse the toolkit
   * takes the rows away, hears that only their cells are to be laid out, and brings none back.
   */
  private void scrollToStart() {
    getSortOrder().clear();
    sideways()
        .ifPresent(
            bar -> {
              bar.setValue(bar.getMin());
              layout();
            });
  }

  private Optional<ScrollBar> sideways() {
    return lookupAll(".scroll-bar").stream()
        .filter(ScrollBar.class::isInstance)
        .map(ScrollBar.class::cast)
        .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
        .findFirst();
  }

  private TableColumn<Integer, String> rowNumbers() {
    TableColumn<Integer, String> numbers = new TableColumn<>();
    numbers.textProperty().bind(widgets.messages().text("data.row"));
    numbers.setSortable(false);
    numbers.setReorderable(false);
    numbers.prefWidthProperty().bind(widgets.fontScale().times(NUMBER_WIDTH));
    numbers.getStyleClass().addAll("row-number", "number");
    numbers.setCellValueFactory(
        cell ->
            new ReadOnlyStringWrapper(
                new Figure.Count(cell.getValue() + 1L).in(widgets.messages().locale())));
    return numbers;
  }

  private TableColumn<Integer, String> of(Column column) {
    TableColumn<Integer, String> shown = new TableColumn<>(column.name());
    shown.setUserData(column);
    double heading = AROUND + LETTER * column.name().length();
    double cells = AROUND + CELL_LETTER * longest(column);
    double width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, Math.max(heading, cells)));
    shown.prefWidthProperty().bind(widgets.fontScale().times(width));
    shown.setCellValueFactory(cell -> new ReadOnlyStringWrapper(column.text(cell.getValue())));
    if (column instanceof NumberColumn) {
      shown.getStyleClass().add("number");
    }
    return shown;
  }

  private static int longest(Column column) {
    int longest = 0;
    for (int row = 0; row < Math.min(LOOKED_AT, column.rows()); row++) {
      longest = Math.max(longest, column.text(row).length());
    }
    return longest;
  }

  /** Sorts in the background; a sorting overtaken by the next one is dropped. */
  private boolean sort(ObservableList<Integer> items) {
    if (!(items instanceof RowIndexes indexes)) {
      return true;
    }
    int mine = ++sortings;
    if (getSortOrder().isEmpty()) {
      indexes.show(null);
      return true;
    }
    TableColumn<Integer, ?> first = getSortOrder().get(0);
    Column column = (Column) first.getUserData();
    boolean ascending = first.getSortType() == TableColumn.SortType.ASCENDING;
    background.start(
        Job.quiet(
            listener -> RowIndexes.sorted(column, ascending),
            order -> {
              if (mine == sortings && getItems() == indexes) {
                indexes.show(order);
              }
            },
            failure -> {}));
    return true;
  }
}
