package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.Schema;
import modulus.table.CategoryColumn;
import modulus.table.Table;
import org.junit.jupiter.api.Test;

class RespelledDatesTest {
  private static List<String> respelled(String pattern, Domain other, String... cells) {
    Attribute date =
        attribute(
            "date", new Domain.Date(LocalDate.of(2001, 1, 1), LocalDate.of(2099, 1, 1), pattern));
    CategoryColumn column =
        new CategoryColumn("date", List.of(cells), IntStream.range(-1, cells.length).toArray());
    CategoryColumn beside =
        new CategoryColumn("beside", List.of("2020-05-12"), new int[cells.length + 1]);
    Table table =
        RespelledDates.of(
            new Table(List.of(column, beside)),
            new Schema(List.of(date, attribute("beside", other))));
    assertThat(table.columns().get(0).isMissing(0)).isTrue();
    assertThat(table.columns().get(1).text(0)).as("no date").isEqualTo("2020-05-12");
    return IntStream.rangeClosed(1, cells.length).mapToObj(table.columns().get(0)::text).toList();
  }

  private static List<String> respelled(String pattern, String... cells) {
    return respelled(pattern, new Domain.Categorical(List.of("2020-05-12"), false), cells);
  }

  private static Attribute attribute(String name, Domain domain) {
    return new Attribute(name, domain, true, "", DomainOrigin.DECLARED, List.of());
  }

  @Test
  void iso_dates_of_a_workbook_are_spelled_as_the_schema_declares() {
    assertThat(respelled("dd.MM.uuuu", "2020-05-12", "2096-02-29"))
        .containsExactly("12.05.2020", "29.02.2096");
    assertThat(respelled("M/d/uu H:mm", "2020-05-12 12:53:00", "2007-12-01 00:05:00"))
        .containsExactly("5/12/20 12:53", "12/1/07 0:05");
  }

  @Test
  void what_is_spelled_as_declared_or_is_no_date_stays() {
    assertThat(respelled("dd.MM.uuuu", "12.05.2020", "unknown", "2020-13-45"))
        .containsExactly("12.05.2020", "unknown", "2020-13-45");
    assertThat(respelled("uuuu-MM-dd", "2020-05-12")).containsExactly("2020-05-12");
  }

  @Test
  void two_spellings_of_one_day_are_one_value() {
    assertThat(respelled("dd.MM.uuuu", "12.05.2020", "2020-05-12"))
        .containsExactly("12.05.2020", "12.05.2020");
  }
}
