package modulus.ui.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.chart.Axis.TickMark;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.text.Text;
import modulus.ui.common.LinearAxis;

/**
 * Bars that lie one below the other, with the values' names at the left. Where there is no room for
 * all names, some go first, then the uppermost.
 */
final class LyingBars extends BarChart<Number, String> {
  private static final double LINE_PER_LETTER = 1.15;
  private static final double LARGEST_GAP = 60;
  private static final double SMALLEST_GAP = 3;

  private final CategoryAxis names;
  private final List<String> first;

  /**
   * @param attribute whose values are named
   * @param bars how many there are of each table, ≥ 1
   * @param first names that are shown before any other, the most important first
   */
  LyingBars(LinearAxis shares, String attribute, int bars, List<String> first) {
    this(shares, new CategoryAxis(), first);
    names.setAnimated(false);
    names.setTickLabelGap(0);
    names.setLabel(attribute);
    setBarGap(1);
    setCategoryGap(Math.max(SMALLEST_GAP, LARGEST_GAP / bars));
  }

  private LyingBars(LinearAxis shares, CategoryAxis names, List<String> first) {
    super(shares, names);
    this.names = names;
    this.first = List.copyOf(first);
  }

  @Override
  protected void layoutPlotChildren() {
    super.layoutPlotChildren();
    double line = LINE_PER_LETTER * names.getTickLabelFont().getSize();
    List<Double> taken = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    for (TickMark<String> mark : byImportance(names.getTickMarks())) {
      boolean room = taken.stream().allMatch(at -> Math.abs(at - mark.getPosition()) >= line);
      mark.setTextVisible(room);
      if (room) {
        taken.add(mark.getPosition());
        shown.add(mark.getValue());
      }
    }
    // the axis would take the marks' word at its next layout only
    for (Node child : names.getChildrenUnmodifiable()) {
      if (child instanceof Text name) {
        name.setVisible(shown.contains(name.getText()));
      }
    }
  }

  private List<TickMark<String>> byImportance(List<TickMark<String>> marks) {
    return marks.stream()
        .sorted(
            Comparator.<TickMark<String>>comparingInt(mark -> rank(mark.getValue()))
                .thenComparingDouble(TickMark::getPosition))
        .toList();
  }

  private int rank(String name) {
    int rank = first.indexOf(name);
    return rank < 0 ? first.size() : rank;
  }
}
