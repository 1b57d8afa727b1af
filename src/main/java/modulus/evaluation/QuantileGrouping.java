package modulus.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import modulus.schema.Attribute;

/**
 * Bins of about equal mass in the real column; the outer ones are open. A value that holds so much
 * of the mass that several quantiles fall on it has a bin of its own: in a column of mostly zeros
 * all the others would else be in one bin with them, and no difference would be seen.
 */
final class QuantileGrouping implements Grouping {

  /**
   * Where a bin ends and the next begins.
   *
   * @param value belongs to the upper bin, or else to the lower
   */
  private record Edge(double value, boolean upper) {
    /** The least number of the upper bin. */
    double least() {
      return upper ? value : Math.nextUp(value);
    }
  }

  private final Attribute attribute;
  private final List<Edge> edges;
  private final double[] least;

  QuantileGrouping(ComparedCells real, int bins) {
    this.attribute = real.attribute();
    this.edges = edges(real.sorted(), bins);
    this.least = edges.stream().mapToDouble(Edge::least).toArray();
  }

  /** Ascending, at most one fewer than there are bins. */
  private static List<Edge> edges(double[] sorted, int bins) {
    List<Edge> edges = new ArrayList<>();
    if (sorted.length == 0) {
      return edges;
    }
    double[] quantiles =
        IntStream.rangeClosed(0, bins)
            .mapToDouble(i -> Quantiles.of(sorted, (double) i / bins))
            .toArray();
    for (int i = 1; i < bins; i++) {
      if (quantiles[i] > quantiles[i - 1]) {
        edges.add(new Edge(quantiles[i], true));
      } else if (quantiles[i] < quantiles[i + 1]) {
        edges.add(new Edge(quantiles[i], false));
      }
    }
    return edges;
  }

  @Override
  public int size() {
    return edges.size() + 3;
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
    int at = Arrays.binarySearch(least, value);
    return at >= 0 ? at + 1 : -at - 1;
  }

  @Override
  public String label(int group) {
    if (edges.isEmpty()) {
      return "any value";
    }
    if (group == 0) {
      return to(edges.get(0));
    }
    Edge from = edges.get(group - 1);
    if (group == edges.size()) {
      return from(from);
    }
    Edge to = edges.get(group);
    return from.value() == to.value() ? text(from) : from(from) + ", " + to(to);
  }

  private String from(Edge edge) {
    return (edge.upper() ? "≥ " : "> ") + text(edge);
  }

  private String to(Edge edge) {
    return (edge.upper() ? "< " : "≤ ") + text(edge);
  }

  private String text(Edge edge) {
    return ValueText.of(edge.value(), attribute);
  }
}
