package modulus.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.table.CategoryColumn;
import modulus.table.CellLooks;
import modulus.table.Column;
import modulus.table.NumberColumn;

/**
 * Codes: the categories in the schema's order, then "other" if enabled, then missing if allowed.
 */
final class CategoryCoding implements AttributeCoding {
  private static final Pattern PLAIN =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  private final Attribute attribute;
  private final List<String> spelled;
  private final Map<String, Integer> index = new HashMap<>();
  private final int outside;
  private final int missing;
  private final int size;

  CategoryCoding(Attribute attribute) {
    Domain.Categorical domain = (Domain.Categorical) attribute.domain();
    this.attribute = attribute;
    List<String> texts = new ArrayList<>(domain.categories());
    for (int code = 0; code < texts.size(); code++) {
      index.put(texts.get(code), code);
    }
    if (domain.other()) {
      texts.add(Domain.Categorical.OTHER);
    }
    this.spelled = List.copyOf(texts);
    this.size = texts.size() + (attribute.missingAllowed() ? 1 : 0);
    this.missing = attribute.missingAllowed() ? size - 1 : 0;
    this.outside = domain.other() ? texts.size() - 1 : missing;
    if (size > Short.MAX_VALUE) {
      throw new IllegalArgumentException(
          "attribute '" + attribute.name() + "' must have at most 32767 codes but has " + size);
    }
  }

  @Override
  public Attribute attribute() {
    return attribute;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Optional<CellGrid> grid() {
    return Optional.empty();
  }

  @Override
  public void encode(Column column, short[] codes, float[] unit, BooleanSupplier cancelled) {
    if (column instanceof CategoryColumn texts) {
      int[] code = codes(texts, cancelled);
      for (int row = 0; row < codes.length; row++) {
        int found = texts.code(row);
        codes[row] = (short) (found == CategoryColumn.MISSING ? missing : code[found]);
      }
    } else {
      encodeNumbers((NumberColumn) column, codes);
    }
  }

  /** A text that is a number counts by its value, as in a column of numbers. */
  private int[] codes(CategoryColumn texts, BooleanSupplier cancelled) {
    Map<Double, Integer> byValue = byValue();
    IntToDoubleFunction numbers = texts.plainNumber();
    CellLooks looks = new CellLooks(cancelled);
    int[] codes = new int[texts.dictionary().size()];
    for (int i = 0; i < codes.length; i++) {
      looks.cell();
      double number = numbers.applyAsDouble(i);
      codes[i] =
          Double.isNaN(number)
              ? index.getOrDefault(texts.dictionary().get(i), outside)
              : byValue.getOrDefault(number, outside);
    }
    return codes;
  }

  /**
   * The values of categories that are numbers: with a decimal point, as drafts spell them, or else
   * as cells of text do. A value that two categories have is the shortest one's.
   */
  private Map<Double, Integer> byValue() {
    List<String> texts = ((Domain.Categorical) attribute.domain()).categories();
    Map<Double, Integer> byValue = new HashMap<>();
    add(texts.stream().mapToDouble(CategoryCoding::plain).toArray(), byValue);
    add(CategoryColumn.plainNumbers(texts, true), byValue);
    add(CategoryColumn.plainNumbers(texts, false), byValue);
    return byValue;
  }

  /** Adds what is new, of categories of one value, such as 7 and 007, the shortest. */
  private void add(double[] values, Map<Double, Integer> byValue) {
    Map<Double, Integer> shortest = new HashMap<>();
    for (int code = 0; code < values.length; code++) {
      if (!Double.isNaN(values[code])) {
        shortest.merge(
            values[code],
            code,
            (one, other) -> spelled.get(one).length() <= spelled.get(other).length() ? one : other);
      }
    }
    shortest.forEach(byValue::putIfAbsent);
  }

  /** Categories that are numbers match by value: 1 and 1.0 are one category. */
  private void encodeNumbers(NumberColumn column, short[] codes) {
    Map<Double, Integer> byValue = byValue();
    double[] values = byValue.keySet().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int[] code = Arrays.stream(values).mapToInt(value -> byValue.get(value)).toArray();
    for (int row = 0; row < codes.length; row++) {
      if (column.isMissing(row)) {
        codes[row] = (short) missing;
      } else {
        int at = Arrays.binarySearch(values, column.value(row));
        codes[row] = (short) (at < 0 ? outside : code[at]);
      }
    }
  }

  private static double plain(String text) {
    return PLAIN.matcher(text).matches() ? Double.parseDouble(text) + 0.0 : Double.NaN;
  }

  @Override
  public Column decode(short[] codes, UniformDraw random) {
    int[] chosen = new int[codes.length];
    for (int row = 0; row < codes.length; row++) {
      chosen[row] = codes[row] < spelled.size() ? codes[row] : CategoryColumn.MISSING;
    }
    return new CategoryColumn(attribute.name(), spelled, chosen);
  }
}
