package modulus.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CategoryLinesTest {
  @Test
  void a_category_with_a_line_break_stays_one_line_and_one_category() {
    List<String> categories = List.of("heart failure\nwith oedema", "a\r\nb", "plain");
    assertThat(CategoryLines.of(categories).lines())
        .containsExactly("heart failure␊with oedema", "a␍␊b", "plain");
    assertThat(CategoryLines.read(CategoryLines.of(categories))).isEqualTo(categories);
  }

  @Test
  void blanks_at_the_ends_and_empty_lines_are_not_categories() {
    assertThat(CategoryLines.read("f\n\n m \n  ")).containsExactly("f", "m");
  }

  @Property
  void what_was_shown_is_read_back(
      @ForAll @Size(min = 1, max = 8) List<
                  @NotBlank @StringLength(max = 6) @Chars({'a', 'ß', ';', '\n', '\r', ' ', '"'})
                  String>
              cells) {
    List<String> categories = cells.stream().map(String::strip).toList();
    assertThat(CategoryLines.read(CategoryLines.of(categories))).isEqualTo(categories);
  }
}
