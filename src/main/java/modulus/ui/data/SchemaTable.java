package modulus.ui.data;

import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import modulus.ui.common.Figure;
import modulus.ui.common.Messages;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;

/** What is declared of each attribute. */
final class SchemaTable extends TableView<AttributeRow> {
  private final Messages messages;

  SchemaTable(Widgets widgets, DataViewModel model) {
    this.messages = widgets.messages();
    setId("data-schema");
    getStyleClass().add("dense");
    accessibleTextProperty().bind(messages.text("data.schema"));
    SortedList<AttributeRow> sorted = new SortedList<>(model.rows());
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    getColumns().add(column("schema.attribute", 120, row -> row.attribute().name()));
    getColumns().add(column("schema.kind", 80, row -> messages.get("kind." + row.kind())));
    getColumns()
        .add(column("schema.domain", 150, row -> messages.render(DomainText.of(row.attribute()))));
    getColumns().add(column("schema.origin", 136, this::origin));
    getColumns()
        .add(
            column(
                "schema.missing",
                74,
                row -> row.missing() == 0 ? "" : messages.render(missing(row))));
    getColumns().add(column("schema.warnings", 150, this::warnings));
    messages.localeProperty().addListener((source, before, now) -> refresh());
  }

  private static Text missing(AttributeRow row) {
    return Text.of("plain", new Figure.Share(row.missingShare()));
  }

  private String origin(AttributeRow row) {
    return messages.get(row.origin());
  }

  private String warnings(AttributeRow row) {
    return row.attribute().warnings().stream()
        .map(warning -> messages.get("warning." + warning))
        .collect(Collectors.joining(" · "));
  }

  private TableColumn<AttributeRow, AttributeRow> column(
      String key, double width, Function<AttributeRow, String> text) {
    TableColumn<AttributeRow, AttributeRow> column = new TableColumn<>();
    column.textProperty().bind(messages.text(key));
    column.setPrefWidth(width);
    column.setMinWidth(50);
    column.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
    column.setComparator(Comparator.comparing(text));
    column.setCellFactory(source -> new TextCell(text));
    return column;
  }

  /** Cuts long texts and shows them whole as a hint. */
  private static final class TextCell extends TableCell<AttributeRow, AttributeRow> {
    private final Function<AttributeRow, String> text;
    private final Tooltip hint = new Tooltip();

    TextCell(Function<AttributeRow, String> text) {
      this.text = text;
      hint.setWrapText(true);
      hint.setMaxWidth(480);
    }

    @Override
    protected void updateItem(AttributeRow row, boolean empty) {
      super.updateItem(row, empty);
      String shown = empty || row == null ? "" : text.apply(row);
      setText(shown);
      hint.setText(shown);
      setTooltip(shown.isEmpty() ? null : hint);
      getStyleClass().removeAll("to-confirm", "left-out");
      if (row != null && !empty) {
        if (row.toConfirm()) {
          getStyleClass().add("to-confirm");
        }
        if (!row.attribute().domain().modelled()) {
          getStyleClass().add("left-out");
        }
      }
    }
  }
}
