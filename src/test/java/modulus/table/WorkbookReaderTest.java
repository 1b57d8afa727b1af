package modulus.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code ward-openpyxl.xlsx} was written by openpyxl 3.0.9, a program that shares no code with the
 * reader; its sheet Ward begins at B3 and has an empty row.
 */
class WorkbookReaderTest {
  private static final Path WARD = Path.of("src/test/resources/modulus/table/ward-openpyxl.xlsx");

  @TempDir Path folder;

  private static ReadTable ward(String sheet) throws IOException {
    return TableReader.read(WARD, TableOptions.DETECT.withSheet(sheet), ReadListener.NONE);
  }

  @Test
  void cells_are_spelled_as_they_were_typed() throws IOException {
    ReadTable read = ward("Ward");

    assertThat(read.table().rows()).isEqualTo(5);
    assertThat(CellTexts.of(read, "patient"))
        .containsExactly("P-1", "P-2", "P-3", "P-4", "Ünal & Söhne <5>");
    assertThat(CellTexts.of(read, "age")).containsExactly("71", "38", null, "0", "64");
    assertThat(CellTexts.of(read, "temperature"))
        .containsExactly("36.70000", "37.25000", "39.10000", "-0.50000", "0.00001");
    assertThat(CellTexts.of(read, "admitted"))
        .containsExactly("2024-03-20", "2024-02-29", "1999-12-31", "2024-01-01", "1900-03-01");
    assertThat(CellTexts.of(read, "discharged"))
        .containsExactly("2024-03-25", "2024-03-01", "2000-01-01", null, "2024-01-02");
    assertThat(CellTexts.of(read, "seen"))
        .containsExactly(
            "2024-03-20 13:45:00",
            "2024-02-29 00:00:00",
            "1999-12-31 23:59:59",
            null,
            "2024-01-01 08:30:00");
    assertThat(CellTexts.of(read, "smoker"))
        .containsExactly("TRUE", "FALSE", "TRUE", null, "FALSE");
    assertThat(CellTexts.of(read, "code")).containsExactly("007", "012", "007", null, "1E5");
    assertThat(read.missingMarks().get(7)).isEqualTo("NA");
  }

  @Test
  void a_sheet_is_chosen_by_name_or_number_among_those_that_are_visible() throws IOException {
    assertThat(ward("2").table().columns()).hasSize(8);
    assertThat(((SheetDialect) ward("Ward").dialect()).sheets())
        .containsExactly("Notes", "Ward", "Formulas", "Errors", "Beside", "Empty");
    assertThatThrownBy(() -> ward("Hidden")).hasMessageContaining("no sheet 'Hidden'; it has: No");
    assertThatThrownBy(() -> ward("7")).hasMessageContaining("no sheet '7'");
    assertThatThrownBy(() -> ward("Notes"))
        .hasMessage(
            "The first filled row of the sheet 'Notes' has one cell only; it must hold the names of"
                + " at least two columns.");
  }

  @Test
  void a_cover_before_the_table_is_passed_over_where_no_sheet_is_chosen() throws IOException {
    ReadTable read = TableReader.read(WARD, TableOptions.DETECT, ReadListener.NONE);
    assertThat(((SheetDialect) read.dialect()).sheet()).isEqualTo("Ward");
    assertThat(read.table().columns()).hasSize(8);
  }

  @Test
  void what_is_wrong_with_the_first_sheet_is_told_where_none_holds_a_table() throws IOException {
    Path file =
        workbook(
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Report</t></is>"
                + "</c></row></sheetData></worksheet>");
    assertThatThrownBy(() -> TableReader.read(file, TableOptions.DETECT, ReadListener.NONE))
        .hasMessageStartingWith("The first filled row of the sheet 'One' has one cell only");
  }

  @Test
  void a_table_read_again_by_its_dialect_is_the_same() throws IOException {
    ReadTable read = ward("2");

    ReadTable again = TableReader.read(WARD, read.dialect().options(), ReadListener.NONE);

    assertThat(again.dialect()).isEqualTo(read.dialect());
    assertThat(CellTexts.of(again, "seen")).isEqualTo(CellTexts.of(read, "seen"));
  }

  @ParameterizedTest
  @CsvSource({
    "Formulas, Cell B2 holds a formula without a saved result",
    "Beside, Cell D3 stands beside the table",
    "Empty, The sheet 'Empty' is empty."
  })
  void what_is_no_table_is_refused_with_the_cell_named(String sheet, String sentence) {
    assertThatThrownBy(() -> ward(sheet))
        .isInstanceOfSatisfying(
            TableFormatException.class,
            refused ->
                assertThat(refused.sheets())
                    .as("the sheets to choose from instead")
                    .containsExactly("Notes", "Ward", "Formulas", "Errors", "Beside", "Empty"))
        .hasMessageStartingWith(sentence);
  }

  private static String rows(String... rows) {
    return "<worksheet><sheetData>"
        + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c>"
        + "<c r=\"B1\" t=\"inlineStr\"><is><t>b</t></is></c></row>"
        + String.join("", rows)
        + "</sheetData></worksheet>";
  }

