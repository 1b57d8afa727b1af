package modulus.evaluation.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import modulus.evaluation.Cancellation;
import modulus.evaluation.CellValues;
import modulus.evaluation.ComparedCells;
import modulus.evaluation.ComparedColumn;
import modulus.evaluation.ComparisonOptions;
import modulus.evaluation.EvaluationException;
import modulus.evaluation.Grouping;
import modulus.evaluation.Quantiles;
import modulus.evaluation.RowSample;
import modulus.schema.Attribute;
import modulus.schema.Schema;
import modulus.table.Column;
import modulus.table.Table;

/** Gower's distance of rows, scaled by a training table. */
final class RecordDistance {
  private static final double LOW = 0.01;
  private static final double HIGH = 0.99;

  private final List<Attribute> numeric = new ArrayList<>();
  private final List<double[]> scales = new ArrayList<>();
  private final List<Attribute> categorical = new ArrayList<>();
  private final List<Map<String, Integer>> codes = new ArrayList<>();

  /**
   * @throws EvaluationException if the table is empty or lacks a modelled attribute
   * @throws CancellationException if cancelled
   */
  RecordDistance(Table training, Schema schema, BooleanSupplier cancelled)
      throws EvaluationException {
    for (Attribute attribute : schema.modelled()) {
      Cancellation.check(cancelled);
      ComparedCells cells = ComparedCells.of(training, attribute, "real", cancelled);
      if (Grouping.of(cells, ComparisonOptions.DEFAULT).binned()) {
        numeric.add(attribute);
        scales.add(scale(cells.sorted()));
      } else {
        categorical.add(attribute);
        codes.add(new HashMap<>());
      }
    }
  }

  /** Where the range begins and how wide it is. */
  private static double[] scale(double[] sorted) {
    double low = Quantiles.of(sorted, LOW);
    double width = Quantiles.of(sorted, HIGH) - low;
    double all = sorted.length == 0 ? 0 : sorted[sorted.length - 1] - sorted[0];
    return new double[] {low, width > 0 ? width : Math.max(all, Double.MIN_NORMAL)};
  }

  /** At most {@code most} rows, chosen at random. */
  Records sample(Table table, int most, long seed, BooleanSupplier cancelled)
      throws EvaluationException {
    int[] rows = RowSample.choose(table.rows(), most, seed);
    float[][] numbers = new float[rows.length][numeric.size()];
    int[][] values = new int[rows.length][categorical.size()];
    for (int j = 0; j < numeric.size(); j++) {
      Attribute attribute = numeric.get(j);
      double[] cells = CellValues.numbers(column(table, attribute), attribute, cancelled);
      double[] scale = scales.get(j);
      for (int i = 0; i < rows.length; i++) {
        numbers[i][j] = (float) ((cells[rows[i]] - scale[0]) / scale[1]);
      }
    }
    for (int j = 0; j < categorical.size(); j++) {
      CellValues.Keys keys = CellValues.keys(column(table, categorical.get(j)), cancelled);
      Map<String, Integer> known = codes.get(j);
      for (int i = 0; i < rows.length; i++) {
        int key = keys.rows()[rows[i]];
        values[i][j] =
            key == CellValues.Keys.MISSING
                ? key
                : known.computeIfAbsent(keys.values().get(key), fresh -> known.size());
      }
    }
    return new Records(numbers, values);
  }

  private static Column column(Table table, Attribute attribute) throws EvaluationException {
    return ComparedColumn.of(table, attribute.name(), "compared");
  }

  /** Of each of {@code from} the distance to the nearest of {@code to}. */
  double[] nearest(Records from, Records to, BooleanSupplier cancelled) {
    int attributes = numeric.size() + categorical.size();
    double[] nearest = new double[from.numbers().length];
    for (int i = 0; i < nearest.length; i++) {
      Cancellation.check(cancelled);
      float best = attributes;
      for (int other = 0; other < to.numbers().length && best > 0; other++) {
        best =
            sum(from.values()[i], to.values()[other], from.numbers()[i], to.numbers()[other], best);
      }
      nearest[i] = best / attributes;
    }
    return nearest;
  }

  /** The sum over attributes, or {@code best} once it is reached. */
  private static float sum(int[] a, int[] b, float[] x, float[] y, float best) {
    float sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] == b[j] ? 0 : 1;
    }
    for (int j = 0; j < x.length && sum < best; j++) {
      float difference = Math.abs(x[j] - y[j]);
      if (difference <= 1) {
        sum += difference;
      } else {
        // beyond the range, or a value missing: no distance where both are
        sum += Float.isNaN(x[j]) && Float.isNaN(y[j]) ? 0 : 1;
      }
    }
    return Math.min(sum, best);
  }

  /**
   * Rows of one table.
   *
   * @param numbers scaled; NaN is missing
   * @param values codes that all tables of one distance share; −1 is missing
   */
  record Records(float[][] numbers, int[][] values) {}
}
