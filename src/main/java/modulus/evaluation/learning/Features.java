package modulus.evaluation.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import modulus.evaluation.Cancellation;
import modulus.evaluation.ComparedCells;
import modulus.evaluation.ComparisonOptions;
import modulus.evaluation.EvaluationException;
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
   * @throws EvaluationException if the table has no row or lacks a modelled attribute
   * @throws CancellationException if cancelled
   */
  Features(Table real, Schema schema, String target, BooleanSupplier cancelled)
      throws EvaluationException {
    attributes = schema.modelled().stream().filter(a -> !a.name().equals(target)).toList();
    for (Attribute attribute : attributes) {
      Cancellation.check(cancelled);
      ComparedCells cells = ComparedCells.of(real, attribute, "real", cancelled);
      Grouping grouping = Grouping.of(cells, ComparisonOptions.DEFAULT);
      groupings.add(grouping);
      scales.add(grouping.binned() ? new NumericScale(cells) : null);
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
      Attribute attribute = attributes.get(j);
      Column column = table.column(attribute.name()).orElseThrow();
      ComparedCells cells = new ComparedCells(column, attribute, cancelled);
      if (numeric(j)) {
        standard[j] = scale(j).standardise(cells);
      } else {
        groups[j] = groupings.get(j).group(cells);
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
