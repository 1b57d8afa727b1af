package modulus.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import modulus.table.CsvOptions;
import modulus.table.CsvReader;
import modulus.table.CsvTable;
import modulus.table.ReadListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a draft makes of columns as German hospitals export them. */
class HospitalDraftTest {
  private static final int ROWS = 240;

  @TempDir Path folder;

  private CsvTable read(String name, IntFunction<String> cell) throws IOException {
    String body =
        IntStream.range(0, ROWS)
            .mapToObj(row -> cell.apply(row) + ";" + row % 7 + ",5\n")
            .collect(Collectors.joining());
    Path file = Files.writeString(folder.resolve("t.csv"), name + ";messung\n" + body);
    return CsvReader.read(file, CsvOptions.DETECT, ReadListener.NONE);
  }

  private Attribute draft(String name, IntFunction<String> cell) throws IOException {
    return SchemaDraft.of(read(name, cell), ClinicalRanges.builtIn()).attributes().get(0);
  }

  @Test
  void a_percent_sign_becomes_the_unit() throws IOException {
    Domain domain = draft("anteil", row -> row % 90 + "," + row % 10 + " %").domain();
    assertThat(domain).isInstanceOf(Domain.Numeric.class);
    assertThat(((Domain.Numeric) domain).unit()).isEqualTo("%");
  }

  @Test
  void numbers_with_a_unit_stay_categories_with_advice() throws IOException {
    Attribute dose = draft("dosis", row -> row % 30 + ",5 mg");
    assertThat(dose.domain()).isInstanceOf(Domain.Categorical.class);
    assertThat(dose.warnings()).containsExactly(SchemaWarning.NUMBER_WITH_UNIT);
  }

  @Test
  void numbers_among_a_few_words_are_told() throws IOException {
    Attribute crp =
        draft("crp", row -> row % 60 == 0 ? "nicht messbar" : row % 50 + "," + row % 10);
    assertThat(crp.domain()).isInstanceOf(Domain.Categorical.class);
    assertThat(crp.warnings()).containsExactly(SchemaWarning.MOSTLY_NUMBERS);
    assertThat(draft("stadium", row -> "T" + row % 4).warnings()).isEmpty();
  }

  @Test
  void months_are_dates() throws IOException {
    Attribute month =
        draft("monat", row -> String.format("%d-%02d", 2010 + row / 24, row % 12 + 1));
    Domain.Date domain = (Domain.Date) month.domain();
    assertThat(domain.pattern()).isEqualTo("uuuu-MM");
    assertThat(domain.low()).hasToString("2010-01-01");
    assertThat(domain.high()).hasToString("2019-12-31");
    assertThat(month.warnings()).isEmpty();
  }

  @Test
  void two_digit_years_and_exchangeable_days_are_told() throws IOException {
    assertThat(
            draft(
                    "geburt",
                    row -> String.format("%02d.%02d.%02d", row % 28 + 1, row % 12 + 1, row % 90))
                .warnings())
        .containsExactly(SchemaWarning.TWO_DIGIT_YEARS);
    assertThat(
            draft("op", row -> String.format("01/%02d/%d", row % 12 + 1, 2010 + row % 9))
                .warnings())
        .containsExactly(SchemaWarning.DAY_OR_MONTH_FIRST);
    assertThat(
            draft(
                    "op",
                    row ->
                        String.format("%02d/%02d/%d", row % 12 + 1, row % 28 + 1, 2010 + row % 9))
                .warnings())
        .isEmpty();
  }

  @Test
  void german_names_of_patients_and_stays_are_known() throws IOException {
    for (String name : List.of("PatientenNr", "Fallnummer", "Aufnahme_ID", "Versichertennummer")) {
      assertThat(draft(name, row -> String.valueOf(1000 + 37 * (row / 3))).domain())
          .as(name)
          .isInstanceOf(Domain.Identifier.class);
    }
  }

  @Test
  void a_table_of_many_rows_and_few_patients_is_refused_for_its_patients() throws IOException {
    CsvTable stays = read("fallnr", row -> "P" + row / 8);
    Schema draft = SchemaDraft.of(stays, ClinicalRanges.builtIn());
    Schema rows = new Schema(draft.attributes(), Optional.empty(), List.of());
    Schema patients = rows.withPatient(new PatientColumn("fallnr", 8));

    assertThatThrownBy(() -> SchemaCheck.check(stays.table(), patients))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            "The table's 240 rows are of 30 patients; rows of at least 50 patients are needed.");
    CsvTable more = read("fallnr", row -> "P" + row / 4);
    assertThatThrownBy(() -> SchemaCheck.check(more.table(), patients))
        .hasMessageContaining("only one usable column");
  }

  @Test
  void months_are_ordered_among_themselves_only() {
    Domain.Date month = date("uuuu-MM");
    assertThat(OrderRule.comparable(month, date("MM/uuuu"))).isTrue();
    assertThat(OrderRule.comparable(month, date("uuuu-MM-dd"))).isFalse();
    assertThatCode(() -> DatePattern.of("dd.MM.uuuu HH:mm")).doesNotThrowAnyException();
    assertThatThrownBy(() -> DatePattern.of("uuuu")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Domain.Date date(String pattern) {
    return new Domain.Date(
        java.time.LocalDate.of(2020, 1, 1), java.time.LocalDate.of(2021, 1, 31), pattern);
  }
}
