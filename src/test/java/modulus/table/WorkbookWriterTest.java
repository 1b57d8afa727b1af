package modulus.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookWriterTest {
  private static final int ROWS = 2500;

  @TempDir Path folder;

  private Table again(Table table, List<String> marks) throws IOException {
    Path file = folder.resolve("synthetic.xlsx");
    return again(table, marks, Collections.nCopies(marks.size(), Optional.empty()), file);
  }

  private static Table again(
      Table table, List<String> marks, List<Optional<SheetDates>> dates, Path file)
      throws IOException {
    WorkbookWriter.write(table, marks, dates, file);
    return TableReader.read(file, TableOptions.DETECT, ReadListener.NONE).table();
  }

  private static CategoryColumn texts(String name, String... values) {
    int[] codes = new int[values.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = i;
    }
    return new CategoryColumn(name, List.of(values), codes);
  }

  @Test
  void a_written_table_is_read_back_the_same() throws IOException {
    double[] numbers = new double[ROWS];
    int[] codes = new int[ROWS];
    BitSet missing = new BitSet();
    for (int row = 0; row < ROWS; row++) {
      numbers[row] = row / 100.0 - 3;
      codes[row] = row % 3 - 1;
      missing.set(row, row % 7 == 0);
    }
    Table table =
        new Table(
            List.of(
                new NumberColumn("größe", numbers, missing, 2),
                new CategoryColumn("code", List.of("007", "a\nb <&> \"ö\""), codes)));

    Table read = again(table, List.of("", "?"));

    assertThat(read.rows()).isEqualTo(ROWS);
    for (Column column : table.columns()) {
      Column other = read.column(column.name()).orElseThrow();
      for (int row = 0; row < ROWS; row++) {
        assertThat(other.isMissing(row)).isEqualTo(column.isMissing(row));
        assertThat(other.text(row)).isEqualTo(column.text(row));
      }
    }
  }

  @Test
  void a_text_that_would_run_as_a_formula_is_neutralised_as_in_csv() throws IOException {
    Table read =
        again(
            new Table(
                List.of(texts("=x", "=1+1", "-3x", "@now"), texts("y", "+4 mg", "-", "plain"))),
            List.of("", ""));

    assertThat(read.columns()).extracting(Column::name).containsExactly("'=x", "y");
    assertThat(all(read.columns().get(0))).containsExactly("'=1+1", "'-3x", "'@now");
    assertThat(all(read.columns().get(1))).containsExactly("'+4 mg", "-", "plain");
  }

  @Test
  void dates_are_date_cells_and_read_back_as_they_were_spelled() throws IOException {
    String[] days = {"1900-03-01", "2024-02-29", "9999-12-31", "1970-01-01", "2000-01-01"};
    String[] moments = {
      "1900-03-01 00:00:00",
      "2024-02-29 23:59:59",
      "9999-12-31 23:59:59",
      "2111-11-14 07:33:01",
      "2000-01-01 12:00:00"
    };
    Path file = folder.resolve("dates.xlsx");
    List<Optional<SheetDates>> dates =
        List.of(SheetDates.of("yyyy-MM-dd"), SheetDates.of("uuuu-MM-dd HH:mm:ss"));

    Table read =
        again(
            new Table(List.of(texts("born", days), texts("admitted", moments))),
            List.of("", ""),
            dates,
            file);

    assertThat(all(read.columns().get(0))).containsExactly(days);
    assertThat(all(read.columns().get(1))).containsExactly(moments);
    // 45351 is what a spreadsheet's DATEVALUE("2024-02-29") says
    assertThat(cells(file)).contains("<v>61</v>", "<v>45351</v>", "<v>2958465</v>");
    assertThat(part(file, "xl/styles.xml")).contains("\"yyyy-mm-dd\"", "\"yyyy-mm-dd hh:mm:ss\"");
  }

  @Test
  void what_a_spreadsheet_has_no_date_for_stays_text_and_a_missing_date_is_empty()
      throws IOException {
    String[] odd = {"1900-02-28", "1899-12-31", "0033-04-03", "2023-02-29", "around 1950", "1999"};
    CategoryColumn column =
        new CategoryColumn("born", List.of(odd), new int[] {0, 1, 2, 3, 4, 5, -1});
    Path file = folder.resolve("odd.xlsx");

    Table read =
        again(
            new Table(List.of(column, texts("row", "a", "b", "c", "d", "e", "f", "g"))),
            List.of("", ""),
            List.of(SheetDates.of("uuuu-MM-dd"), Optional.empty()),
            file);

    Column born = read.columns().get(0);
    assertThat(all(born).subList(0, 6)).containsExactly(odd);
    assertThat(born.isMissing(6)).isTrue();
    assertThat(cells(file)).doesNotContain("<v>61</v>").doesNotContain("r=\"A8\" ");
  }

  private static String cells(Path file) throws IOException {
    return part(file, "xl/worksheets/sheet1.xml");
  }

  private static String part(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> all(Column column) {
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < column.rows(); row++) {
      texts.add(column.text(row));
    }
    return texts;
  }

  @Test
  void what_does_not_fit_into_a_workbook_is_refused_and_leaves_nothing() throws IOException {
    assertThat(WorkbookWriter.hindrance(1_048_575, 16_384)).isEmpty();
    assertThat(WorkbookWriter.hindrance(1_048_576, 2)).isPresent();
    assertThat(WorkbookWriter.hindrance(1, 16_385)).isPresent();
    Table table = new Table(List.of(texts("note", "x".repeat(40_000)), texts("y", "z")));

    assertThatThrownBy(() -> again(table, List.of("", "")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(folder).isEmptyDirectory();
  }

  /** Real tables survive the way through a workbook cell by cell. */
  @ParameterizedTest
  @ValueSource(strings = {"adult.csv", "nhanes.csv"})
  void real_tables_are_read_back_the_same(String name) throws IOException {
    Path file =
        Stream.of("../shared/data", "../../shared/data")
            .map(folder -> Path.of(folder, name))
            .filter(Files::exists)
            .findFirst()
            .orElse(null);
    assumeTrue(file != null, "no real tables beside the repository");
    CsvTable read = CsvReader.read(file, CsvOptions.DETECT, ReadListener.NONE);

    Table back = again(read.table(), read.missingMarks());

    for (Column column : read.table().columns()) {
      Column other = back.column(column.name()).orElseThrow();
      for (int row = 0; row < column.rows(); row++) {
        if (!other.text(row).equals(FormulaGuard.neutral(column.text(row)))) {
          throw new AssertionError(column.name() + " differs in row " + row);
        }
      }
    }
  }
}
