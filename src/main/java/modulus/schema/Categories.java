package modulus.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import modulus.table.CellLooks;

/** Chooses the categories of a domain from counted values. */
final class Categories {
  /** Beyond this many only the most frequent are kept, the rest becomes "other". */
  static final int MAX = 1000;

  private Categories() {}

  /** A value and how often it occurs. */
  record Counted(String text, int count) {}

  /**
   * @param looks at every comparison of one of many values
   */
  static Proposal propose(List<Counted> found, CellLooks looks, SchemaWarning... warnings) {
    List<SchemaWarning> all = new ArrayList<>(List.of(warnings));
    List<Counted> kept = found;
    boolean other = found.size() > MAX;
    if (other) {
      all.add(SchemaWarning.HIGH_CARDINALITY);
      kept =
          found.stream()
              // the further category has this name: its own cells count with the rest
              .filter(value -> !value.text().equals(Domain.Categorical.OTHER))
              .sorted(looking(looks))
              .limit(MAX)
              .toList();
    }
    List<String> names = kept.stream().map(Counted::text).sorted(order(kept)).toList();
    return new Proposal(
        new Domain.Categorical(names, other), DomainOrigin.READ_FROM_DATA, List.copyOf(all));
  }

  /** The most frequent first. */
  private static Comparator<Counted> looking(CellLooks looks) {
    Comparator<Counted> order =
        Comparator.comparingInt(Counted::count).reversed().thenComparing(Counted::text);
    return (one, other) -> {
      looks.cell();
      return order.compare(one, other);
    };
  }

  /** Numbers by size, anything else by the alphabet; never by order of appearance in the file. */
  private static Comparator<String> order(List<Counted> values) {
    try {
      for (Counted value : values) {
        Double.parseDouble(value.text());
      }
      return Comparator.comparingDouble((String text) -> Double.parseDouble(text))
          .thenComparing(Comparator.naturalOrder());
    } catch (NumberFormatException e) {
      return Comparator.naturalOrder();
    }
  }
}
