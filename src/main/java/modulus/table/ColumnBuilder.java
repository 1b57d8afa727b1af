package modulus.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects one column's cells while a file is read. */
sealed interface ColumnBuilder {

  void addMissing();

  /**
   * @return false if the column is one of numbers and {@code cell} is not a number
   */
  boolean add(String cell);

  Column build(String name);

  /** Numbers and a missing mask. */
  final class Numbers implements ColumnBuilder {
    /** From here on numbers have thousands marks wherever a column has any. */
    private static final double THOUSAND = 1000;

    private final SpelledNumber number;
    private final BitSet missing = new BitSet();
    private double[] values = new double[1024];
    private int size;
    private int decimals;
    private int percents;
    private int present;
    private boolean grouped;
    private boolean ungrouped;
    private boolean clear;
    private boolean ambiguous;

    Numbers(boolean decimalComma) {
      number = new SpelledNumber(decimalComma);
    }

    @Override
    public void addMissing() {
      missing.set(size);
      append(0);
    }

    @Override
    public boolean add(String cell) {
      if (!number.parse(cell)) {
        return false;
      }
      grouped |= number.grouped();
      ungrouped |= !number.grouped() && Math.abs(number.value()) >= THOUSAND;
      percents += number.percent() ? 1 : 0;
      // written in two ways: what one of them means is for the steward to say
      if ((grouped && ungrouped) || (percents > 0 && percents <= present)) {
        return false;
      }
      clear |= number.mark() == SpelledNumber.Mark.CLEAR;
      ambiguous |= number.mark() == SpelledNumber.Mark.AMBIGUOUS;
      present++;
      decimals = Math.max(decimals, number.decimals());
      append(number.value());
      return true;
    }

    private void append(double value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size + (size >> 1));
      }
      values[size++] = value;
    }

    /**
     * Whether all that is known of the decimal mark are signs that could mark thousands as well.
     */
    boolean ambiguous() {
      return ambiguous;
    }

    /** Whether some number shows the decimal mark. */
    boolean clear() {
      return clear;
    }

    @Override
    public NumberColumn build(String name) {
      double[] exact = values.length == size ? values : Arrays.copyOf(values, size);
      values = exact;
      return NumberColumn.ofOwned(name, exact, missing, decimals, percents > 0 ? "%" : "");
    }
  }

  /** Codes into a growing dictionary. */
  final class Categories implements ColumnBuilder {
    private final Map<String, Integer> index = new HashMap<>();
    private int[] codes = new int[1024];
    private int size;
    private final boolean decimalComma;
    private String last = "";
    private int lastCode = CategoryColumn.MISSING;

    Categories(boolean decimalComma) {
      this.decimalComma = decimalComma;
    }

    @Override
    public void addMissing() {
      append(CategoryColumn.MISSING);
    }

    @Override
    public boolean add(String cell) {
      if (lastCode == CategoryColumn.MISSING || !cell.equals(last)) {
        last = cell;
        Integer known = index.get(cell);
        lastCode = known == null ? index.size() : known;
        if (known == null) {
          index.put(cell, lastCode);
        }
      }
      append(lastCode);
      return true;
    }

    private void append(int code) {
      if (size == codes.length) {
        codes = Arrays.copyOf(codes, size + (size >> 1));
      }
      codes[size++] = code;
    }

    @Override
    public CategoryColumn build(String name) {
      String[] dictionary = new String[index.size()];
      index.forEach((text, code) -> dictionary[code] = text);
      CodeArray packed = CodeArray.of(Arrays.copyOf(codes, size), dictionary.length);
      codes = new int[0];
      return new CategoryColumn(name, List.of(dictionary), packed, decimalComma);
    }
  }
}
