package modulus.encoding;

import java.util.Arrays;
import java.util.List;

/**
 * n records over k discrete attributes, column by column: attribute j takes codes 0 … size(j) − 1.
 * A missing value, where allowed, is the attribute's last code.
 */
public final class CodedTable {
  private final int rows;
  private final int[] sizes;
  private final short[][] codes;

  /**
   * @param sizes codes per attribute, each in 1 … 32,767
   * @param codes k columns of n codes; not copied, not to be changed afterwards
   * @throws IllegalArgumentException if a shape does not fit or a code is out of range
   */
  public CodedTable(int rows, int[] sizes, short[][] codes) {
    if (sizes.length != codes.length) {
      throw new IllegalArgumentException(
          "need one column per attribute: "
              + sizes.length
              + " sizes, "
              + codes.length
              + " columns");
    }
    for (int j = 0; j < codes.length; j++) {
      if (codes[j].length != rows) {
        throw new IllegalArgumentException(
            "column " + j + " must have " + rows + " rows but has " + codes[j].length);
      }
      for (short code : codes[j]) {
        if (code < 0 || code >= sizes[j]) {
          throw new IllegalArgumentException(
              "codes of attribute " + j + " must lie in [0, " + (sizes[j] - 1) + "]");
        }
      }
    }
    this.rows = rows;
    this.sizes = sizes.clone();
    this.codes = codes;
  }

  public int rows() {
    return rows;
  }

  public int attributes() {
    return sizes.length;
  }

  /** Number of codes of attribute {@code attribute}. */
  public int size(int attribute) {
    return sizes[attribute];
  }

  public int[] sizes() {
    return sizes.clone();
  }

  /** Sum of all sizes: the number p of one-hot inputs. */
  public int totalSize() {
    int total = 0;
    for (int size : sizes) {
      total += size;
    }
    return total;
  }

  /**
   * The same attributes, {@code more} after these rows.
   *
   * @throws IllegalArgumentException if the sizes differ
   */
  public CodedTable followedBy(CodedTable more) {
    if (!Arrays.equals(sizes, more.sizes)) {
      throw new IllegalArgumentException("both tables must have the same sizes");
    }
    short[][] joined = new short[codes.length][];
    for (int j = 0; j < joined.length; j++) {
      joined[j] = Arrays.copyOf(codes[j], rows + more.rows);
      System.arraycopy(more.codes[j], 0, joined[j], rows, more.rows);
    }
    return new CodedTable(rows + more.rows, sizes, joined);
  }

  public int code(int row, int attribute) {
    return codes[attribute][row];
  }

  /** The column itself, for bulk reading only; length n. */
  public short[] column(int attribute) {
    return codes[attribute];
  }

  /** The attributes' columns, for bulk reading only. */
  public List<short[]> columns() {
    return List.of(codes);
  }
}
