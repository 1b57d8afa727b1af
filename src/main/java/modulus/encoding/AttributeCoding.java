package modulus.encoding;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import modulus.schema.Attribute;
import modulus.table.Column;

/** How one attribute's values become fine codes and back. A missing value is the last code. */
sealed interface AttributeCoding permits CategoryCoding, GridCoding {

  Attribute attribute();

  /** Number of fine codes. */
  int size();

  /** The grid of a numeric or date attribute. */
  Optional<CellGrid> grid();

  /**
   * Writes one code per row of {@code column} and, for a numeric or date attribute, u of privacy.md
   * section 2 (NaN when missing).
   *
   * @param unit null for a categorical attribute
   * @param cancelled looked at every few thousand dates
   * @throws CancellationException if cancelled
   */
  void encode(Column column, short[] codes, float[] unit, BooleanSupplier cancelled);

  /** One value per code, with {@code random} choosing inside a cell. */
  Column decode(short[] codes, UniformDraw random);

  /** The code of a missing value, or −1 where none is allowed. */
  default int missingCode() {
    return attribute().missingAllowed() ? size() - 1 : -1;
  }

  static AttributeCoding of(Attribute attribute) {
    return attribute.domain() instanceof modulus.schema.Domain.Categorical
        ? new CategoryCoding(attribute)
        : new GridCoding(attribute);
  }
}
