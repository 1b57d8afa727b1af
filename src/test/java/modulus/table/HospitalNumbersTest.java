package modulus.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as German, English and Swiss office programs export them. */
class HospitalNumbersTest {
  @TempDir Path folder;

  private CsvTable read(String text) throws IOException {
    return read(text, CsvOptions.DETECT);
  }

  private CsvTable read(String text, CsvOptions options) throws IOException {
    Path file = Files.writeString(folder.resolve("table.csv"), text);
    return CsvReader.read(file, options, ReadListener.NONE);
  }

  private static List<String> numbers(CsvTable read, String name) {
    NumberColumn column = (NumberColumn) read.table().column(name).orElseThrow();
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < column.rows(); row++) {
      texts.add(column.isMissing(row) ? null : column.text(row));
    }
    return texts;
  }

  @Test
  void german_numbers_with_thousands_marks_are_numbers() throws IOException {
    CsvTable read = read("Kosten;Tage\n1.234,56;3\n980,10;2\n;1\n12.345.678,90;4\n-1.000,00;5\n");

    assertThat(read.dialect().decimalComma()).isTrue();
    assertThat(numbers(read, "Kosten"))
        .containsExactly("1234.56", "980.10", null, "12345678.90", "-1000.00");
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void english_numbers_with_thousands_marks_are_numbers() throws IOException {
    CsvTable read = read("cost,days\n\"1,234.56\",3\n980.10,2\n\"1,000,000\",1\n");

    assertThat(read.dialect().decimalComma()).isFalse();
    assertThat(numbers(read, "cost")).containsExactly("1234.56", "980.10", "1000000.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1'234.5", "1\u2019234.5", "1\u00a0234.5", "1\u202f234.5"})
  void swiss_and_spaced_thousands_are_numbers(String cell) throws IOException {
    assertThat(numbers(read("a;b\n" + cell + ";1\n2.5;2\n"), "a")).containsExactly("1234.5", "2.5");
  }

  @Test
  void the_other_columns_decide_what_three_digits_after_a_mark_mean() throws IOException {
    assertThat(numbers(read("a;b\n1.234;0,5\n2.500;1,5\n"), "a")).containsExactly("1234", "2500");
    assertThat(numbers(read("a;b\n1.234;0.5\n2.500;1.5\n"), "a")).containsExactly("1.234", "2.500");
  }

  @Test
  void what_nothing_decides_is_told_and_the_steward_has_the_last_word() throws IOException {
    String text = "a;b\n1.234;7\n2.500;8\n";
    CsvTable supposed = read(text);

    assertThat(numbers(supposed, "a")).containsExactly("1234", "2500");
    assertThat(supposed.notes())
        .containsExactly(
            new ReadingNote(ReadingNote.Kind.READ_WITH_DECIMAL_COMMA, List.of("a"), 1));
    assertThat(supposed.notes().get(0).sentence()).startsWith("Column a: ").doesNotContain("2.5");

    CsvTable said = read(text, CsvOptions.DETECT.withDecimalComma(false));
    assertThat(numbers(said, "a")).containsExactly("1.234", "2.500");
    assertThat(said.notes()).isEmpty();
  }

  @Test
  void with_columns_parted_by_commas_nothing_hints_at_a_decimal_comma() throws IOException {
    CsvTable read = read("a,b\n\"1,234\",7\n\"2,500\",8\n");

    assertThat(numbers(read, "a")).containsExactly("1234", "2500");
    assertThat(read.notes())
        .extracting(ReadingNote::kind)
        .containsExactly(ReadingNote.Kind.READ_WITH_DECIMAL_POINT);
  }

  @Test
  void a_few_codes_with_points_do_not_outvote_numbers_with_commas() throws IOException {
    CsvTable read = read("icd9;crp;temp\n250.83;4,5;36,7\n401.9;12,1;38,25\n250.83;1,0;37,1\n");

    assertThat(numbers(read, "crp")).containsExactly("4.5", "12.1", "1.0");
    assertThat(read.table().column("icd9").orElseThrow()).isInstanceOf(CategoryColumn.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.234 | 1234 | 1,5",
        "1.23 | 4,5 | 1,5",
        "12.34.567 | 4,5 | 1,5",
        "50% | 0,5 | 1,5",
        "0.123 | 4,5 | 1,5",
        "0030.123 | 4,5 | 1,5",
        "+4930123456 | 4,5 | 1,5"
      })
  void numbers_written_in_two_ways_stay_text(String one, String other, String german)
      throws IOException {
    CsvTable read = read("a;b;c\n" + one + ";1,5;1,5\n" + other + ";2,5;" + german + "\n");

    assertThat(read.dialect().decimalComma()).isTrue();
    assertThat(read.table().column("a").orElseThrow()).isInstanceOf(CategoryColumn.class);
  }

  @Test
  void percent_and_plus_are_numbers_where_the_whole_column_has_them() throws IOException {
    CsvTable read = read("fio2;change\n21%;+5\n50 %;-3\n37.5%;0\n,\n".replace(",\n", ";\n"));

    NumberColumn share = (NumberColumn) read.table().column("fio2").orElseThrow();
    assertThat(numbers(read, "fio2")).containsExactly("21.0", "50.0", "37.5", null);
    assertThat(share.unit()).isEqualTo("%");
    assertThat(share.select(new int[] {1}).unit()).isEqualTo("%");
    assertThat(numbers(read, "change")).containsExactly("5", "-3", "0", null);
  }

  /** One patient's words in a column must not change what the other patients' numbers mean. */
  @Test
  void a_cell_means_the_same_number_whether_or_not_other_rows_hold_text() throws IOException {
    CsvTable clean = read("a;b\n1.234,5;0,5\n12,25;1,5\n");
    CsvTable words = read("a;b\n1.234,5;0,5\n12,25;1,5\nnicht messbar;2,5\n007;3,5\n");

    NumberColumn numbers = (NumberColumn) clean.table().column("a").orElseThrow();
    CategoryColumn texts = (CategoryColumn) words.table().column("a").orElseThrow();
    assertThat(texts.numbers()).startsWith(numbers.value(0), numbers.value(1));
    assertThat(texts.numbers()[2]).isNaN();
    assertThat(texts.numbers()[3]).isEqualTo(7);
    assertThat(texts.plainNumbers()).startsWith(numbers.value(0), numbers.value(1));
    assertThat(texts.plainNumbers()[3]).isNaN();
    assertThat(texts.select(new int[] {0, 1}).numbers()).startsWith(1234.5, 12.25);
  }
}
