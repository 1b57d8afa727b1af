package modulus.ui.common;

import java.util.Comparator;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Columns of words as wide as their longest cell or heading; where that leaves room in the table,
 * all are wider alike.
 */
final class FittedColumns {
  /** Beside a cell's words, and beside the columns, at the plain size of letters. */
  private static final double AROUND = 22;

  private static final double FRAME = 18;

  private final TableView<List<String>> table;
  private final FontScale scale;

  FittedColumns(TableView<List<String>> table, FontScale scale) {
    this.table = table;
    this.scale = scale;
    table.widthProperty().addListener(source -> fit());
    scale.percentProperty().addListener(source -> fit());
  }

  void fit() {
    double[] widths =
        table.getColumns().stream().mapToDouble(column -> Math.ceil(needed(column))).toArray();
    double over = table.getWidth() - FRAME * scale.factor();
    for (double width : widths) {
      over -= width;
    }
    double more = Math.floor(Math.max(0, over) / Math.max(1, widths.length));
    for (int i = 0; i < widths.length; i++) {
      table.getColumns().get(i).setPrefWidth(widths[i] + more);
    }
  }

  private double needed(TableColumn<List<String>, ?> column) {
    double factor = scale.factor();
    double widest = WordWidth.inHeading(column.getText(), factor);
    int index = table.getColumns().indexOf(column);
    // measuring thousands of cells would hold the window up
    String longest =
        table.getItems().stream()
            .map(row -> row.get(index))
            .max(Comparator.comparingInt(String::length))
            .orElse("");
    return Math.max(widest, WordWidth.inCell(longest, factor)) + AROUND * factor;
  }
}
