package modulus.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import modulus.schema.Schema;
import modulus.table.Column;
import modulus.table.Table;

/**
 * How near a synthetic table comes to the real one in its one- and two-attribute tables. Internal:
 * statistics of the real table (privacy.md, section 9).
 *
 * <p>Numbers and dates are counted in quantile bins of the real table, categories one by one up to
 * a limit and the rest together; missing is a group of its own.
 *
 * @param realRows n
 * @param syntheticRows m
 * @param oneWay mean total variation distance over attributes, in [0, 1]
 * @param twoWay mean total variation distance over pairs of attributes, 0 with one attribute
 * @param attributes one entry per modelled attribute, in the schema's order
 * @param exactCopies share of synthetic rows that equal a real row in every modelled attribute; it
 *     says little about privacy in tables of few attributes
 */
public record UtilityReport(
    int realRows,
    int syntheticRows,
    double oneWay,
    double twoWay,
    List<AttributeUtility> attributes,
    double exactCopies) {

  public UtilityReport {
    attributes = List.copyOf(attributes);
  }

  /**
   * @param cancelled looked at about every hundred milliseconds
   * @throws EvaluationException if a table is empty, lacks a modelled attribute or there is none
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static UtilityReport of(
      Table real,
      Table synthetic,
      Schema schema,
      ComparisonOptions options,
      BooleanSupplier cancelled)
      throws EvaluationException {
    GroupedTables grouped = GroupedTables.of(real, synthetic, schema, options, cancelled);
    List<AttributeUtility> attributes = new ArrayList<>();
    for (int j = 0; j < grouped.groupings().size(); j++) {
      String name = grouped.attributes().get(j).name();
      Column column = real.column(name).orElseThrow();
      attributes.add(attribute(grouped, j, column, options));
    }
    double oneWay =
        attributes.stream().mapToDouble(AttributeUtility::distance).average().orElseThrow();
    return new UtilityReport(
        real.rows(),
        synthetic.rows(),
        oneWay,
        PairDistances.mean(grouped, cancelled),
        attributes,
        ExactCopies.share(real, synthetic, schema, cancelled));
  }

  private static AttributeUtility attribute(
      GroupedTables grouped, int j, Column real, ComparisonOptions options) {
    Grouping grouping = grouped.groupings().get(j);
    double[] first = grouped.realShares(j);
    double[] second = grouped.syntheticShares(j);
    boolean enumerable = grouping.binned() || real.distinctCount() <= options.categories();
    return new AttributeUtility(
        real.name(),
        TotalVariation.of(first, second),
        first[grouping.missing()],
        second[grouping.missing()],
        second[grouping.outside()],
        enumerable);
  }

  /** The attribute with the largest distance. */
  public AttributeUtility worst() {
    return attributes.stream()
        .max(Comparator.comparingDouble(AttributeUtility::distance))
        .orElseThrow();
  }

  /** Mean absolute difference of the missing shares over attributes. */
  public double missingRateError() {
    return attributes.stream()
        .mapToDouble(a -> Math.abs(a.realMissing() - a.syntheticMissing()))
        .average()
        .orElseThrow();
  }

  /** Mean share of unknown values over the attributes where it means something; 0 without one. */
  public double unknownValueRate() {
    return attributes.stream()
        .filter(AttributeUtility::enumerable)
        .mapToDouble(AttributeUtility::unknown)
        .average()
        .orElse(0);
  }
}
