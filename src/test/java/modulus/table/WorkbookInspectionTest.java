package modulus.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Workbooks made to fill a reader's memory; {@code LONG} stands for a text of 2 million letters.
 */
class WorkbookInspectionTest {
  private static final String LONG = "x".repeat(2_000_000);
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TOO_LONG =
      "The workbook holds a text far longer than the 32,767 characters a cell may hold.";
  private static final String DAMAGED = "The file is damaged, or no workbook in the .xlsx format.";

  @TempDir Path folder;

  private final Map<String, String> parts = new LinkedHashMap<>();

  WorkbookInspectionTest() {
    parts.put(
        "[Content_Types].xml",
        "<Types>"
            + "<Default Extension='bin' ContentType='"
            + TYPES
            + "printerSettings'/>"
            + "<Override PartName='/xl/workbook.xml' ContentType='"
            + TYPES
            + "sheet.main+xml'/>"
            + "<Override PartName='/xl/sharedStrings.xml' ContentType='"
            + TYPES
            + "sharedStrings+xml'/></Types>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships>"
            + "<Relationship Id='r1' Type='"
            + RELATIONS
            + "/worksheet' Target='worksheets/sheet1.xml'/>"
            + "<Relationship Id='r2' Type='"
            + RELATIONS
            + "/sharedStrings' Target='sharedStrings.xml'/>"
            + "<Relationship Id='r3' Type='x/vbaProject' Target='vbaProject.bin'/>"
            + "</Relationships>");
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns:r='"
            + RELATIONS
            + "'><sheets><sheet name='One' sheetId='1' r:id='r1'/></sheets></workbook>");
    parts.put("xl/sharedStrings.xml", "<sst><si><t>shared</t></si></sst>");
    sheet("<c r='A2' t='s'><v>0</v></c>");
  }

  private void sheet(String cell) {
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c>"
            + "<c r='B1' t='inlineStr'><is><t>b</t></is></c></row><row r='2'>"
            + cell.replace("LONG", LONG)
            + "<c r='B2'><v>1</v></c></row></sheetData></worksheet>");
  }

  private void replace(String part, String from, String to) {
    assertThat(parts.get(part)).contains(from);
    parts.compute(part, (name, text) -> text.replace(from, to));
  }

  private ReadTable read() throws IOException {
    Path file = folder.resolve("made.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(Files.size(file)).isLessThan(200_000);
    return TableReader.read(file, TableOptions.DETECT, ReadListener.NONE);
  }

  @Test
  void a_workbook_with_shared_strings_and_printer_settings_is_read() throws IOException {
    assertThat(CellTexts.of(read(), "a")).containsExactly("shared");
  }

  @Test
  void a_cell_holds_32767_characters_however_they_are_written() throws IOException {
    sheet("<c r='A2' t='inlineStr'><is><t>" + "&#000065;".repeat(32_767) + "</t></is></c>");
    assertThat(CellTexts.of(read(), "a")).containsExactly("A".repeat(32_767));
  }

  @Test
  void a_cells_characters_may_be_formatted_one_by_one() throws IOException {
    String run =
        "<r><rPr><b/><sz val='11'/><color theme='1'/><rFont val='Calibri'/></rPr><t>A</t></r>";
    sheet("<c r='A2' t='inlineStr'><is>" + run.repeat(32_767) + "</is></c>");
    assertThat(CellTexts.of(read(), "a")).containsExactly("A".repeat(32_767));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c r='A2' t='str'><v>LONG</v></c>",
        "<c r='A2' t='str'><v><![CDATA[<LONG>]]></v></c>",
        "<c r='A2' t='str'><v>a<!-- LONG -->b</v></c>",
        "<c r='A2'><f>LONG</f><v>1</v></c>",
        "<c r='A2' s='LONG'><v>1</v></c>",
        "<c r='A2' t='inlineStr'><is><t>LONG</t></is></c>",
      })
  void a_text_no_cell_could_hold_is_refused_while_it_streams(String cell) {
    sheet(cell);
    assertThatThrownBy(this::read).isInstanceOf(TableFormatException.class).hasMessage(TOO_LONG);
  }

  @Test
  void a_shared_string_no_cell_could_hold_is_refused() {
    replace("xl/sharedStrings.xml", "shared", LONG);
    assertThatThrownBy(this::read).hasMessage(TOO_LONG);
  }

  @Test
  void a_string_of_many_short_texts_is_refused_too_and_its_end_cannot_be_feigned() {
    String texts = ("<r><t>" + "x".repeat(500_000) + "</t></r><is/>").repeat(40);
    replace("xl/sharedStrings.xml", "<t>shared</t>", "<is>" + texts + "</is>");
    assertThatThrownBy(this::read).hasMessage(TOO_LONG);
  }

  @Test
  void in_parts_the_reader_does_not_open_texts_may_be_long() throws IOException {
    parts.put("customXml/item1.xml", "<DataMashup>" + LONG + "</DataMashup>");
    assertThat(read().table().rows()).isEqualTo(1);
  }

  /** With a decoy under the expected name, so that the look over the parts finds something. */
  @ParameterizedTest
  @CsvSource({
    "[Content_Types].xml, /xl/sharedStrings.xml, /xl/strings.dat",
    "[Content_Types].xml, /xl/workbook.xml, /xl/workbook.dat",
    "xl/_rels/workbook.xml.rels, worksheets/sheet1.xml, worksheets/sheet1.dat",
    "xl/_rels/workbook.xml.rels, Target='sharedStrings.xml', Target='strings.dat'",
  })
  void parts_that_go_by_another_name_are_refused(String part, String from, String to) {
    parts.put("xl/strings.dat", "<sst><si><t>other</t></si></sst>");
    parts.put("xl/worksheets/sheet1.dat", parts.get("xl/worksheets/sheet1.xml"));
    parts.put("xl/workbook.dat", parts.get("xl/workbook.xml"));
    replace(part, from, to);
    assertThatThrownBy(this::read).isInstanceOf(TableFormatException.class).hasMessage(DAMAGED);
  }

  @Test
  void a_default_for_sheets_under_another_extension_is_refused() {
    replace(
        "[Content_Types].xml",
        "<Types>",
        "<Types><Default Extension='dat' ContentType='" + TYPES + "worksheet+xml'/>");
    assertThatThrownBy(this::read).hasMessage(DAMAGED);
  }

  @Test
  void a_sheet_found_by_a_relation_of_another_type_is_refused() {
    parts.put("xl/sheet.dat", parts.get("xl/worksheets/sheet1.xml"));
    replace("xl/_rels/workbook.xml.rels", "vbaProject.bin", "sheet.dat");
    replace("xl/workbook.xml", "r:id='r1'", "r:id='r3'");
    assertThatThrownBy(this::read).hasMessage(DAMAGED);
  }
}
