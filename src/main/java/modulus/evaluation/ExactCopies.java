package modulus.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import modulus.schema.Attribute;
import modulus.schema.Schema;
import modulus.table.Table;

/** Rows of one table that equal a row of another in every modelled attribute. */
final class ExactCopies {
  private ExactCopies() {}

  /** The share of synthetic rows that equal a real row, by {@link RowFingerprints}. */
  static double share(Table real, Table synthetic, Schema schema, BooleanSupplier cancelled) {
    List<String> names = schema.modelled().stream().map(Attribute::name).toList();
    long[] known = RowFingerprints.of(real, names, cancelled);
    Arrays.sort(known);
    int copies = 0;
    for (long print : RowFingerprints.of(synthetic, names, cancelled)) {
      copies += Arrays.binarySearch(known, print) >= 0 ? 1 : 0;
    }
    return (double) copies / synthetic.rows();
  }
}
