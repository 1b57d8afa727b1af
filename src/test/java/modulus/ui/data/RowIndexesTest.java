package modulus.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import modulus.table.Column;
import modulus.ui.common.SmallWard;
import org.junit.jupiter.api.Test;

class RowIndexesTest {
  private static final Column AGE = SmallWard.table().columns().get(0);

  @Test
  void without_an_order_every_row_stands_at_its_own_place() {
    RowIndexes rows = new RowIndexes(1_000_000);
    assertThat(rows.get(999_999)).isEqualTo(999_999);
    assertThat(rows.indexOf(999_999)).isEqualTo(999_999);
    assertThat(rows.indexOf(1_000_000)).isEqualTo(-1);
    assertThat(rows.contains(-1)).isFalse();
  }

  @Test
  void sorting_permutes_rows_and_puts_missing_values_last_both_ways() {
    assertThat(RowIndexes.sorted(AGE, true)).containsExactly(1, 3, 0, 2);
    assertThat(RowIndexes.sorted(AGE, false)).containsExactly(0, 3, 1, 2);
  }

  @Test
  void a_shown_order_is_what_the_list_holds() {
    RowIndexes rows = new RowIndexes(4);
    rows.show(new int[] {1, 3, 0, 2});
    assertThat(rows).containsExactly(1, 3, 0, 2);
    assertThat(rows.indexOf(0)).isEqualTo(2);
    rows.show(null);
    assertThat(rows).containsExactly(0, 1, 2, 3);
  }
}
