package modulus.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By what a table is recognised without telling anything about it: HMAC-SHA-256 under a secret key
 * over its columns' names, its number of rows and the sum modulo 2²⁵⁶ of the rows' HMACs. It does
 * not change with the order of rows or columns, the file's name or how numbers are spelled; it
 * changes with every value.
 *
 * <p>Without the key the rows' HMACs are as good as random, so two different tables, chosen without
 * it, agree with probability at most 2⁻²²⁵: their sums differ by Σ cᵢhᵢ with some multiplicity 0 <
 * |cᵢ| < 2³¹, which is uniform over the multiples of a power of two below 2³¹. (Finding a collision
 * by Wagner's generalised birthday method would need the HMACs themselves, that is, the key.)
 */
public final class TableFingerprint {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int WORDS = 4;
  private static final int ROWS_AT_A_TIME = 1_000;
  private static final byte MISSING = 0;
  private static final byte NUMBER = 1;
  private static final byte TEXT = 2;

  private final Mac mac;

  private TableFingerprint(byte[] key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param key 256 random bits, not to leave the house
   * @return 64 hexadecimal digits
   */
  public static String of(Table table, byte[] key) {
    return of(table, key, () -> {});
  }

  /**
   * The same, which takes seconds for a large table.
   *
   * @param between called before every {@value #ROWS_AT_A_TIME} rows; what it throws ends the work
   */
  public static String of(Table table, byte[] key, Runnable between) {
    return new TableFingerprint(key).of(table, between);
  }

  /**
   * Of the file the table was read from, which does not change with the way it is read.
   *
   * @param key 256 random bits, not to leave the house
   * @return 64 hexadecimal digits; empty where the table is no whole file
   */
  public static Optional<String> ofSource(Table table, byte[] key) {
    return table.source().map(source -> new TableFingerprint(key).of(source));
  }

  private String of(SourceDigest source) {
    mac.update((byte) 'f'); // no row and no table begins so
    return HexFormat.of().formatHex(mac.doFinal(source.bytes()));
  }

  private String of(Table table, Runnable between) {
    List<Cells> columns =
        table.columns().stream()
            .sorted(Comparator.comparing(Column::name))
            .map(this::cells)
            .toList();
    long[] sum = new long[WORDS];
    for (int row = 0; row < table.rows(); row++) {
      if (row % ROWS_AT_A_TIME == 0) {
        between.run();
      }
      mac.update((byte) 'r');
      for (Cells cells : columns) {
        cells.update(row);
      }
      add(sum, mac.doFinal());
    }
    mac.update((byte) 't');
    table.columns().stream().map(Column::name).sorted().forEach(this::text);
    ByteBuffer end = ByteBuffer.allocate(Integer.BYTES + WORDS * Long.BYTES).putInt(table.rows());
    for (long word : sum) {
      end.putLong(word);
    }
    mac.update(end.array());
    return HexFormat.of().formatHex(mac.doFinal());
  }

  /** Puts a row's cell into the HMAC. */
  @FunctionalInterface
  private interface Cells {
    void update(int row);
  }

  /** A number is one whether or not the other cells of its column are. */
  private Cells cells(Column column) {
    if (column instanceof NumberColumn numbers) {
      return row -> cell(column.isMissing(row), numbers.value(row), "");
    }
    CategoryColumn texts = (CategoryColumn) column;
    IntToDoubleFunction numbers = texts.plainNumber();
    return row -> {
      boolean missing = texts.isMissing(row);
      double number = missing ? Double.NaN : numbers.applyAsDouble(texts.code(row));
      cell(missing, number, texts.text(row));
    };
  }

  private void cell(boolean missing, double number, String text) {
    if (missing) {
      mac.update(MISSING);
    } else if (Double.isNaN(number)) {
      mac.update(TEXT);
      text(text);
    } else {
      mac.update(NUMBER);
      // + 0.0 makes one zero of the two
      mac.update(ByteBuffer.allocate(Double.BYTES).putDouble(number + 0.0).array());
    }
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    mac.update(bytes);
  }

  /** Addition modulo 2²⁵⁶, the first word the most significant. */
  private static void add(long[] sum, byte[] digest) {
    ByteBuffer words = ByteBuffer.wrap(digest);
    long carry = 0;
    for (int i = WORDS - 1; i >= 0; i--) {
      long word = words.getLong(i * Long.BYTES);
      long partial = sum[i] + word;
      long total = partial + carry;
      boolean over =
          Long.compareUnsigned(partial, word) < 0 || Long.compareUnsigned(total, partial) < 0;
      sum[i] = total;
      carry = over ? 1 : 0;
    }
  }
}
