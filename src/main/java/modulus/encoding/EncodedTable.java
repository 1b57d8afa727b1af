package modulus.encoding;

import java.util.Arrays;
import java.util.Optional;

/**
 * n encoded records: fine codes and, for numeric and date attributes, the exact position u in the
 * declared range (privacy.md, section 2).
 */
public final class EncodedTable {
  private final CodedTable codes;
  private final float[][] units;

  /**
   * @param units per attribute null (categorical) or n values in [0, 1], NaN when missing; not
   *     copied, not to be changed afterwards
   */
  EncodedTable(CodedTable codes, float[][] units) {
    if (units.length != codes.attributes()) {
      throw new IllegalArgumentException(
          "need one entry per attribute: "
              + codes.attributes()
              + " attributes, "
              + units.length
              + " entries");
    }
    this.codes = codes;
    this.units = units;
  }

  /**
   * These records and {@code more} of the same coding after them.
   *
   * @throws IllegalArgumentException if the codings differ
   */
  public EncodedTable followedBy(EncodedTable more) {
    CodedTable all = codes.followedBy(more.codes);
    float[][] joined = new float[units.length][];
    for (int j = 0; j < joined.length; j++) {
      if (units[j] != null) {
        joined[j] = Arrays.copyOf(units[j], all.rows());
        System.arraycopy(more.units[j], 0, joined[j], rows(), more.rows());
      }
    }
    return new EncodedTable(all, joined);
  }

  public int rows() {
    return codes.rows();
  }

  /** The fine codes. */
  public CodedTable codes() {
    return codes;
  }

  /**
   * u of a numeric or date attribute: n values in [0, 1], NaN when missing; for bulk reading only.
   * Empty for a categorical attribute.
   */
  public Optional<float[]> unit(int attribute) {
    return Optional.ofNullable(units[attribute]);
  }
}
