package modulus.ui.data;

import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.TableColumn;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.ui.common.WordWidth;

/**
 * How wide the columns of the schema table are: as wide as their cells need, in the order of what
 * is missed most when it is cut off. Lists of categories take what is left.
 */
final class SchemaColumns {
  /** Beside a cell's words, and beside the columns, at the plain size of letters. */
  private static final double AROUND = 15;

  private static final double SCROLL_BAR = 10;
  private static final double LEAST_NAME = 112;
  private static final double MOST_NAME = 224;
  private static final double LEAST_DOMAIN = 107;

  /** As wide as any share of missing values. */
  private static final String SHARE = "99.9\u00a0%";

  /** Measuring thousands of cells would hold the window up: so many rows, of them the longest. */
  private static final int LOOKED_AT = 200;

  private static final int MEASURED = 6;

  /** The toolkit fits a column of this width to its cells. */
  private static final double FITTED_BY_TOOLKIT = 80;

  private final SchemaTable table;

  SchemaColumns(SchemaTable table) {
    this.table = table;
  }

  /**
   * Gives all columns their widths.
   *
   * @param factor of the letters' size, 1 for the plain one
   */
  void fit(double factor) {
    set(table.kind, needed(table.kind, factor, words(table.kindWords)));
    set(table.origin, needed(table.origin, factor, words(table.originWords)));
    set(table.missing, needed(table.missing, factor, Stream.of(SHARE)));
    double left =
        table.getWidth()
            - SCROLL_BAR
            - table.kind.getWidth()
            - table.origin.getWidth()
            - table.missing.getWidth();
    double heading = needed(table.warnings, factor, Stream.empty());
    left -= factor * (LEAST_NAME + LEAST_DOMAIN) + heading;
    double name =
        more(needed(table.name, factor, words(table.nameWords)), LEAST_NAME * factor, left);
    name = Math.min(name, factor * (MOST_NAME - LEAST_NAME));
    left = Math.max(0, left - name);
    double range = more(needed(table.domain, factor, ranges()), LEAST_DOMAIN * factor, left);
    left -= range;
    double warnings =
        more(needed(table.warnings, factor, words(table::warnings)), heading, left / 2);
    set(table.name, factor * LEAST_NAME + name);
    set(table.warnings, heading + warnings);
    set(table.domain, factor * LEAST_DOMAIN + range + left - warnings);
  }

  private static double more(double needed, double least, double left) {
    return Math.max(0, Math.min(left, needed - least));
  }

  private Stream<String> words(Function<AttributeRow, String> text) {
    return rows().map(text).distinct();
  }

  /** Of two numbers or days nothing can be left out; of a list of categories the end can. */
  private Stream<String> ranges() {
    return rows().filter(row -> isRange(row.attribute())).map(table.domainWords);
  }

  private static boolean isRange(Attribute attribute) {
    return attribute.domain() instanceof Domain.Numeric
        || attribute.domain() instanceof Domain.Date;
  }

  private Stream<AttributeRow> rows() {
    return table.getItems().stream().filter(row -> row != null).limit(LOOKED_AT);
  }

  private static double needed(TableColumn<?, ?> column, double factor, Stream<String> cells) {
    double widest =
        cells
            .sorted(Comparator.comparingInt(String::length).reversed())
            .limit(MEASURED)
            .mapToDouble(words -> WordWidth.inCell(words, factor))
            .max()
            .orElse(0);
    return Math.ceil(
        AROUND * factor + Math.max(WordWidth.inHeading(column.getText(), factor), widest));
  }

  private static void set(TableColumn<?, ?> column, double width) {
    column.setPrefWidth(width == FITTED_BY_TOOLKIT ? width + 1 : width);
  }
}
