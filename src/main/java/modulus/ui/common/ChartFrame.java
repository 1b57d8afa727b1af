package modulus.ui.common;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * Around every chart: its name (message keys {@code ID.name} and, while there is nothing to draw,
 * {@code ID.empty}), the same numbers as a table, for who cannot or would not read a picture, the
 * way to the user guide (topic ID), and the way to a file.
 */
public abstract class ChartFrame extends VBox {
  private final Widgets widgets;
  private final StackPane body = new StackPane();
  private final TableView<List<String>> table = new TableView<>();
  private final FittedColumns columns;
  private final Label empty;
  private final ToggleButton asTable = new ToggleButton();
  private final Button save;
  private boolean internal = true;
  private Node chart;

  protected ChartFrame(String id, Widgets widgets) {
    this.widgets = widgets;
    columns = new FittedColumns(table, widgets.fontScale());
    setId(id);
    getStyleClass().add("chart-frame");
    table.setId(id + "-table");
    table.getStyleClass().add("dense");
    ObservableValue<String> name = widgets.messages().text(id + ".name");
    table.accessibleTextProperty().bind(name);
    // which of the charts on the screen the button belongs to
    asTable.accessibleHelpProperty().bind(name);
    table.fixedCellSizeProperty().bind(widgets.fontScale().denseRow());
    // what stands in place of the chart says it for both
    table.setPlaceholder(new Label());
    table.visibleProperty().bind(asTable.selectedProperty());
    asTable.setId(id + "-as-table");
    asTable.setGraphic(new FontIcon(Material2MZ.TABLE_CHART));
    asTable.getStyleClass().addAll("button-icon", "flat", "small");
    widgets.describe(asTable, "chart.asTable");
    empty = widgets.label(id + "-empty", id + ".empty", "text-muted");
    empty.setWrapText(true);
    empty.setTextAlignment(TextAlignment.CENTER);
    empty.setVisible(false);
    asTable.disableProperty().bind(empty.visibleProperty());
    asTable.setOnAction(event -> refreshTable());
    widgets.messages().localeProperty().addListener((source, before, now) -> refreshTable());
    save =
        widgets.iconButton(
            id + "-save", "chart.save", Material2MZ.SAVE_ALT, this::askToSave, "small");
    save.accessibleHelpProperty().bind(name);
    save.disableProperty().bind(asTable.selectedProperty().or(empty.visibleProperty()));
    ReturningFocus.to(asTable);
    ReturningFocus.to(save);
    HBox top =
        new HBox(
            4,
            widgets.paragraph(id + "-name", id + ".name", "chart-name"),
            widgets.why(id, id + ".name"),
            Widgets.spacer(),
            save,
            asTable);
    top.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(top, body);
  }

  private void askToSave() {
    if (chart != null) {
      fireEvent(new ChartSaveRequest(chart, getId(), this::title, internal));
    }
  }

  /** What stands above a saved picture, in the present language. */
  protected String title() {
    return widgets.messages().get(getId() + ".name");
  }

  /** Says that nothing of the real table is in this chart, so that its picture is not marked. */
  protected final void declarePublic() {
    internal = false;
  }

  /** Shows {@code drawn} wherever the table is not asked for. */
  protected final void setChart(Node drawn) {
    this.chart = drawn;
    if (drawn instanceof XYChart<?, ?> points) {
      ChartWords.sayAll(points, widgets.messages());
    }
    drawn.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    drawn.accessibleTextProperty().bind(widgets.messages().text(getId() + ".name"));
    drawn.visibleProperty().bind(asTable.selectedProperty().or(empty.visibleProperty()).not());
    body.getChildren().setAll(drawn, empty, table);
  }

  /** Says in place of the chart (message {@code ID.empty}) why there is nothing in it. */
  protected final void setEmpty(boolean nothing) {
    empty.setVisible(nothing);
  }

  /** Has {@code why} stand in place of an empty chart instead of {@code ID.empty}. */
  public final void emptyBecause(ObservableValue<Text> why) {
    empty.textProperty().bind(widgets.messages().text(why));
  }

  /** Adds a column of figures to the table, its header from the message {@code key}. */
  protected final void addFigures(String key) {
    addColumn(key);
    table.getColumns().get(table.getColumns().size() - 1).getStyleClass().add("figure");
  }

  /** Adds a column of words to the table, its header from the message {@code key}. */
  protected final void addColumn(String key) {
    int index = table.getColumns().size();
    TableColumn<List<String>, String> column = new TableColumn<>();
    column.textProperty().bind(widgets.messages().text(key));
    column.setSortable(false);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue().get(index)));
    table.getColumns().add(column);
  }

  /** The chart's numbers, a list of cells per row, in the present language. */
  protected abstract List<List<String>> rows();

  /** To be called when the numbers changed. */
  protected final void refreshTable() {
    if (chart instanceof Parent drawn) {
      // a legend that is moved while it is laid out leaves the chart marked as to be laid out and
      // nothing above it, and from then on the chart's own requests end there
      drawn.requestLayout();
    }
    if (asTable.isSelected()) {
      table.getItems().setAll(rows());
      columns.fit();
    }
  }

  protected final Widgets widgets() {
    return widgets;
  }
}
