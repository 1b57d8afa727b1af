package modulus.certificate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is treated as public of the table, and the size of the synthetic one.
 *
 * @param records n₀ ≥ 2, the declared number of patients
 * @param syntheticRows m ≥ 1
 * @param attributes in file order, at least one of them released, no name twice
 */
public record TableFacts(int records, int syntheticRows, List<AttributeFacts> attributes) {
  public TableFacts {
    attributes = List.copyOf(attributes);
    Require.atLeast("records", 2, records);
    Require.atLeast("syntheticRows", 1, syntheticRows);
    if (attributes.stream().noneMatch(a -> a.kind().released())) {
      throw new IllegalArgumentException(
          "at least one attribute must be released but none of " + attributes.size() + " is");
    }
    Set<String> names = new HashSet<>();
    attributes.forEach(
        a -> {
          if (!names.add(a.name())) {
            throw new IllegalArgumentException(
                "attribute names must be distinct but '" + a.name() + "' repeats");
          }
        });
  }

  /** The learned columns of the synthetic table. */
  public List<AttributeFacts> released() {
    return attributes.stream().filter(a -> a.kind().released()).toList();
  }

  /** In how many columns serial numbers stand in the place of an identifier. */
  public int numbered() {
    return (int) attributes.stream().filter(AttributeFacts::numbered).count();
  }

  /** Whether nothing said of any attribute was read from the data. */
  public boolean domainsCovered() {
    return attributes.stream().allMatch(AttributeFacts::covered);
  }
}
