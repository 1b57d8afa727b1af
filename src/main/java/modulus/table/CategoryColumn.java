package modulus.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A column of text values, stored as codes into a dictionary in the smallest integer type that
 * holds them. Code −1 is a missing cell.
 */
public final class CategoryColumn implements Column {
  /** The code of a missing cell. */
  public static final int MISSING = -1;

  private final String name;
  private final List<String> dictionary;
  private final CodeArray codes;
  private final int missing;
  private final boolean decimalComma;

  /** Below 0 until it was asked for: a long dictionary takes a while. */
  private volatile int distinctValues = -1;

  /**
   * @param codes one code per row, each −1 (missing) or an index into {@code dictionary}
   * @throws IllegalArgumentException if a code lies outside the dictionary or the dictionary
   *     repeats a value
   */
  public CategoryColumn(String name, List<String> dictionary, int[] codes) {
    this(name, List.copyOf(dictionary), CodeArray.of(codes, dictionary.size()), false);
    if (new HashSet<>(dictionary).size() != dictionary.size()) {
      throw new IllegalArgumentException(
          "dictionary of column '" + name + "' must not repeat a value");
    }
  }

  /**
   * @param decimalComma whether the file writes decimals after a comma
   */
  CategoryColumn(String name, List<String> dictionary, CodeArray codes, boolean decimalComma) {
    this.decimalComma = decimalComma;
    this.name = Objects.requireNonNull(name, "name");
    this.dictionary = dictionary;
    this.codes = codes;
    int count = 0;
    for (int row = 0; row < codes.length(); row++) {
      count += codes.get(row) == MISSING ? 1 : 0;
    }
    this.missing = count;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int rows() {
    return codes.length();
  }

  /** The code at {@code row}: an index into {@link #dictionary()}, or −1 when missing. */
  public int code(int row) {
    return codes.get(row);
  }

  /** The distinct values, in order of their codes; a value need not occur. */
  public List<String> dictionary() {
    return dictionary;
  }

  /**
   * What each value of {@link #dictionary()} is where a number is asked for, by the file's decimal
   * mark; thousands marks, a percent sign and a plus are read over.
   *
   * @return NaN for a value that is no number
   */
  public double[] numbers() {
    return IntStream.range(0, dictionary.size()).mapToDouble(number()).toArray();
  }

  /** The same for one code at a time: a million take a second or more. Not for several threads. */
  public IntToDoubleFunction number() {
    SpelledNumber number = new SpelledNumber(decimalComma);
    return code -> number.lenient(dictionary.get(code));
  }

  /**
   * What each value of {@link #dictionary()} would be had all cells been numbers: what a cell means
   * must not depend on how other rows are written.
   *
   * @return NaN for a value that would have made the column one of text, as 007 does
   */
  public double[] plainNumbers() {
    return plainNumbers(dictionary, decimalComma);
  }

  /**
   * The same for one code at a time, each read when it is first asked for: a million take a second
   * or two. Not for several threads.
   */
  public IntToDoubleFunction plainNumber() {
    SpelledNumber number = new SpelledNumber(decimalComma);
    double[] known = new double[dictionary.size()];
    BitSet read = new BitSet(known.length);
    return code -> {
      if (!read.get(code)) {
        known[code] = number.parse(dictionary.get(code)) ? number.value() : Double.NaN;
        read.set(code);
      }
      return known[code];
    };
  }

  /**
   * The same for cells that stand in no column.
   *
   * @param decimalComma whether decimals stand after a comma
   */
  public static double[] plainNumbers(List<String> cells, boolean decimalComma) {
    SpelledNumber number = new SpelledNumber(decimalComma);
    return cells.stream()
        .mapToDouble(cell -> number.parse(cell) ? number.value() : Double.NaN)
        .toArray();
  }

  @Override
  public boolean isMissing(int row) {
    return codes.get(row) == MISSING;
  }

  @Override
  public int missingCount() {
    return missing;
  }

  @Override
  public int distinctCount() {
    boolean[] seen = new boolean[dictionary.size()];
    int count = 0;
    for (int row = 0; row < rows(); row++) {
      int code = codes.get(row);
      if (code != MISSING && !seen[code]) {
        seen[code] = true;
        count++;
      }
    }
    return count;
  }

  @Override
  public int distinctValues() {
    if (distinctValues < 0) {
      distinctValues = countDistinctValues();
    }
    return distinctValues;
  }

  /** Texts differ as they stand; only a number may be spelled as something else is. */
  private int countDistinctValues() {
    boolean[] occurs = new boolean[dictionary.size()];
    for (int row = 0; row < rows(); row++) {
      if (!isMissing(row)) {
        occurs[code(row)] = true;
      }
    }
    double[] numbers = plainNumbers();
    double[] spelled =
        IntStream.range(0, occurs.length)
            .filter(code -> occurs[code] && !Double.isNaN(numbers[code]))
            .mapToDouble(code -> numbers[code] + 0.0) // of the two zeros one
            .sorted()
            .distinct()
            .toArray();
    int count = spelled.length;
    for (int code = 0; code < occurs.length; code++) {
      boolean text = occurs[code] && Double.isNaN(numbers[code]);
      count += text && !spells(dictionary.get(code), spelled) ? 1 : 0;
    }
    return count;
  }

  /** Whether {@link OwnText} spells one of {@code numbers}, ascending, as {@code text} stands. */
  private static boolean spells(String text, double[] numbers) {
    if (numbers.length == 0 || !OwnText.DIGITS.matcher(text).matches()) {
      return false;
    }
    double number = Double.parseDouble(text);
    return Arrays.binarySearch(numbers, number) >= 0 && OwnText.digits(number).equals(text);
  }

  @Override
  public String text(int row) {
    int code = codes.get(row);
    return code == MISSING ? "" : dictionary.get(code);
  }

  @Override
  public CategoryColumn select(int[] rows) {
    int[] picked = Arrays.stream(rows).map(codes::get).toArray();
    return new CategoryColumn(
        name, dictionary, CodeArray.of(picked, dictionary.size()), decimalComma);
  }
}
