package modulus.workbench.project;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import modulus.table.CategoryColumn;
import modulus.table.Column;
import modulus.table.NumberColumn;
import modulus.table.Table;

/**
 * A table as bytes, column by column, big-endian; reading gives exactly the table written. Sizes
 * are checked before anything is allocated.
 */
final class TableBytes {
  /** A table of more cells is neither written nor read. */
  static final long MOST_CELLS = 100_000_000;

  private static final int MAGIC = 0x4d4f4454;
  private static final int LONGEST_TEXT = 1 << 20;
  private static final int NUMBER = 1;
  private static final int CATEGORY = 2;

  private TableBytes() {}

  static boolean fits(Table table) {
    return (long) table.rows() * table.columns().size() <= MOST_CELLS;
  }

  static void write(Table table, OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    out.writeInt(MAGIC);
    out.writeInt(table.rows());
    out.writeInt(table.columns().size());
    for (Column column : table.columns()) {
      if (column instanceof NumberColumn numbers) {
        write(numbers, out);
      } else if (column instanceof CategoryColumn categories) {
        write(categories, out);
      }
    }
    out.flush();
  }

  private static void write(NumberColumn column, DataOutputStream out) throws IOException {
    out.writeByte(NUMBER);
    text(column.name(), out);
    out.writeByte(column.decimals());
    for (int row = 0; row < column.rows(); row++) {
      boolean missing = column.isMissing(row);
      out.writeBoolean(missing);
      out.writeDouble(missing ? 0 : column.value(row));
    }
  }

  private static void write(CategoryColumn column, DataOutputStream out) throws IOException {
    out.writeByte(CATEGORY);
    text(column.name(), out);
    out.writeInt(column.dictionary().size());
    for (String value : column.dictionary()) {
      text(value, out);
    }
    for (int row = 0; row < column.rows(); row++) {
      out.writeInt(column.code(row));
    }
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * @throws IOException if the bytes are no table or end early
   */
  static Table read(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(from);
    require(in.readInt() == MAGIC, "it does not begin like one");
    int rows = in.readInt();
    int columns = in.readInt();
    require(rows >= 0 && columns >= 1 && (long) rows * columns <= MOST_CELLS, "its size");
    List<Column> read = new ArrayList<>();
    try {
      for (int i = 0; i < columns; i++) {
        read.add(column(in, rows));
      }
      return new Table(read);
    } catch (IllegalArgumentException e) {
      throw new IOException("no table: a column is out of its domain", e);
    }
  }

  private static Column column(DataInputStream in, int rows) throws IOException {
    int kind = in.readByte();
    String name = text(in);
    if (kind == NUMBER) {
      int decimals = in.readByte();
      double[] values = new double[rows];
      BitSet missing = new BitSet(rows);
      for (int row = 0; row < rows; row++) {
        missing.set(row, in.readBoolean());
        values[row] = in.readDouble();
      }
      return new NumberColumn(name, values, missing, decimals);
    }
    require(kind == CATEGORY, "a column of no known kind");
    int size = in.readInt();
    require(size >= 0 && size <= MOST_CELLS, "the size of a dictionary");
    List<String> dictionary = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      dictionary.add(text(in));
    }
    int[] codes = new int[rows];
    for (int row = 0; row < rows; row++) {
      codes[row] = in.readInt();
    }
    return new CategoryColumn(name, dictionary, codes);
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    require(length >= 0 && length <= LONGEST_TEXT, "the length of a text");
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void require(boolean holds, String what) throws IOException {
    if (!holds) {
      throw new IOException("no table: " + what);
    }
  }
}
