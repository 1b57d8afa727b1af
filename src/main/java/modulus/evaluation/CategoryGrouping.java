package modulus.evaluation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import modulus.table.Column;

/** The most frequent values of the real column, one group each, most frequent first. */
final class CategoryGrouping implements Grouping {
  private final Map<String, Integer> group = new HashMap<>();
  private final List<String> values;

  CategoryGrouping(Column real, int most) {
    CellValues.Keys keys = CellValues.keys(real);
    int[] counts = new int[keys.values().size()];
    String[] spelled = new String[counts.length];
    for (int row = 0; row < keys.rows().length; row++) {
      int key = keys.rows()[row];
      if (key != CellValues.Keys.MISSING && counts[key]++ == 0) {
        spelled[key] = real.text(row);
      }
    }
    List<Integer> kept =
        IntStream.range(0, counts.length)
            .filter(key -> counts[key] > 0)
            .boxed()
            .sorted(Comparator.comparingInt((Integer key) -> counts[key]).reversed())
            .limit(most)
            .toList();
    kept.forEach(key -> group.put(keys.values().get(key), group.size()));
    this.values = kept.stream().map(key -> spelled[key]).toList();
  }

  @Override
  public int size() {
    return values.size() + 2;
  }

  @Override
  public byte[] group(ComparedCells cells) {
    CellValues.Keys keys = CellValues.keys(cells.column());
    int[] of = keys.values().stream().mapToInt(key -> group.getOrDefault(key, outside())).toArray();
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
