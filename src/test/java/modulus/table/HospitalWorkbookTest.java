package modulus.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets as wards keep them, written by fastexcel. */
class HospitalWorkbookTest {
  @TempDir Path folder;

  private Path workbook(Consumer<Worksheet> content) throws IOException {
    Path file = folder.resolve("ward.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "Tests", "1.0")) {
      book.newWorksheet("Deckblatt").value(0, 0, "Bericht");
      content.accept(book.newWorksheet("Station"));
    }
    return file;
  }

  private static ReadTable read(Path file) throws IOException {
    return TableReader.read(file, TableOptions.DETECT, ReadListener.NONE);
  }

  private static void names(Worksheet sheet, int row, String... names) {
    for (int column = 0; column < names.length; column++) {
      sheet.value(row, column, names[column]);
    }
  }

  @Test
  void numbers_stored_as_text_are_numbers_beside_true_ones() throws IOException {
    ReadTable read =
        read(
            workbook(
                sheet -> {
                  names(sheet, 0, "Kosten", "Anteil", "Code");
                  names(sheet, 1, "1.234,50", "12,5", "007");
                  sheet.value(2, 0, 950.25);
                  sheet.value(2, 1, 3.5);
                  names(sheet, 3, "12,5", "1", "012");
                }));

    assertThat(CellTexts.of(read, "Kosten")).containsExactly("1234.50", "950.25", "12.50");
    assertThat(CellTexts.of(read, "Anteil")).containsExactly("12.5", "3.5", "1.0");
    assertThat(read.table().column("Kosten").orElseThrow()).isInstanceOf(NumberColumn.class);
    assertThat(CellTexts.of(read, "Code")).containsExactly("007", null, "012");
  }

  @Test
  void what_nothing_decides_in_text_is_told_but_not_of_true_numbers() throws IOException {
    ReadTable read =
        read(
            workbook(
                sheet -> {
                  names(sheet, 0, "Text", "Zahl");
                  sheet.value(1, 0, "1.234");
                  sheet.value(1, 1, 1.234);
                  sheet.value(2, 0, "2.500");
                  sheet.value(2, 1, 2.345);
                }));

    assertThat(CellTexts.of(read, "Text")).containsExactly("1.234", "2.500");
    assertThat(read.notes())
        .containsExactly(
            new ReadingNote(ReadingNote.Kind.READ_WITH_DECIMAL_POINT, List.of("Text"), 1));
    TableOptions said = TableOptions.of(CsvOptions.DETECT.withDecimalComma(true));
    ReadTable again = TableReader.read(folder.resolve("ward.xlsx"), said, ReadListener.NONE);
    assertThat(CellTexts.of(again, "Text")).containsExactly("1234", "2500");
    assertThat(CellTexts.of(again, "Zahl")).containsExactly("1.234", "2.345");
    assertThat(again.notes()).isEmpty();
  }

  @Test
  void merged_cells_in_the_rows_are_told_and_a_merged_title_above_is_not() throws IOException {
    ReadTable read =
        read(
            workbook(
                sheet -> {
                  names(sheet, 2, "Patient", "Aufnahme", "Wahr");
                  for (int row = 3; row < 7; row++) {
                    sheet.value(row, 1, LocalDate.of(2024, 3, row));
                    sheet.style(row, 1).format("dd.mm.yyyy").set();
                    sheet.value(row, 2, row % 2 == 0);
                  }
                  sheet.value(3, 0, "P-1");
                  sheet.value(5, 0, "P-2");
                  sheet.range(0, 0, 1, 2).merge();
                  sheet.range(3, 0, 4, 0).merge();
                  sheet.range(5, 0, 6, 0).merge();
                }));

    assertThat(CellTexts.of(read, "Patient")).containsExactly("P-1", null, "P-2", null);
    assertThat(CellTexts.of(read, "Aufnahme"))
        .containsExactly("2024-03-03", "2024-03-04", "2024-03-05", "2024-03-06");
    assertThat(CellTexts.of(read, "Wahr")).containsExactly("FALSE", "TRUE", "FALSE", "TRUE");
    assertThat(read.notes())
        .containsExactly(
            new ReadingNote(ReadingNote.Kind.MERGED_CELLS, List.of("A4:A5", "A6:A7"), 2));
  }

  @Test
  void a_merged_header_is_refused_with_what_to_do() throws IOException {
    Path file =
        workbook(
            sheet -> {
              names(sheet, 0, "Patient", "Blutdruck");
              sheet.value(0, 3, "Puls");
              sheet.range(0, 1, 0, 2).merge();
              names(sheet, 1, "P-1", "120", "80", "60");
            });

    assertThatThrownBy(
            () ->
                TableReader.read(file, TableOptions.DETECT.withSheet("Station"), ReadListener.NONE))
        .isInstanceOf(TableFormatException.class)
        .hasMessage(
            "Column 3 has no name in the header. The header has merged cells: unmerge them and give"
                + " every column its own name in one row.");
  }
}
