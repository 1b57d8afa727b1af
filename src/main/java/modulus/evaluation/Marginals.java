package modulus.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import modulus.evaluation.MarginalComparison.Bar;
import modulus.evaluation.MarginalComparison.Kind;
import modulus.evaluation.MarginalComparison.Quantile;
import modulus.schema.Attribute;
import modulus.schema.DatePattern;
import modulus.schema.Domain;
import modulus.table.Column;
import modulus.table.Table;

/** Puts one attribute of two tables side by side. */
public final class Marginals {
  /** Categories shown one by one. */
  public static final int CATEGORIES = 16;

  private static final List<Double> LEVELS = List.of(0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0);

  private Marginals() {}

  /**
   * @throws EvaluationException if a table is empty or lacks the attribute, or the attribute is an
   *     identifier or excluded
   * @throws CancellationException if cancelled; looked at every few thousand cells
   */
  public static MarginalComparison compare(
      Table real, Table synthetic, Attribute attribute, BooleanSupplier cancelled)
      throws EvaluationException {
    return compare(
        ComparedCells.of(real, attribute, "real", cancelled),
        ComparedCells.of(synthetic, attribute, "synthetic", cancelled));
  }

  /**
   * @param real at least one row
   * @param synthetic of the same attribute, at least one row
   * @throws EvaluationException if a column is empty, or the attribute is an identifier or excluded
   */
  static MarginalComparison compare(ComparedCells real, ComparedCells synthetic)
      throws EvaluationException {
    Attribute attribute = real.attribute();
    if (!attribute.domain().modelled()) {
      throw new EvaluationException(
          "Column '" + attribute.name() + "' is not part of the synthetic table.");
    }
    if (real.column().rows() == 0 || synthetic.column().rows() == 0) {
      throw new EvaluationException("A table without rows cannot be compared.");
    }
    Kind kind = kind(attribute);
    return new MarginalComparison(
        attribute.name(),
        kind,
        kind == Kind.CATEGORICAL ? categories(real, synthetic) : Histogram.bars(real, synthetic),
        missing(real.column()),
        missing(synthetic.column()),
        kind == Kind.CATEGORICAL ? List.of() : quantiles(real, synthetic),
        distance(real, synthetic));
  }

  private static double missing(Column column) {
    return (double) column.missingCount() / column.rows();
  }

  private static Kind kind(Attribute attribute) {
    if (attribute.domain() instanceof Domain.Numeric) {
      return Kind.NUMERIC;
    }
    return attribute.domain() instanceof Domain.Date ? Kind.DATE : Kind.CATEGORICAL;
  }

  private static double distance(ComparedCells real, ComparedCells synthetic) {
    Grouping grouping = Grouping.of(real, ComparisonOptions.DEFAULT);
    return TotalVariation.of(
        GroupedTables.shares(grouping.group(real), grouping.size()),
        GroupedTables.shares(grouping.group(synthetic), grouping.size()));
  }

  private static List<Bar> categories(ComparedCells real, ComparedCells synthetic) {
    CategoryGrouping grouping = new CategoryGrouping(real, CATEGORIES);
    double[] first = GroupedTables.shares(grouping.group(real), grouping.size());
    double[] second = GroupedTables.shares(grouping.group(synthetic), grouping.size());
    List<Bar> bars = new ArrayList<>();
    for (int group = 0; group < grouping.outside(); group++) {
      bars.add(category(grouping.label(group), first[group], second[group]));
    }
    int rest = grouping.outside();
    if (first[rest] + second[rest] > 0) {
      bars.add(category(MarginalComparison.OTHER_VALUES, first[rest], second[rest]));
    }
    return bars;
  }

  private static Bar category(String label, double real, double synthetic) {
    return new Bar(label, Double.NaN, Double.NaN, real, synthetic);
  }

  private static List<Quantile> quantiles(ComparedCells real, ComparedCells synthetic) {
    Attribute attribute = real.attribute();
    double[] first = real.sorted();
    double[] second = synthetic.sorted();
    double unit = ticksPerUnit(attribute);
    List<Quantile> quantiles = new ArrayList<>();
    for (double level : LEVELS) {
      double ofReal = Quantiles.of(first, level);
      double ofSynthetic = Quantiles.of(second, level);
      quantiles.add(
          new Quantile(
              level,
              ValueText.of(ofReal, attribute),
              ValueText.of(ofSynthetic, attribute),
              ofReal / unit,
              ofSynthetic / unit));
    }
    return quantiles;
  }

  /** The unit of a bin's bounds in one tick of {@link CellValues#numbers}. */
  static double ticksPerUnit(Attribute attribute) {
    return attribute.domain() instanceof Domain.Date date
        ? DatePattern.of(date.pattern()).ticksPerDay()
        : 1;
  }
}
