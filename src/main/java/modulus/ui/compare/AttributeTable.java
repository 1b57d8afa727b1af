package modulus.ui.compare;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import modulus.evaluation.MarginalComparison;
import modulus.ui.common.FontScale;
import modulus.ui.common.HintedCell;
import modulus.ui.common.Messages;
import modulus.ui.common.Widgets;

/** All attributes by how far synthetic is from real, the worst first. */
final class AttributeTable extends TableView<MarginalComparison> {
  private final Messages messages;
  private final FontScale fontScale;

  AttributeTable(Widgets widgets, CompareViewModel model) {
    this.messages = widgets.messages();
    this.fontScale = widgets.fontScale();
    setId("compare-attributes");
    getStyleClass().add("dense");
    accessibleTextProperty().bind(messages.text("compare.attributes"));
    getColumns()
        .add(column("schema.attribute", 134, MarginalComparison::attribute, Function.identity()));
    getColumns()
        .add(
            column(
                "compare.distance",
                96,
                MarginalComparison::distance,
                distance -> messages.render(Reading.share(distance))));
    getColumns()
        .add(
            column(
                "compare.reading",
                160,
                MarginalComparison::distance,
                distance -> messages.render(Reading.nearness(distance))));
    messages.localeProperty().addListener((source, before, now) -> refresh());
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

  private <T> TableColumn<MarginalComparison, T> column(
      String key, double width, Function<MarginalComparison, T> value, Function<T, String> text) {
    TableColumn<MarginalComparison, T> column = new TableColumn<>();
    column.textProperty().bind(messages.text(key));
    column.prefWidthProperty().bind(fontScale.times(width));
    if (key.equals("compare.distance")) {
      column.getStyleClass().add("figure");
    }
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setCellFactory(
        source ->
            new HintedCell<>() {
              @Override
              protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? "" : text.apply(item));
              }
            });
    return column;
  }
}
