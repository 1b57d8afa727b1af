package modulus.encoding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import modulus.schema.OrderRule;
import modulus.schema.Schema;
import modulus.table.Column;
import modulus.table.Table;

/**
 * The declared orders of a schema, kept row by row. What comes out depends on the row that goes in
 * and on the schema alone: of a private table it is post-processing (Dwork and Roth 2014,
 * proposition 2.1), of rows released one by one it is a function of each.
 *
 * <p>Orders chain: with a ≤ b and b ≤ c also a ≤ c holds, even where b is missing. Dates of
 * different precision are compared at the coarser one.
 */
public final class RowOrders {
  private final List<OrderRule> rules;

  /** The ordered attributes, none before one that it must not be after. */
  private final List<OrderScale> scales;

  private final Map<String, Integer> places = new HashMap<>();

  /** Of each place, which later places it is not after. */
  private final boolean[][] before;

  private RowOrders(List<OrderRule> rules, List<OrderScale> scales) {
    this.rules = rules;
    this.scales = scales;
    for (int place = 0; place < scales.size(); place++) {
      places.put(scales.get(place).name(), place);
    }
    this.before = new boolean[scales.size()][scales.size()];
    rules.forEach(rule -> before[place(rule.attribute())][place(rule.notAfter())] = true);
    close();
  }

  /** Of the orders that {@code schema} declares; what it only proposes has no effect. */
  public static RowOrders of(Schema schema) {
    List<OrderRule> rules = schema.declaredOrders();
    List<OrderScale> waiting = new ArrayList<>();
    schema.modelled().stream()
        .filter(
            attribute ->
                rules.stream()
                    .anyMatch(
                        rule ->
                            rule.attribute().equals(attribute.name())
                                || rule.notAfter().equals(attribute.name())))
        .forEach(attribute -> waiting.add(OrderScale.of(attribute)));
    List<OrderScale> placed = new ArrayList<>();
    while (!waiting.isEmpty()) {
      OrderScale next = waiting.stream().filter(s -> first(s, waiting, rules)).findFirst().get();
      waiting.remove(next);
      placed.add(next);
    }
    return new RowOrders(rules, placed);
  }

  private static boolean first(OrderScale scale, List<OrderScale> among, List<OrderRule> rules) {
    return rules.stream()
        .filter(rule -> rule.notAfter().equals(scale.name()))
        .noneMatch(rule -> among.stream().anyMatch(s -> s.name().equals(rule.attribute())));
  }

  private int place(String attribute) {
    return places.get(attribute);
  }

  /** Places are sorted, so that one pass from the end reaches everything. */
  private void close() {
    for (int i = before.length - 1; i >= 0; i--) {
      for (int j = i + 1; j < before.length; j++) {
        for (int k = j + 1; before[i][j] && k < before.length; k++) {
          before[i][k] |= before[j][k];
        }
      }
    }
  }

  /** The declared orders that some row of {@code table} does not keep. */
  public List<OrderRule> broken(Table table) {
    List<double[]> values = read(table, () -> false);
    return rules.stream()
        .filter(
            rule -> {
              int i = place(rule.attribute());
              int j = place(rule.notAfter());
              double[] first = values.get(i);
              double[] last = values.get(j);
              for (int row = 0; row < table.rows(); row++) {
                if (!holds(i, j, first[row], last[row])) {
                  return true;
                }
              }
              return false;
            })
        .toList();
  }

  /**
   * The table with every row in order. Two values in the wrong order change places, dates of
   * different precision their days only; so the values of a column are moved and not invented.
   * Where a domain does not admit that, the later value is raised to the earlier one, which is
   * lowered first as far as the later's range demands. A row is left as it is if the ranges admit
   * no order at all, which a schema with declared ranges is refused for.
   */
  public Table arranged(Table table) {
    return arranged(table, () -> false);
  }

