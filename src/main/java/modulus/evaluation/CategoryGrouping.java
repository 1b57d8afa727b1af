package modulus.evaluation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import modulus.table.CellLooks;

/** The most frequent values of the real column, one group each, most frequent first. */
final class CategoryGrouping implements Grouping {
  private final Map<String, Integer> group = new HashMap<>();
  private final List<String> values;

  /**
   * @throws CancellationException if cancelled
   */
  CategoryGrouping(ComparedCells real, int most) {
    CellLooks looks = real.looks();
    CellValues.Keys keys = real.keys();
    int[] counts = new int[keys.values().size()];
    String[] spelled = new String[counts.length];
    for (int row = 0; row < keys.rows().length; row++) {
      looks.cell();
      int key = keys.rows()[row];
      if (key != CellValues.Keys.MISSING && counts[key]++ == 0) {
        spelled[key] = real.column().text(row);
      }
    }
    List<Integer> kept = mostFrequent(counts, most, looks);
    kept.forEach(key -> group.put(keys.values().get(key), group.size()));
    this.values = kept.stream().map(key -> spelled[key]).toList();
  }

  /** Of equally frequent keys the first come first. */
  private static List<Integer> mostFrequent(int[] counts, int most, CellLooks looks) {
    Comparator<Integer> rarest =
        Comparator.<Integer>comparingInt(key -> counts[key])
            .thenComparing(Comparator.reverseOrder());
    PriorityQueue<Integer> kept = new PriorityQueue<>(rarest);
    for (int key = 0; key < counts.length; key++) {
      looks.cell();
      if (counts[key] > 0) {
        kept.add(key);
        if (kept.size() > most) {
          kept.remove();
        }
      }
    }
    return kept.stream().sorted(rarest.reversed()).toList();
  }

  @Override
  public int size() {
    return values.size() + 2;
  }

  @Override
  public byte[] group(ComparedCells cells) {
    CellLooks looks = cells.looks();
    CellValues.Keys keys = cells.keys();
    int[] of = new int[keys.values().size()];
    for (int key = 0; key < of.length; key++) {
      looks.cell();
      of[key] = group.getOrDefault(keys.values().get(key), outside());
    }
    byte[] groups = new byte[keys.rows().length];
    for (int row = 0; row < groups.length; row++) {
      int key = keys.rows()[row];
      groups[row] = (byte) (key == CellValues.Keys.MISSING ? missing() : of[key]);
    }
    return groups;
  }

  @Override
  public String label(int group) {
    return values.get(group);
  }
}
