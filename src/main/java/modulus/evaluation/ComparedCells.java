package modulus.evaluation;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import modulus.schema.Attribute;
import modulus.table.CellLooks;
import modulus.table.Column;
import modulus.table.Table;

/**
 * An attribute's column in one of the compared tables, whose cells are read as numbers or keys
 * once, however often they are asked for. Not for several threads.
 */
public final class ComparedCells {
  private final Column column;
  private final Attribute attribute;
  private final BooleanSupplier cancelled;

  /** Null until they were asked for: categories never are. */
  private double[] numbers;

  private double[] sorted;
  private CellValues.Keys keys;

  /**
   * @param cancelled looked at every few thousand cells
   */
  public ComparedCells(Column column, Attribute attribute, BooleanSupplier cancelled) {
    this.column = column;
    this.attribute = attribute;
    this.cancelled = cancelled;
  }

  /**
   * @param which what to call the table: "real", "synthetic", "hold-out"
   * @throws EvaluationException if the table has no row or no such column
   */
  public static ComparedCells of(
      Table table, Attribute attribute, String which, BooleanSupplier cancelled)
      throws EvaluationException {
    return new ComparedCells(
        ComparedColumn.of(table, attribute.name(), which), attribute, cancelled);
  }

  public Column column() {
    return column;
  }

  public Attribute attribute() {
    return attribute;
  }

  /**
   * {@link CellValues#numbers}; not to be written to.
   *
   * @throws CancellationException if cancelled
   */
  public double[] numbers() {
    if (numbers == null) {
      numbers = CellValues.numbers(column, attribute, cancelled);
    }
    return numbers;
  }

  /**
   * Those that are not NaN, ascending; not to be written to.
   *
   * @throws CancellationException if cancelled
   */
  public double[] sorted() {
    if (sorted == null) {
      sorted = Quantiles.sorted(numbers());
    }
    return sorted;
  }

  /**
   * {@link CellValues#keys}; not to be written to.
   *
   * @throws CancellationException if cancelled
   */
  CellValues.Keys keys() {
    if (keys == null) {
      keys = CellValues.keys(column, cancelled);
    }
    return keys;
  }

  /** For what goes over all its cells. */
  CellLooks looks() {
    return new CellLooks(cancelled);
  }
}
