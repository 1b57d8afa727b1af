package modulus.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryColumnTest {

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
