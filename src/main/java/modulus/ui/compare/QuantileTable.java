package modulus.ui.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableObjectValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import modulus.evaluation.MarginalComparison;
import modulus.evaluation.MarginalComparison.Quantile;
import modulus.ui.common.Figure;
import modulus.ui.common.FontScale;
import modulus.ui.common.Messages;
import modulus.ui.common.Widgets;
import modulus.ui.common.WordWidth;

/**
 * Quantiles of a number or a date, one row for the real and one for the synthetic table; not there
 * for categories.
 */
final class QuantileTable extends TableView<QuantileTable.Row> {
  private static final double ROW_HEIGHT = 26;
  private static final double FRAME = 8;

  /** Of a column, before the table scrolls sideways, at the plain size of letters. */
  private static final double LEAST_WIDTH = 54;

  /** Around a value. */
  private static final double AROUND = 18;

  /** Significant digits of the largest value; no more decimals are shown of any. */
  private static final int DIGITS = 5;

  private static final double SCROLL_BAR = 14;
  private static final double FIRST_WIDER = 0.8;
  private static final double HEIGHT = 2 * ROW_HEIGHT + 44;

  private final Messages messages;
  private final FontScale fontScale;
  private final ObservableObjectValue<MarginalComparison> chosen;
  private double neededFirst;
  private List<Double> needed = List.of();
  private int decimals;

  /**
   * One table's line.
   *
   * @param key message that names the table
   * @param value its side of a quantile
   */
  record Row(String key, Function<Quantile, String> value) {}

  QuantileTable(Widgets widgets, ObservableObjectValue<MarginalComparison> chosen) {
    this.messages = widgets.messages();
    this.fontScale = widgets.fontScale();
    this.chosen = chosen;
    setId("compare-quantiles");
    getStyleClass().add("dense");
    accessibleTextProperty().bind(messages.text("compare.quantiles"));
    fixedCellSizeProperty().bind(widgets.fontScale().wholePixels(ROW_HEIGHT));
    fontScale.percentProperty().addListener(source -> spread());
    getItems()
        .addAll(
            List.of(
                new Row("compare.real", Quantile::real),
                new Row("compare.synthetic", Quantile::synthetic)));
    ObservableValue<List<Quantile>> quantiles =
        chosen.map(MarginalComparison::quantiles).orElse(List.of());
    quantiles.addListener((source, before, now) -> show(now));
    messages.localeProperty().addListener((source, before, now) -> show(quantiles.getValue()));
    widthProperty().addListener(source -> spread());
    Widgets.showWhen(this, quantiles.map(found -> !found.isEmpty()));
  }

  private void show(List<Quantile> quantiles) {
    List<TableColumn<Row, String>> columns = new ArrayList<>();
    columns.add(column(messages.get("compare.quantile"), row -> messages.get(row.key())));
    decimals = decimals(quantiles);
    neededFirst =
        widest(
            messages.get("compare.quantile"),
            Stream.of("compare.real", "compare.synthetic").map(messages::get));
    needed = quantiles.stream().map(this::needed).toList();
    for (Quantile quantile : quantiles) {
      TableColumn<Row, String> column =
          column(level(quantile.level()), row -> spelled(row.value().apply(quantile)));
      column.getStyleClass().add("figure");
      columns.add(column);
    }
    getColumns().setAll(columns);
    spread();
  }

  private double needed(Quantile quantile) {
    return widest(level(quantile.level()), values(List.of(quantile)).map(this::spelled));
  }

  /** What a column needs for its heading and its cells, at the plain size of letters. */
  private static double widest(String heading, Stream<String> cells) {
    double most =
        cells
            .mapToDouble(cell -> WordWidth.inCell(cell, 1))
            .reduce(WordWidth.inHeading(heading, 1), Math::max);
    return Math.max(LEAST_WIDTH, Math.ceil(AROUND + most));
  }

  private static Stream<String> values(List<Quantile> quantiles) {
    return quantiles.stream().flatMap(quantile -> Stream.of(quantile.real(), quantile.synthetic()));
  }

  private boolean numeric() {
    MarginalComparison compared = chosen.get();
    return compared != null && compared.kind() == MarginalComparison.Kind.NUMERIC;
  }

  /** As many as tell the values apart that are read side by side here; a file may have more. */
  private int decimals(List<Quantile> quantiles) {
    double largest =
        numeric()
            ? values(quantiles)
                .filter(value -> !value.isEmpty())
                .mapToDouble(value -> Math.abs(Double.parseDouble(value)))
                .max()
                .orElse(0)
            : 0;
    return largest == 0 ? 0 : Math.max(0, DIGITS - 1 - (int) Math.floor(Math.log10(largest)));
  }

  /** A number in the present language; anything else as the file spells it. */
  private String spelled(String value) {
    if (value.isEmpty() || !numeric()) {
      return value;
    }
    BigDecimal number = new BigDecimal(value);
    return new Figure.Decimals(
            number.doubleValue(), Math.max(0, Math.min(decimals, number.scale())))
        .in(messages.locale());
  }

  /**
   * Columns are equally wide, the first a little wider, where every value can be read whole so;
   * else each is as wide as its own.
   */
  private void spread() {
    double factor = fontScale.factor();
    double room = getWidth() - FRAME;
    double equal = room / (needed.size() + 1 + FIRST_WIDER);
    boolean alike =
        neededFirst * factor <= (1 + FIRST_WIDER) * equal
            && needed.stream().allMatch(width -> width * factor <= equal);
    double first = alike ? (1 + FIRST_WIDER) * equal : neededFirst * factor;
    double spare = room - first - needed.stream().mapToDouble(width -> width * factor).sum();
    setMinHeight(HEIGHT * factor + (spare < 0 ? SCROLL_BAR : 0));
    setPrefHeight(getMinHeight());
    for (int i = 0; i < getColumns().size(); i++) {
      double own = i == 0 ? first : alike ? equal : ownWidth(i - 1, factor, spare);
      getColumns().get(i).setPrefWidth(Math.floor(own));
    }
  }

  private double ownWidth(int quantile, double factor, double spare) {
    return needed.get(quantile) * factor + Math.max(0, spare) / needed.size();
  }

  private String level(double level) {
    if (level == 0) {
      return messages.get("compare.smallest");
    }
    return level == 1
        ? messages.get("compare.largest")
        : new Figure.Percent(level, 0).in(messages.locale());
  }

  private TableColumn<Row, String> column(String name, Function<Row, String> text) {
    TableColumn<Row, String> column = new TableColumn<>(name);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    return column;
  }
}
