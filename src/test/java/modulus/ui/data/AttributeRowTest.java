package modulus.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.ui.common.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeRowTest {
  private static AttributeRow row(int categories, int rows, DomainOrigin origin) {
    List<String> names = IntStream.range(0, categories).mapToObj(i -> "c" + i).toList();
    return new AttributeRow(
        new Attribute(
            "icd",
            new Domain.Categorical(names, false),
            false,
            "",
            origin,
            DomainOrigin.DECLARED,
            List.of()),
        0,
        rows);
  }

  @ParameterizedTest
  @CsvSource({
    "730, 4506, true",
    "717, 101766, true",
    "41, 48842, false",
    "41, 300, false",
    "99, 5000, false",
    "100, 19999, true",
    "100, 20000, false"
  })
  void categories_are_too_many_where_few_rows_are_left_for_each(
      int categories, int rows, boolean crowded) {
    assertThat(row(categories, rows, DomainOrigin.DECLARED).crowded()).isEqualTo(crowded);
  }

  @Test
  void how_many_rows_are_left_for_each_is_told() {
    AttributeRow row = row(730, 4506, DomainOrigin.READ_FROM_DATA);

    assertThat(said(row, Locale.ENGLISH))
        .startsWith("730 categories for 4,506 rows, 6 for each on average: rare ones are lost");
    assertThat(said(row, Locale.GERMAN))
        .startsWith("730 Kategorien für 4.506 Zeilen, im Mittel 6 für jede: Seltene gehen");
  }

  @Test
  void a_list_that_is_to_be_estimated_is_not_known_to_be_long() {
    assertThat(row(730, 4506, DomainOrigin.ESTIMATED_PRIVATELY).crowded()).isFalse();
  }

  private static String said(AttributeRow row, Locale locale) {
    return new Messages(locale).render(row.crowdedSentence()).replace('\u00a0', ' ');
  }
}
