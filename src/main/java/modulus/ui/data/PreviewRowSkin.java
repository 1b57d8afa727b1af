package modulus.ui.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.SkinBase;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;

/**
 * Makes and fills only those cells of a row that are seen. The toolkit's own skin makes one for
 * every column and fills them all whenever the row is scrolled, which the rows of a table with a
 * hundred columns take a second for.
 */
final class PreviewRowSkin extends SkinBase<TableRow<Integer>> {
  /** Of cells no longer seen, and so soon seen again, a few are kept. */
  private static final int MOST_CELLS = 30;

  private final PreviewTable table;
  private final Map<TableColumn<Integer, ?>, TableCell<Integer, ?>> cells = new HashMap<>();

  PreviewRowSkin(TableRow<Integer> row, PreviewTable table) {
    super(row);
    this.table = table;
    registerInvalidationListener(row.indexProperty(), source -> fill());
    registerInvalidationListener(row.itemProperty(), source -> fill());
    registerInvalidationListener(table.seenFromProperty(), source -> move());
    registerInvalidationListener(row.visibleProperty(), source -> move());
    registerInvalidationListener(table.widthProperty(), source -> row.requestLayout());
    registerListChangeListener(table.getVisibleLeafColumns(), change -> forget());
  }

  private void fill() {
    for (Node cell : getChildren()) {
      ((TableCell<?, ?>) cell).updateIndex(getSkinnable().getIndex());
    }
  }

  /** Where the table moves its bar while it lays out its rows, a wish of a row's is not heard. */
  private void move() {
    if (!getSkinnable().isVisible()) {
      return;
    }
    getSkinnable().requestLayout();
    Platform.runLater(getSkinnable()::requestLayout);
  }

  /** Cells of columns that are no longer shown. */
  private void forget() {
    cells.keySet().retainAll(new HashSet<>(table.getVisibleLeafColumns()));
    getChildren().retainAll(new HashSet<>(cells.values()));
    getSkinnable().requestLayout();
  }

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    if (!getSkinnable().isVisible()) {
      return; // a row the table keeps for later
    }
    double from = table.seenFromProperty().get();
    double to = from + table.getWidth();
    List<Node> seen = new ArrayList<>();
    double left = x;
    for (TableColumn<Integer, ?> column : table.getVisibleLeafColumns()) {
      double wide = snapSizeX(column.getWidth());
      if (left < to && left + wide > from) {
        TableCell<Integer, ?> cell = cells.get(column);
        if (cell == null) {
          cell = cell(column);
          cells.put(column, cell);
        }
        show(cell);
        cell.resizeRelocate(left, 0, wide, height);
        seen.add(cell);
      }
      left += wide;
    }
    Set<Node> kept = new HashSet<>(seen);
    getChildren().retainAll(kept);
    if (cells.size() > MOST_CELLS) {
      cells.values().retainAll(kept);
    }
  }

  private void show(TableCell<Integer, ?> cell) {
    if (cell.getParent() == null) {
      cell.updateIndex(getSkinnable().getIndex());
      getChildren().add(cell);
    }
  }

  private <T> TableCell<Integer, T> cell(TableColumn<Integer, T> column) {
    TableCell<Integer, T> cell = column.getCellFactory().call(column);
    cell.updateTableColumn(column);
    cell.updateTableView(table);
    cell.updateTableRow(getSkinnable());
    return cell;
  }

  @Override
  protected double computePrefWidth(
      double height, double top, double right, double bottom, double left) {
    double width = left + right;
    for (TableColumn<Integer, ?> column : table.getVisibleLeafColumns()) {
      width += snapSizeX(column.getWidth());
    }
    return width;
  }

  @Override
  protected double computePrefHeight(
      double width, double top, double right, double bottom, double left) {
    return table.getFixedCellSize();
  }

  @Override
  protected double computeMinHeight(
      double width, double top, double right, double bottom, double left) {
    return table.getFixedCellSize();
  }

  @Override
  protected Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    if (attribute == AccessibleAttribute.CELL_AT_ROW_COLUMN) {
      return cells.get(table.getVisibleLeafColumn((Integer) parameters[1]));
    }
    return super.queryAccessibleAttribute(attribute, parameters);
  }
}