  /**
   * {@link #arranged(Table)}, which may take seconds.
   *
   * @throws CancellationException if cancelled
   */
  public Table arranged(Table table, BooleanSupplier cancelled) {
    if (scales.isEmpty()) {
      return table;
    }
    List<double[]> values = read(table, cancelled);
    double[] cells = new double[scales.size()];
    for (int row = 0; row < table.rows(); row++) {
      for (int i = 0; i < cells.length; i++) {
        cells[i] = values.get(i)[row];
      }
      if (!ordered(cells)) {
        arrange(cells);
        for (int i = 0; i < cells.length; i++) {
          values.get(i)[row] = cells[i];
        }
      }
    }
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      Optional<Integer> place = Optional.ofNullable(places.get(column.name()));
      columns.add(place.map(at -> scales.get(at).column(values.get(at))).orElse(column));
    }
    return new Table(columns);
  }

  private List<double[]> read(Table table, BooleanSupplier cancelled) {
    return scales.stream()
        .map(scale -> scale.read(table.column(scale.name()).orElseThrow(), cancelled))
        .toList();
  }

  private boolean ordered(double[] cells) {
    for (int i = 0; i < cells.length; i++) {
      for (int j = i + 1; j < cells.length; j++) {
        if (before[i][j] && !holds(i, j, cells[i], cells[j])) {
          return false;
        }
      }
    }
    return true;
  }

  private void arrange(double[] cells) {
    boolean moved = true;
    while (moved) { // ends: every exchange moves something greater to a later place
      moved = false;
      for (int i = 0; i < cells.length; i++) {
        for (int j = i + 1; j < cells.length; j++) {
          moved |= before[i][j] && !holds(i, j, cells[i], cells[j]) && exchange(i, j, cells);
        }
      }
    }
    if (!ordered(cells)) {
      clamp(cells);
    }
  }

  private boolean exchange(int i, int j, double[] cells) {
    double gap = whole(i, j, cells[i]) - whole(i, j, cells[j]);
    boolean numbers = step(i, j) == 0;
    double first = numbers ? cells[j] : cells[i] - gap;
    double last = numbers ? cells[i] : cells[j] + gap;
    boolean admitted = scales.get(i).admits(first) && scales.get(j).admits(last);
    if (admitted) {
      cells[i] = first;
      cells[j] = last;
    }
    return admitted;
  }

  /** Every value as low as those after it can follow, then as high as those before it demand. */
  private void clamp(double[] cells) {
    double[] highest = new double[cells.length];
    for (int i = cells.length - 1; i >= 0; i--) {
      highest[i] = scales.get(i).high;
      for (int j = i + 1; j < cells.length; j++) {
        if (before[i][j] && !Double.isNaN(cells[j])) {
          highest[i] = Math.min(highest[i], latest(i, j, highest[j]));
        }
      }
      if (!Double.isNaN(cells[i]) && highest[i] < scales.get(i).low) {
        return;
      }
    }
    for (int j = 0; j < cells.length; j++) {
      double lowest = scales.get(j).low;
      for (int i = 0; i < j; i++) {
        if (before[i][j] && !Double.isNaN(cells[i])) {
          lowest = Math.max(lowest, earliest(i, j, cells[i]));
        }
      }
      if (!Double.isNaN(cells[j])) {
        cells[j] = Math.min(highest[j], Math.max(lowest, cells[j]));
      }
    }
  }

  private boolean holds(int i, int j, double first, double last) {
    return Double.isNaN(first) || Double.isNaN(last) || whole(i, j, first) <= whole(i, j, last);
  }

  /** The greatest value of place i that is not after {@code last} of place j. */
  private double latest(int i, int j, double last) {
    double step = step(i, j);
    return step == 0 ? scales.get(i).floor(last) : whole(i, j, last) + step - scales.get(i).step();
  }

  /** The least value of place j that {@code first} of place i is not after. */
  private double earliest(int i, int j, double first) {
    return step(i, j) == 0 ? scales.get(j).ceiling(first) : whole(i, j, first);
  }

  private double step(int i, int j) {
    return Math.max(scales.get(i).step(), scales.get(j).step());
  }

  /** The value at the coarser precision of the two places; a number as it stands. */
  private double whole(int i, int j, double value) {
    double step = step(i, j);
    return step == 0 ? value : Math.floor(value / step) * step;
  }
}