  private Path workbook(String sheet, String... furtherParts) throws IOException {
    Path file = folder.resolve("made.xlsx");
    List<String> parts = new ArrayList<>();
    parts.addAll(
        List.of(
            "[Content_Types].xml",
            "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxml"
                + "formats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>"
                + "</Relationships>",
            "xl/workbook.xml",
            "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
                + "\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
            "xl/worksheets/sheet1.xml",
            sheet));
    parts.addAll(Arrays.asList(furtherParts));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < parts.size(); i += 2) {
        zip.putNextEntry(new ZipEntry(parts.get(i)));
        zip.write(parts.get(i + 1).getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private static ReadTable read(Path file) throws IOException {
    return TableReader.read(file, TableOptions.DETECT, ReadListener.NONE);
  }

  @Test
  void of_a_formula_the_saved_result_counts_and_binary_rounding_does_not() throws IOException {
    ReadTable read =
        read(
            workbook(
                rows(
                    "<row r=\"2\"><c r=\"A2\"><f>1+1</f><v>2</v></c>"
                        + "<c r=\"B2\"><v>36.700000000000003</v></c></row>",
                    "<row r=\"3\"><c r=\"A3\"><v>1E2</v></c></row>")));

    assertThat(CellTexts.of(read, "a")).containsExactly("2", "100");
    assertThat(CellTexts.of(read, "b")).containsExactly("36.7", null);
  }

  @Test
  void cells_with_an_error_count_as_missing_and_are_told() throws IOException {
    ReadTable read =
        read(
            workbook(
                rows(
                    "<row r=\"2\"><c r=\"A2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>",
                    "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"B3\" t=\"e\"><v>#N/A</v></c>"
                        + "</row>")));

    assertThat(CellTexts.of(read, "a")).containsExactly(null, "1");
    assertThat(CellTexts.of(read, "b")).containsExactly(null, null);
    assertThat(read.notes())
        .containsExactly(new ReadingNote(ReadingNote.Kind.ERROR_CELLS, List.of("A2", "B3"), 2));
    assertThat(read.notes().get(0).sentence())
        .isEqualTo("2 cells hold an error such as #N/A (A2, B3) and count as missing.");
    assertThat(ward("Errors").notes())
        .containsExactly(new ReadingNote(ReadingNote.Kind.ERROR_CELLS, List.of("B3"), 1));
  }

  /** Each would make a careless reader fill the memory or run for hours. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>",
        "<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>",
        "<row r=\"2\"><c r=\"A2000000000\"><v>1</v></c></row>",
        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2000000000</v></c></row>",
        "<row r=\"2\"><c r=\"A2\"><v>1E999999999</v></c></row>",
        "<row r=\"2\"><c r=\"A2\" t=\"d\"><v>2024-03-20</v></c></row>",
        "<row r=\"2\"><c r=\"A2\"><v>1</v>",
      })
  void hostile_and_damaged_sheets_are_refused_in_a_sentence(String row) throws IOException {
    Path file = workbook(rows(row));

    assertThatThrownBy(() -> read(file)).isInstanceOf(TableFormatException.class);
  }

  @Test
  void a_value_that_cannot_be_read_is_not_told() throws IOException {
    Path file = workbook(rows("<row r=\"2\"><c r=\"A2\" t=\"b\"><v>Müller</v></c></row>"));

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(TableFormatException.class)
        .hasMessage("Cell A2 holds an error.")
        .hasNoCause();
  }

  @Test
  void external_entities_are_not_followed() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "7");
    Path file =
        workbook(
            "<!DOCTYPE x [<!ENTITY e SYSTEM \""
                + secret.toUri()
                + "\">]>"
                + rows("<row r=\"2\"><c r=\"A2\"><v>&e;</v></c></row>"));

    assertThatThrownBy(() -> read(file)).isInstanceOf(TableFormatException.class);
  }

  @Test
  void a_part_that_unpacks_beyond_its_limit_is_refused_though_the_archive_is_small()
      throws IOException {
    Path file = workbook(rows("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"));
    Path bomb = folder.resolve("bomb.xlsx");
    byte[] spaces = ("<i/>" + " ".repeat(1 << 19)).repeat(2).getBytes(StandardCharsets.UTF_8);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("xl/styles.xml"));
      zip.write("<styleSheet>".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 65; i++) {
        zip.write(spaces);
      }
      zip.write("</styleSheet>".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(read(file).table().rows()).isEqualTo(1);
    assertThat(Files.size(bomb)).isLessThan(100_000);
    assertThatThrownBy(() -> read(bomb)).hasMessageContaining("unpacks to more");
  }

  @Test
  void other_files_are_told_apart_by_their_content() throws IOException {
    Path old =
        Files.write(
            folder.resolve("old.xlsx"),
            new byte[] {(byte) 0xd0, (byte) 0xcf, 17, (byte) 0xe0, 0, 0});
    Path letter = folder.resolve("letter.xlsx");
    try (OutputStream out = Files.newOutputStream(letter);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write("<document/>".getBytes(StandardCharsets.UTF_8));
    }
    Path text = Files.writeString(folder.resolve("text.xlsx"), "a,b\n1,2\n3,4\n");

    assertThatThrownBy(() -> read(old)).hasMessageContaining("save it as .xlsx");
    assertThatThrownBy(() -> read(letter)).hasMessageContaining("no workbook");
    assertThat(read(text).table().rows()).isEqualTo(2);
    assertThatThrownBy(
            () -> TableReader.read(text, TableOptions.DETECT.withSheet("1"), ReadListener.NONE))
        .hasMessageContaining("no sheets");
  }

  @Test
  void a_cancelled_read_ends() throws IOException {
    ReadListener cancelling =
        new ReadListener() {
          @Override
          public boolean cancelled() {
            return true;
          }
        };

    assertThatThrownBy(
            () -> TableReader.read(WARD, TableOptions.DETECT.withSheet("Ward"), cancelling))
        .isInstanceOf(CancellationException.class);
  }
}
