package modulus.vae.marginal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import modulus.privacy.GuaranteeRandom;
import modulus.privacy.ThresholdedHistogram;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.NumberCells;
import modulus.schema.Schema;
import modulus.schema.SchemaException;
import modulus.table.Column;
import modulus.table.OwnText;
import modulus.table.Table;

/**
 * Domains that nobody declared, found in the table under one charged event (privacy.md, section
 * 6.1). Of an attribute whose domain is to be estimated, only what kind it is and its precision are
 * used; the domain written beside it is not looked at.
 *
 * <p>Categories: those whose noisy count exceeds the threshold; all others become "other". Numbers:
 * the range from the lowest to the highest cell of {@link RangeGrid} whose noisy count exceeds it;
 * values beyond are clamped.
 */
public final class PrivateDomains {
  private final ThresholdedHistogram histogram;

  /**
   * @param histogram made for as many attributes as are to be estimated
   */
  public PrivateDomains(ThresholdedHistogram histogram) {
    this.histogram = histogram;
  }

  /**
   * The schema with every domain to be estimated replaced. Charges the histogram's event each time
   * it is called.
   *
   * @param table at most c rows of every patient
   * @throws SchemaException if nothing of an attribute exceeds the threshold
   * @throws CancellationException if cancelled; looked at every few thousand cells
   */
  public Schema estimate(
      Table table, Schema schema, GuaranteeRandom random, BooleanSupplier cancelled)
      throws SchemaException {
    List<Attribute> known = new ArrayList<>();
    for (Attribute attribute : schema.attributes()) {
      known.add(
          attribute.estimatedPrivately()
              ? estimate(table.column(attribute.name()).orElseThrow(), attribute, random, cancelled)
              : attribute);
    }
    return schema.withAttributes(known);
  }

  private Attribute estimate(
      Column column, Attribute attribute, GuaranteeRandom random, BooleanSupplier cancelled)
      throws SchemaException {
    Domain domain =
        attribute.domain() instanceof Domain.Numeric numeric
            ? range(column, numeric, random, cancelled)
            : categories(column, random, cancelled);
    if (domain == null) {
      throw new SchemaException(
          "The domain of '"
              + attribute.name()
              + "' cannot be estimated: nothing in it is frequent enough to be seen through the"
              + " noise. Declare its domain, exclude it, or give domains a larger share.");
    }
    return attribute.withDomain(domain, DomainOrigin.ESTIMATED_PRIVATELY);
  }

  /** Null where no category is kept. */
  private Domain categories(Column column, GuaranteeRandom random, BooleanSupplier cancelled) {
    Map<String, Integer> counts = counts(column, cancelled);
    List<String> names = List.copyOf(counts.keySet());
    List<String> kept = new ArrayList<>();
    for (int place : histogram.kept(ints(counts), random)) {
      kept.add(names.get(place));
    }
    return kept.isEmpty() ? null : new Domain.Categorical(kept.stream().sorted().toList(), true);
  }

  /** A cell that says "other" counts with the rest. */
  static Map<String, Integer> counts(Column column, BooleanSupplier cancelled) {
    IntFunction<String> texts = OwnText.of(column, cancelled);
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int row = 0; row < column.rows(); row++) {
      String text = column.isMissing(row) ? null : texts.apply(row);
      if (text != null && !text.equals(Domain.Categorical.OTHER)) {
        counts.merge(text, 1, Integer::sum);
      }
    }
    return counts;
  }

  private static int[] ints(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).toArray();
  }

  /** Null where no cell is kept. */
  private Domain range(
      Column column, Domain.Numeric form, GuaranteeRandom random, BooleanSupplier cancelled) {
    RangeGrid grid = new RangeGrid(form.decimals());
    int[] kept = histogram.kept(counts(column, grid, cancelled), random);
    return kept.length == 0
        ? null
        : grid.range(kept[0], kept[kept.length - 1], form.decimals(), form.unit());
  }

  static int[] counts(Column column, RangeGrid grid, BooleanSupplier cancelled) {
    IntToDoubleFunction values = NumberCells.of(column, cancelled);
    int[] counts = new int[grid.cells()];
    for (int row = 0; row < column.rows(); row++) {
      double value = values.applyAsDouble(row);
      if (Double.isFinite(value)) {
        counts[grid.cell(value)]++;
      }
    }
    return counts;
  }
}
