package modulus.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TableFingerprintTest {
  private static final byte[] KEY = new byte[32];
  private static final Table TABLE = table(new double[] {70, 34, 0, 51}, new int[] {0, 1, 1, 0});

  private static Table table(double[] ages, int[] sexes) {
    BitSet missing = new BitSet();
    missing.set(2);
    return new Table(
        List.of(
            new NumberColumn("age", ages, missing, 0),
            new CategoryColumn("sex", List.of("f", "m"), sexes)));
  }

  private static String of(Table table) {
    return TableFingerprint.of(table, KEY);
  }

  @Test
  void it_does_not_change_with_the_order_of_rows_or_columns() {
    assertThat(of(TABLE.select(new int[] {3, 1, 0, 2}))).isEqualTo(of(TABLE));
    assertThat(of(new Table(List.of(TABLE.columns().get(1), TABLE.columns().get(0)))))
        .isEqualTo(of(TABLE));
  }

  @Test
  void it_does_not_change_with_spelling() {
    Table other =
        new Table(
            List.of(
                new NumberColumn(
                    "age",
                    new double[] {70, 34, 99, 51},
                    ((NumberColumn) TABLE.columns().get(0)).isMissing(2) ? bit(2) : bit(0),
                    2),
                new CategoryColumn("sex", List.of("m", "f", "x"), new int[] {1, 0, 0, 1})));
    assertThat(of(other)).isEqualTo(of(TABLE));
  }

  /** A single word makes a column one of text; a program that saves it anew writes 7 for 7.0. */
  @Test
  void it_does_not_change_with_spelling_in_a_column_that_holds_words_too() {
    int[] codes = {0, 1, 2};
    Table as = one(new CategoryColumn("dose", List.of("7.0", "unknown", "1.50"), codes));
    Table anew = one(new CategoryColumn("dose", List.of("7", "unknown", "1.5"), codes));
    assertThat(of(anew)).isEqualTo(of(as));
    assertThat(of(one(new CategoryColumn("dose", List.of("007", "unknown", "1.5"), codes))))
        .as("007 is a code")
        .isNotEqualTo(of(as));
    assertThat(of(one(new CategoryColumn("dose", List.of("7", "12", "1.5"), codes))))
        .as("numbers alone, however the column was read")
        .isEqualTo(of(one(new NumberColumn("dose", new double[] {7, 12, 1.5}, new BitSet(), 1))));
  }

  private static Table one(Column column) {
    return new Table(List.of(column));
  }

  private static BitSet bit(int at) {
    BitSet bits = new BitSet();
    bits.set(at);
    return bits;
  }

  @Test
  void it_changes_with_a_value_a_missing_cell_a_name_and_the_key() {
    assertThat(of(table(new double[] {71, 34, 0, 51}, new int[] {0, 1, 1, 0})))
        .isNotEqualTo(of(TABLE));
    assertThat(of(table(new double[] {70, 34, 0, 51}, new int[] {0, 1, 1, 1})))
        .isNotEqualTo(of(TABLE));
    assertThat(of(table(new double[] {70, 34, 0, 51}, new int[] {0, 1, -1, 0})))
        .isNotEqualTo(of(TABLE));
    Table renamed =
        new Table(
            List.of(
                TABLE.columns().get(0),
                new CategoryColumn("gender", List.of("f", "m"), new int[] {0, 1, 1, 0})));
    assertThat(of(renamed)).isNotEqualTo(of(TABLE));
    byte[] key = new byte[32];
    key[31] = 1;
    assertThat(TableFingerprint.of(TABLE, key)).isNotEqualTo(of(TABLE));
  }

  @Test
  void it_counts_rows_that_repeat() {
    assertThat(of(TABLE.select(new int[] {0, 0, 1, 2, 3}))).isNotEqualTo(of(TABLE));
    assertThat(of(TABLE.select(new int[] {0, 0, 1})))
        .isNotEqualTo(of(TABLE.select(new int[] {0, 1, 1})));
  }

  @Test
  void values_that_swap_places_between_rows_change_it() {
    assertThat(of(table(new double[] {34, 70, 0, 51}, new int[] {0, 1, 1, 0})))
        .isNotEqualTo(of(TABLE));
  }

  @Test
  void it_is_given_up_between_two_thousands_of_rows() {
    Table large = new Table(List.of(new NumberColumn("age", new double[2_500], new BitSet(), 0)));
    AtomicInteger looks = new AtomicInteger();
    assertThat(TableFingerprint.of(large, KEY, looks::incrementAndGet)).isEqualTo(of(large));
    assertThat(looks).hasValue(3);
    Runnable stopping =
        () -> {
          if (looks.incrementAndGet() == 5) {
            throw new CancellationException();
          }
        };
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> TableFingerprint.of(large, KEY, stopping));
    assertThat(looks).hasValue(5);
  }
}
