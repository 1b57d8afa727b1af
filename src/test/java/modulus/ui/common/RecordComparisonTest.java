package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What stands in a record is compared once before the window does, however deep it lies. */
class RecordComparisonTest {
  private static final AtomicInteger COMPARED = new AtomicInteger();

  private record Inner(int value) {
    @Override
    public boolean equals(Object other) {
      COMPARED.incrementAndGet();
      return other instanceof Inner that && that.value == value;
    }

    @Override
    public int hashCode() {
      return value;
    }
  }

  private record Middle(String name, Inner inner) {}

  private record Outer(Middle middle, int[] numbers) {}

  @Test
  void records_inside_a_record_are_reached_and_nothing_else_is_touched() {
    COMPARED.set(0);
    RecordComparison.link(new Outer(new Middle("a", new Inner(1)), new int[0]));
    assertThat(COMPARED).hasValue(1);
    RecordComparison.link(new Outer(new Middle("a", null), null));
    RecordComparison.link("no record");
    RecordComparison.link(null);
    assertThat(COMPARED).hasValue(1);
  }
}
