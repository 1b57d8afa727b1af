package modulus.encoding;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * φ of privacy.md, section 2: every attribute's values lie within distance 1 of each other, so that
 * ρ ≤ Δ = √k over k attributes. A categorical attribute is one-hot/√2; a number by its place u in
 * the declared range ({@link CellGrid#unit}): u alone, or (u, f) with f = 0 when present and (1/2,
 * √3/2) when missing.
 */
public final class Embedding {
  /** 1/√2 as a float, rounded down: two different one-hot blocks are at distance ≤ 1. */
  static final float ONE_HOT = 0.70710677f;

  /** √3/2 as a float, rounded down. */
  static final float MISSING_FLAG = 0.8660254f;

  private final int[] offsets;
  private final boolean[] numeric;
  private final boolean[] flagged;
  private final int width;
  private final int dimension;

  private Embedding(int[] sizes, boolean[] numeric, boolean[] flagged) {
    this.numeric = numeric;
    this.flagged = flagged;
    this.offsets = new int[sizes.length];
    int components = 0;
    int entries = 0;
    for (int j = 0; j < sizes.length; j++) {
      offsets[j] = components;
      components += !numeric[j] ? sizes[j] : flagged[j] ? 2 : 1;
      entries += flagged[j] ? 2 : 1;
    }
    this.dimension = components;
    this.width = entries;
  }

  /** Numbers and dates by their position u, categories one-hot. */
  public static Embedding of(FineCoding coding) {
    int attributes = coding.sizes().length;
    boolean[] numeric = new boolean[attributes];
    boolean[] flagged = new boolean[attributes];
    for (int j = 0; j < attributes; j++) {
      numeric[j] = coding.grid(j).isPresent();
      flagged[j] = numeric[j] && coding.missingCode(j) >= 0;
    }
    return new Embedding(coding.sizes(), numeric, flagged);
  }

  /** Every attribute one-hot/√2 over its coarse bins. */
  public static Embedding oneHot(int[] sizes) {
    return new Embedding(sizes, new boolean[sizes.length], new boolean[sizes.length]);
  }

  /** p. */
  public int dimension() {
    return dimension;
  }

  /** Stored entries per record. */
  public int width() {
    return width;
  }

  /** Δ = √k, the largest ρ of two records. */
  public double diameter() {
    return Math.sqrt(offsets.length);
  }

  /** The first component of {@code attribute}'s block. */
  public int offset(int attribute) {
    return offsets[attribute];
  }

  /** {@link #apply(EncodedTable, BooleanSupplier)} to the end. */
  public SparseInputs apply(EncodedTable table) {
    return apply(table, () -> false);
  }

  /**
   * φ of every record.
   *
   * @throws IllegalArgumentException if a numeric attribute has no positions u
   * @throws CancellationException if cancelled; looked at per attribute
   */
  public SparseInputs apply(EncodedTable table, BooleanSupplier cancelled) {
    float[][] units = new float[offsets.length][];
    for (int j = 0; j < offsets.length; j++) {
      units[j] = numeric[j] ? table.unit(j).orElseThrow() : null;
    }
    return fill(table.codes(), units, cancelled);
  }

  /** {@link #apply(CodedTable, BooleanSupplier)} to the end. */
  public SparseInputs apply(CodedTable coarse) {
    return apply(coarse, () -> false);
  }

  /**
   * φ of every record of coarse codes; for an embedding made by {@link #oneHot}.
   *
   * @throws IllegalArgumentException if an attribute is embedded by its position
   * @throws CancellationException if cancelled; looked at per attribute
   */
  public SparseInputs apply(CodedTable coarse, BooleanSupplier cancelled) {
    for (boolean byPosition : numeric) {
      if (byPosition) {
        throw new IllegalArgumentException("numeric attributes need their positions, not bins");
      }
    }
    return fill(coarse, new float[offsets.length][], cancelled);
  }

  private SparseInputs fill(CodedTable codes, float[][] units, BooleanSupplier cancelled) {
    if (codes.attributes() != offsets.length) {
      throw new IllegalArgumentException(
          "records must have " + offsets.length + " attributes but have " + codes.attributes());
    }
    int rows = codes.rows();
    int[] indices = new int[Math.multiplyExact(rows, width)];
    float[] values = new float[indices.length];
    int entry = 0;
    for (int j = 0; j < offsets.length; j++) {
      Cancellation.check(cancelled);
      if (numeric[j]) {
        fillNumeric(j, entry, units[j], indices, values);
      } else {
        short[] column = codes.column(j);
        for (int row = 0; row < rows; row++) {
          indices[row * width + entry] = offsets[j] + column[row];
          values[row * width + entry] = ONE_HOT;
        }
      }
      entry += flagged[j] ? 2 : 1;
    }
    Cancellation.check(cancelled);
    return new SparseInputs(rows, width, dimension, indices, values);
  }

  private void fillNumeric(int j, int entry, float[] unit, int[] indices, float[] values) {
    for (int row = 0; row < unit.length; row++) {
      int at = row * width + entry;
      boolean missing = Float.isNaN(unit[row]);
      indices[at] = offsets[j];
      values[at] = missing ? 0.5f : unit[row];
      if (flagged[j]) {
        indices[at + 1] = offsets[j] + 1;
        values[at + 1] = missing ? MISSING_FLAG : 0;
      }
    }
  }

  @Override
  public String toString() {
    return "Embedding(p = " + dimension + ", offsets = " + Arrays.toString(offsets) + ")";
  }
}
