package modulus.evaluation.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import modulus.evaluation.Cancellation;
import modulus.evaluation.ComparisonOptions;
import modulus.evaluation.Grouping;
import modulus.schema.Attribute;
import modulus.schema.Schema;
import modulus.table.Column;
import modulus.table.Table;

/**
 * The attributes a classifier sees, with scales and categories from the real training table, so
 * that both classifiers see the same: numbers and dates standardised, everything else by its group.
 */
final class Features {
  private final List<Attribute> attributes;
  private final List<Grouping> groupings = new ArrayList<>();
  private final List<NumericScale> scales = new ArrayList<>();

  /**
   * @param real has every modelled attribute
   */
  Features(Table real, Schema schema, String target) {
    attributes = schema.modelled().stream().filter(a -> !a.name().equals(target)).toList();
    for (Attribute attribute : attributes) {
      Column column = real.column(attribute.name()).orElseThrow();
      Grouping grouping = Grouping.of(column, attribute, ComparisonOptions.DEFAULT);
      groupings.add(grouping);
      scales.add(grouping.binned() ? new NumericScale(column, attribute) : null);
    }
  }

  int size() {
    return attributes.size();
  }

  boolean numeric(int j) {
    return scales.get(j) != null;
  }

  NumericScale scale(int j) {
    return scales.get(j);
  }

  Grouping grouping(int j) {
    return groupings.get(j);
  }

  /** The attributes of every row: {@code standard[j]} for a number, {@code groups[j]} else. */
  Rows rows(Table table, BooleanSupplier cancelled) {
    double[][] standard = new double[size()][];
    byte[][] groups = new byte[size()][];
    for (int j = 0; j < size(); j++) {
      Cancellation.check(cancelled);
      Column column = table.column(attributes.get(j).name()).orElseThrow();
      if (numeric(j)) {
        standard[j] = scale(j).standardise(column);
      } else {
        groups[j] = groupings.get(j).group(column);
      }
    }
    return new Rows(standard, groups);
  }

  /**
   * @param standard k columns, null where the attribute is grouped; NaN is missing
   * @param groups k columns of unsigned bytes, null where it is numeric
   */
  record Rows(double[][] standard, byte[][] groups) {}
}
