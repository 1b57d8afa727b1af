package modulus.evaluation;

import java.util.Arrays;
import modulus.schema.Attribute;

/** Bins of about equal mass in the real column; the outer ones are open. */
final class QuantileGrouping implements Grouping {
  private final Attribute attribute;
  private final double[] edges;

  QuantileGrouping(ComparedCells real, int bins) {
    this.attribute = real.attribute();
    double[] sorted = real.sorted();
    double step = 1.0 / bins;
    double[] inner = new double[sorted.length == 0 ? 0 : bins - 1];
    for (int i = 0; i < inner.length; i++) {
      inner[i] = Quantiles.of(sorted, (i + 1) * step);
    }
    this.edges = Arrays.stream(inner).distinct().toArray();
  }

  @Override
  public int size() {
    return edges.length + 3;
  }

  @Override
  public byte[] group(ComparedCells cells) {
    double[] values = cells.numbers();
    byte[] groups = new byte[values.length];
    for (int row = 0; row < groups.length; row++) {
      groups[row] = (byte) (cells.column().isMissing(row) ? missing() : bin(values[row]));
    }
    return groups;
  }

  /** The number of edges at or below {@code value}. */
  private int bin(double value) {
    if (Double.isNaN(value)) {
      return outside();
    }
    int at = Arrays.binarySearch(edges, value);
    return at >= 0 ? at + 1 : -at - 1;
  }

  @Override
  public String label(int group) {
    if (edges.length == 0) {
      return "any value";
    }
    if (group == 0) {
      return "< " + ValueText.of(edges[0], attribute);
    }
    String from = "≥ " + ValueText.of(edges[group - 1], attribute);
    return group == edges.length ? from : from + ", < " + ValueText.of(edges[group], attribute);
  }
}
