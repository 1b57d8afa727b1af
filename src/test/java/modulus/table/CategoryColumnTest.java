package modulus.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CategoryColumnTest {

  /** {@link OwnText} says when two cells are one value; patients are counted so. */
  @Property
  void there_are_as_many_values_as_own_texts(
      @ForAll @Size(min = 1, max = 12) List<@From("cells") String> cells,
      @ForAll boolean decimalComma) {
    List<String> dictionary = cells.stream().distinct().toList();
    int rows = dictionary.size();
    int[] codes = IntStream.range(0, rows).toArray();
    CategoryColumn column =
        new CategoryColumn("x", dictionary, CodeArray.of(codes, rows), decimalComma);

    IntFunction<String> own = OwnText.of(column, () -> false);

    assertThat(column.distinctValues())
        .isEqualTo(IntStream.range(0, rows).mapToObj(own).distinct().count());
  }

  /** Short, so that some are one number and some are spelled like another one. */
  @Provide
  Arbitrary<String> cells() {
    return Arbitraries.strings().withChars("0.,-+7eX").ofMinLength(1).ofMaxLength(4);
  }

  @Test
  void spelling_the_cells_ends_within_a_few_thousand_of_the_cancel() {
    List<String> cells = IntStream.range(0, 3 * CellLooks.CELLS).mapToObj(i -> "p" + i).toList();
    CategoryColumn column =
        new CategoryColumn("x", cells, IntStream.range(0, cells.size()).toArray());
    AtomicBoolean cancelled = new AtomicBoolean();

    IntFunction<String> own = OwnText.of(column, cancelled::get);

    assertThat(own.apply(0)).isEqualTo("p0");
    cancelled.set(true);
    assertThatThrownBy(() -> IntStream.range(1, CellLooks.CELLS + 1).mapToObj(own).toList())
        .isInstanceOf(CancellationException.class);
  }

  /** 7,5 and 7,50 are one number; spelled with a point it is the text 7.5 as well. */
  @Test
  void values_that_are_one_number_count_once_with_a_text_that_is_spelled_like_it() {
    List<String> cells = List.of("7,5", "7,50", "7.5", "007", "word", "nowhere");
    CategoryColumn column =
        new CategoryColumn("x", cells, CodeArray.of(new int[] {0, 1, 2, 3, 4, 4, -1}, 6), true);
    assertThat(column.distinctValues()).isEqualTo(3);
  }

  @Test
  void of_words_those_that_occur_count() {
    CategoryColumn column =
        new CategoryColumn("x", List.of("a", "b", "c"), new int[] {0, 2, 0, -1});
    assertThat(column.distinctValues()).isEqualTo(2);
  }
}
