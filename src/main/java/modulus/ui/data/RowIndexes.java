package modulus.ui.data;

import java.util.AbstractList;
import java.util.Comparator;
import java.util.stream.IntStream;
import javafx.collections.ObservableListBase;
import modulus.table.Column;
import modulus.table.NumberColumn;

/**
 * The row numbers of a table, in the order they are shown: a list that stores nothing until it is
 * sorted, and then one integer per row.
 */
final class RowIndexes extends ObservableListBase<Integer> {
  private final int rows;
  private int[] order;

  RowIndexes(int rows) {
    this.rows = rows;
  }

  @Override
  public Integer get(int index) {
    return order == null ? index : order[index];
  }

  @Override
  public int size() {
    return rows;
  }

  /** Without this the selection of a table would walk through all rows. */
  @Override
  public int indexOf(Object row) {
    if (!(row instanceof Integer number) || number < 0 || number >= rows) {
      return -1;
    }
    return order == null
        ? number
        : IntStream.range(0, rows).filter(i -> order[i] == number).findFirst().orElse(-1);
  }

  @Override
  public boolean contains(Object row) {
    return row instanceof Integer number && number >= 0 && number < rows;
  }

  /** The order of {@code column}'s values, missing ones last; ties in file order. */
  static int[] sorted(Column column, boolean ascending) {
    Comparator<Integer> byValue =
        column instanceof NumberColumn numbers
            ? Comparator.comparingDouble(numbers::value)
            : Comparator.comparing(column::text);
    Comparator<Integer> present = ascending ? byValue : byValue.reversed();
    return IntStream.range(0, column.rows())
        .boxed()
        .sorted(Comparator.<Integer, Boolean>comparing(column::isMissing).thenComparing(present))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Shows the rows in {@code newOrder}, or in file order when it is null. */
  void show(int[] newOrder) {
    beginChange();
    order = newOrder;
    nextReplace(0, rows, new Everything(rows));
    endChange();
  }

  /** Stands for the list before a change, which nobody looks into. */
  private static final class Everything extends AbstractList<Integer> {
    private final int size;

    Everything(int size) {
      this.size = size;
    }

    @Override
    public Integer get(int index) {
      return index;
    }

    @Override
    public int size() {
      return size;
    }
  }
}
