package modulus.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import modulus.evaluation.MarginalComparison;
import modulus.ui.common.Messages;
import org.junit.jupiter.api.Test;

class GroupNamesTest {
  private final Messages german = new Messages(Locale.GERMAN);
  private final Messages english = new Messages(Locale.ENGLISH);

  @Test
  void what_stands_for_other_and_for_no_values_is_said_in_the_present_language() {
    List<String> labels =
        List.of("surgery", MarginalComparison.OTHER_VALUES, MarginalComparison.MISSING);
    assertThat(GroupNames.of(labels, german)).containsExactly("surgery", "übrige Werte", "(fehlt)");
    assertThat(GroupNames.of(labels, english))
        .containsExactly("surgery", "other values", "(missing)");
  }

  @Test
  void a_table_s_own_categories_are_left_as_they_are() {
    List<String> labels = List.of("missing", "other values", "surgery", "ward 3");
    assertThat(GroupNames.of(labels, german)).isEqualTo(labels);
    assertThat(GroupNames.of(List.of(), german)).isEmpty();
  }
}
