package modulus.evaluation;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import modulus.schema.Attribute;
import modulus.schema.Schema;
import modulus.table.Table;

/**
 * How strongly each pair of attributes hangs together in both tables. Internal: statistics of the
 * real table (privacy.md, section 9). All matrices are k × k and symmetric.
 *
 * @param attributes k names, in the schema's order
 * @param real Cramér's V (bias-corrected: Bergsma 2013) in the real table, in [0, 1]; 1 on the
 *     diagonal
 * @param synthetic the same in the synthetic table
 * @param distances total variation distance of the pairs' two-way tables, in [0, 1]; 0 on the
 *     diagonal
 */
public record PairAssociations(
    List<String> attributes, double[][] real, double[][] synthetic, double[][] distances) {

  public PairAssociations {
    attributes = List.copyOf(attributes);
  }

  /**
   * @param progress told the share of pairs done, 0 … 1, once per attribute
   * @param cancelled looked at per pair
   * @throws EvaluationException if a table is empty, lacks a modelled attribute or there is none
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static PairAssociations of(
      Table real,
      Table synthetic,
      Schema schema,
      ComparisonOptions options,
      DoubleConsumer progress,
      BooleanSupplier cancelled)
      throws EvaluationException {
    GroupedTables tables = GroupedTables.of(real, synthetic, schema, options, cancelled);
    int k = tables.groupings().size();
    double[][] first = new double[k][k];
    double[][] second = new double[k][k];
    double[][] distances = new double[k][k];
    for (int i = 0; i < k; i++) {
      first[i][i] = 1;
      second[i][i] = 1;
    }
    PairDistances.visit(
        tables,
        cancelled,
        (i, j, realCounts, syntheticCounts) -> {
          if (j == i + 1) {
            progress.accept(i * (2.0 * k - i - 1) / (k * (k - 1.0)));
          }
          set(first, i, j, realCounts.association());
          set(second, i, j, syntheticCounts.association());
          set(distances, i, j, realCounts.distance(syntheticCounts));
        });
    List<String> names = tables.attributes().stream().map(Attribute::name).toList();
    return new PairAssociations(names, first, second, distances);
  }

  private static void set(double[][] matrix, int i, int j, double value) {
    matrix[i][j] = value;
    matrix[j][i] = value;
  }

  /** Synthetic minus real association of attributes {@code i} and {@code j}, in [−1, 1]. */
  public double difference(int i, int j) {
    return synthetic[i][j] - real[i][j];
  }
}
