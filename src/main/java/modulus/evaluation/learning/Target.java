package modulus.evaluation.learning;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import modulus.evaluation.ComparedCells;
import modulus.evaluation.ComparisonOptions;
import modulus.evaluation.EvaluationException;
import modulus.evaluation.Grouping;
import modulus.evaluation.RowSample;
import modulus.schema.Attribute;
import modulus.table.Column;
import modulus.table.Table;

/**
 * The classes to foretell, by the real training table: the values of an attribute, of a number or
 * date with many values the two halves about its median. Rows with another or no value are left
 * out.
 */
final class Target {
  /** A row that has none of the classes. */
  private static final int NONE = -1;

  private final Attribute attribute;
  private final Grouping grouping;

  /**
   * @throws EvaluationException if the attribute takes fewer than two values
   * @throws CancellationException if cancelled
   */
  Target(Table real, Attribute attribute, BooleanSupplier cancelled) throws EvaluationException {
    this.attribute = attribute;
    ComparedCells cells = ComparedCells.of(real, attribute, "real", cancelled);
    this.grouping = Grouping.of(cells, ComparisonOptions.DEFAULT.withBins(2));
    if (Arrays.stream(labels(cells)).filter(label -> label != NONE).distinct().count() < 2) {
      throw new EvaluationException(
          "Column '" + attribute.name() + "' takes fewer than two values and cannot be foretold.");
    }
  }

  int classes() {
    return grouping.outside();
  }

  List<String> names() {
    return IntStream.range(0, classes()).mapToObj(grouping::label).toList();
  }

  /** One class per row, −1 for none. */
  int[] labels(Table table, BooleanSupplier cancelled) {
    Column column = table.column(attribute.name()).orElseThrow();
    return labels(new ComparedCells(column, attribute, cancelled));
  }

  private int[] labels(ComparedCells cells) {
    byte[] groups = grouping.group(cells);
    int[] labels = new int[groups.length];
    for (int row = 0; row < labels.length; row++) {
      int group = groups[row] & 0xff;
      labels[row] = group < classes() ? group : NONE;
    }
    return labels;
  }

  /** The rows that have a class, at most {@code most} of them chosen at random. */
  static int[] usable(int[] labels, int most, long seed) {
    int[] rows = IntStream.range(0, labels.length).filter(row -> labels[row] != NONE).toArray();
    return Arrays.stream(RowSample.choose(rows.length, most, seed)).map(i -> rows[i]).toArray();
  }
}
