package modulus.evaluation;

import java.util.ArrayList;
import java.util.List;
import modulus.evaluation.MarginalComparison.Bar;
import modulus.schema.Attribute;
import modulus.schema.Domain;

/**
 * Bins of equal width over the values of both tables, their bounds on round numbers. A declared
 * range is not used: a careful one is often far wider than the data.
 */
final class Histogram {
  private static final int BINS = 30;
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};

  private final double low;
  private final double width;
  private final int bins;

  private Histogram(double low, double width, int bins) {
    this.low = low;
    this.width = width;
    this.bins = bins;
  }

  static List<Bar> bars(ComparedCells real, ComparedCells synthetic) {
    Attribute attribute = real.attribute();
    double[] first = real.sorted();
    double[] second = synthetic.sorted();
    if (first.length + second.length == 0) {
      return List.of();
    }
    double unit = Marginals.ticksPerUnit(attribute);
    Histogram histogram = over(first, second, precision(attribute));
    double[] realShares = histogram.shares(first, real.column().rows());
    double[] syntheticShares = histogram.shares(second, synthetic.column().rows());
    List<Bar> bars = new ArrayList<>();
    for (int bin = 0; bin < histogram.bins; bin++) {
      double from = histogram.low + bin * histogram.width;
      double to = histogram.low + (bin + 1) * histogram.width;
      bars.add(
          new Bar(
              ValueText.of(from, attribute) + " – " + ValueText.of(to, attribute),
              from / unit,
              to / unit,
              realShares[bin],
              syntheticShares[bin]));
    }
    return bars;
  }

  /** The distance of neighbouring values. */
  private static double precision(Attribute attribute) {
    return attribute.domain() instanceof Domain.Numeric numeric
        ? Math.pow(10, -numeric.decimals())
        : 1;
  }

  private static Histogram over(double[] first, double[] second, double precision) {
    double least = Math.min(end(first, true), end(second, true));
    double most = Math.max(end(first, false), end(second, false));
    double width = roundUp(Math.max((most - least) / BINS, precision));
    if (width < 10 * precision) {
      // whole steps of the precision: else neighbouring bins hold unequally many values
      width = Math.ceil(width / precision - 1e-9) * precision;
    }
    double low = Math.floor(least / width + 1e-9) * width;
    int bins = (int) Math.floor((most - low) / width + 1e-9) + 1;
    return new Histogram(low, width, bins);
  }

  private static double end(double[] sorted, boolean first) {
    if (sorted.length == 0) {
      return first ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    return first ? sorted[0] : sorted[sorted.length - 1];
  }

  private static double roundUp(double width) {
    double power = Math.pow(10, Math.floor(Math.log10(width)));
    for (double round : ROUND) {
      if (round * power >= width * (1 - 1e-9)) {
        return round * power;
      }
    }
    return 10 * power;
  }

  private double[] shares(double[] values, int rows) {
    double[] shares = new double[bins];
    for (double value : values) {
      int bin = (int) Math.floor((value - low) / width + 1e-9);
      shares[Math.max(0, Math.min(bins - 1, bin))] += 1.0 / rows;
    }
    return shares;
  }
}
