package modulus.schema;

import java.util.List;

/**
 * A public range of one clinical quantity in one unit.
 *
 * @param names column names it goes by, in lower case, letters and digits only
 * @param basis why these limits
 */
public record ClinicalRange(
    String quantity, String unit, double low, double high, List<String> names, String basis) {
  public ClinicalRange {
    names = List.copyOf(names);
    if (!(low < high)) {
      throw new IllegalArgumentException(
          "a clinical range must have low < high but is [" + low + ", " + high + "]");
    }
  }

  boolean holds(double value) {
    return value >= low && value <= high;
  }
}
