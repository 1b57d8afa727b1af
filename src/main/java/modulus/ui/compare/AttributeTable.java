package modulus.ui.compare;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import modulus.evaluation.MarginalComparison;
import modulus.ui.common.FontScale;
import modulus.ui.common.HintedCell;
import modulus.ui.common.Messages;
import modulus.ui.common.Widgets;

/** All attributes by how far synthetic is from real, the worst first. */
final class AttributeTable extends TableView<MarginalComparison> {
  /** Widths of columns at the plain size of letters. */
  private static final double DISTANCE = 96;

  private static final double READING = 160;
  private static final double LEAST_NAME = 110;

  /** Beside the columns: the scroll bar and the border. */
  private static final double FRAME = 20;

  private final Messages messages;
  private final FontScale fontScale;
  private final TableColumn<MarginalComparison, ?> name;
  private final TableColumn<MarginalComparison, ?> reading;
  private final BooleanProperty said = new SimpleBooleanProperty(true);

  AttributeTable(Widgets widgets, CompareViewModel model) {
    this.messages = widgets.messages();
    this.fontScale = widgets.fontScale();
    setId("compare-attributes");
    getStyleClass().add("dense");
    accessibleTextProperty().bind(messages.text("compare.attributes"));
    fixedCellSizeProperty().bind(widgets.fontScale().denseRow());
    name = column("schema.attribute", MarginalComparison::attribute, Function.identity());
    TableColumn<MarginalComparison, ?> distance =
        column(
            "compare.distance",
            MarginalComparison::distance,
            found -> messages.render(Reading.share(found)));
    distance.getStyleClass().add("figure");
    distance.prefWidthProperty().bind(fontScale.times(DISTANCE));
    reading =
        column(
            "compare.reading",
            MarginalComparison::distance,
            found -> messages.render(Reading.nearness(found)));
    reading.setMinWidth(0);
    reading
        .textProperty()
        .bind(messages.following(() -> said.get() ? messages.get("compare.reading") : "", said));
    getColumns().addAll(List.of(name, distance, reading));
    widthProperty().addListener(source -> spread());
    fontScale.percentProperty().addListener(source -> spread());
    spread();
    model
        .comparisonProperty()
        .addListener(
            (source, before, now) -> {
              if (now == null) {
                getItems().clear();
              } else {
                getItems().setAll(now.attributes());
                getSelectionModel().select(model.chosenProperty().get());
              }
            });
    getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (source, before, now) -> {
              if (now != null) {
                model.chosenProperty().set(now);
              }
            });
    model.chosenProperty().addListener((source, before, now) -> getSelectionModel().select(now));
  }

  /** What the distance is called goes where it would leave the name too little room. */
  private void spread() {
    double factor = fontScale.factor();
    double besides = FRAME + DISTANCE * factor;
    double both = getWidth() - besides - READING * factor;
    said.set(getWidth() == 0 || both >= LEAST_NAME * factor);
    // not made invisible: cells that come back are drawn too high
    reading.setPrefWidth(said.get() ? READING * factor : 0);
    double room = said.get() ? both : getWidth() - besides;
    name.setPrefWidth(Math.floor(Math.max(LEAST_NAME * factor, room)));
  }

  private <T> TableColumn<MarginalComparison, T> column(
      String key, Function<MarginalComparison, T> value, Function<T, String> text) {
    TableColumn<MarginalComparison, T> column = new TableColumn<>();
    column.textProperty().bind(messages.text(key));
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setCellFactory(source -> new HintedCell<>(messages, text));
    return column;
  }
}
