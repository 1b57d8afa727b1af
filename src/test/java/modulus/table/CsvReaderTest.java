package modulus.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
  private static final String WARD = "name,größe,café\nÄnne,1.5,x\nBörje,,y\n";

  @TempDir Path folder;

  private CsvTable read(String text, Charset charset) throws IOException {
    return read(text.getBytes(charset), CsvOptions.DETECT);
  }

  private CsvTable read(String text) throws IOException {
    return read(text, StandardCharsets.UTF_8);
  }

  private CsvTable read(byte[] bytes, CsvOptions options) throws IOException {
    Path file = Files.write(folder.resolve("table.csv"), bytes);
    return CsvReader.read(file, options, ReadListener.NONE);
  }

  private static byte[] withMark(int[] mark, String text, Charset charset) {
    byte[] body = text.getBytes(charset);
    byte[] all = new byte[mark.length + body.length];
    for (int i = 0; i < mark.length; i++) {
      all[i] = (byte) mark[i];
    }
    System.arraycopy(body, 0, all, mark.length, body.length);
    return all;
  }

  private static List<String> texts(Column column) {
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < column.rows(); row++) {
      texts.add(column.isMissing(row) ? null : column.text(row));
    }
    return texts;
  }

  private static void assertWard(CsvTable read) {
    assertThat(read.table().columns())
        .extracting(Column::name)
        .containsExactly("name", "größe", "café");
    assertThat(texts(read.table().columns().get(0))).containsExactly("Änne", "Börje");
    assertThat(texts(read.table().columns().get(1))).containsExactly("1.5", null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
  void detects_the_encoding_without_a_byte_order_mark(String charset) throws IOException {
    CsvTable read = read(WARD, Charset.forName(charset));

    assertWard(read);
    assertThat(read.dialect().charset()).isEqualTo(Charset.forName(charset));
    assertThat(read.dialect().byteOrderMark()).isFalse();
  }

  @Test
  void detects_the_encoding_by_its_byte_order_mark() throws IOException {
    assertWard(
        read(
            withMark(new int[] {0xEF, 0xBB, 0xBF}, WARD, StandardCharsets.UTF_8),
            CsvOptions.DETECT));
    assertWard(
        read(withMark(new int[] {0xFF, 0xFE}, WARD, StandardCharsets.UTF_16LE), CsvOptions.DETECT));
    CsvTable read =
        read(withMark(new int[] {0xFE, 0xFF}, WARD, StandardCharsets.UTF_16BE), CsvOptions.DETECT);
    assertWard(read);
    assertThat(read.dialect().byteOrderMark()).isTrue();
  }

  @Test
  void finds_windows_1252_by_a_single_umlaut_far_behind_the_sample() throws IOException {
    String text = "a,b\n" + "x,y\n".repeat(200_000) + "ü,y\n";
    assertThat(read(text, Encodings.WINDOWS_1252).dialect().charset())
        .isEqualTo(Encodings.WINDOWS_1252);
    assertThat(read(text, StandardCharsets.UTF_8).dialect().charset())
        .isEqualTo(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      value = {"comma/,", "semicolon/;", "tab/\t", "bar/|"},
      delimiter = '/',
      ignoreLeadingAndTrailingWhitespace = false)
  void detects_the_delimiter(String name, char delimiter) throws IOException {
    String d = String.valueOf(delimiter);
    CsvTable read = read(String.join(d, "a", "b", "c") + "\n" + String.join(d, "1", "x", "2.5"));

    assertThat(read.dialect().delimiter()).as(name).isEqualTo(delimiter);
    assertThat(read.table().columns()).hasSize(3);
  }

  @Test
  void reads_a_decimal_comma_where_numbers_are_written_with_one() throws IOException {
    CsvTable read = read("id;temp\n1;36,5\n2;38,25\n");

    assertThat(read.dialect().decimalComma()).isTrue();
    NumberColumn temp = (NumberColumn) read.table().column("temp").orElseThrow();
    assertThat(temp.value(1)).isEqualTo(38.25);
    assertThat(temp.decimals()).isEqualTo(2);
  }

  @Test
  void detects_single_quotes_and_keeps_delimiters_and_line_breaks_inside_quotes()
      throws IOException {
    CsvTable single = read("'a','b'\n'x, y','it''s'\n'z','w'\n");
    assertThat(single.dialect().quote()).isEqualTo('\'');
    assertThat(texts(single.table().columns().get(0))).containsExactly("x, y", "z");
    assertThat(texts(single.table().columns().get(1))).containsExactly("it's", "w");

    CsvTable twice = read("a,b\n\"line\nbreak\",\"say \"\"hi\"\"\"\n'tis,1\n");
    assertThat(texts(twice.table().columns().get(0))).containsExactly("line\nbreak", "'tis");
    assertThat(texts(twice.table().columns().get(1))).containsExactly("say \"hi\"", "1");
  }

  @Test
  void names_the_columns_of_a_file_that_begins_with_data() throws IOException {
    CsvTable read = read("39,State-gov,77516\n50,Private,83311\n");

    assertThat(read.dialect().header()).isFalse();
    assertThat(read.table().rows()).isEqualTo(2);
    assertThat(read.table().columns())
        .extracting(Column::name)
        .containsExactly("column 1", "column 2", "column 3");
  }

  @Test
  void a_name_over_a_column_of_numbers_makes_the_first_record_a_header() throws IOException {
    CsvTable read = read("patient,2019,2020\n1,5,6\n2,7,8\n");
    assertThat(read.dialect().header()).isTrue();
    assertThat(read.table().rows()).isEqualTo(2);
  }

  @Test
  void the_line_of_a_spreadsheet_program_that_names_the_delimiter_is_no_row() throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
      CsvTable read =
          read("sep=;\r\na;b\r\n1,5;x\r\n2,5;y\r\n".getBytes(charset), CsvOptions.DETECT);
      assertThat(read.table().columns().stream().map(Column::name)).containsExactly("a", "b");
      assertThat(read.table().rows()).isEqualTo(2);
      assertThat(texts(read.table().columns().get(1))).containsExactly("x", "y");
    }
    assertThat(read("sep=|\na|b\n1|2;3\n").dialect().delimiter()).isEqualTo('|');
  }

  @Test
  void a_first_column_without_a_name_is_called_by_its_number() throws IOException {
    CsvTable read = read("\"\",\"age\",\"sex\"\n\"1\",40,\"f\"\n\"2\",50,\"m\"\n");
    assertThat(read.table().columns().stream().map(Column::name))
        .containsExactly("column 1", "age", "sex");
    assertThat(read.table().columns().get(1)).isInstanceOf(NumberColumn.class);
  }

  @Test
  void what_the_steward_says_overrides_detection() throws IOException {
    CsvOptions options =
        CsvOptions.DETECT
            .withDelimiter(';')
            .withQuote('\'')
            .withCharset(StandardCharsets.ISO_8859_1)
            .withHeader(false)
            .withDecimalComma(true)
            .withMissingMarks(Set.of("-9", "."));
    CsvTable read = read("'a;b';1,5\nc;.\n-9;2,0\n".getBytes(StandardCharsets.ISO_8859_1), options);

    assertThat(read.dialect().charset()).isEqualTo(StandardCharsets.ISO_8859_1);
    assertThat(texts(read.table().columns().get(0))).containsExactly("a;b", "c", null);
    assertThat(texts(read.table().columns().get(1))).containsExactly("1.5", null, "2.0");
    assertThat(read.missingMarks()).containsExactly("-9", ".");
  }

  @Test
  void knows_every_missing_mark_and_which_one_a_column_uses_most() throws IOException {
    CsvTable read = read("a,b\n ? ,1\nNA,2\n?,3\nN/A,nan\nNaN,NULL\nnull,None\n, None\nx,4\n");

    assertThat(read.table().columns().get(0).missingCount()).isEqualTo(7);
    assertThat(read.table().columns().get(1).missingCount()).isEqualTo(4);
    assertThat(read.table().columns().get(1)).isInstanceOf(NumberColumn.class);
    assertThat(read.missingMarks()).containsExactly("?", "None");
  }

  @Test
  void only_plain_numbers_become_numbers() throws IOException {
    CsvTable read =
        read(
            "plain,zeros,code,long,small,mixed\n"
                + "1,007,4E5,123456789012345678,1e-05,1\n"
                + "-2.50,12,250.83,1,-0.5,>2\n");

    NumberColumn plain = (NumberColumn) read.table().columns().get(0);
    assertThat(plain.decimals()).isEqualTo(2);
    assertThat(texts(plain)).containsExactly("1.00", "-2.50");
    assertThat(texts(read.table().columns().get(1))).containsExactly("007", "12");
    assertThat(texts(read.table().columns().get(2))).containsExactly("4E5", "250.83");
    assertThat(texts(read.table().columns().get(3))).containsExactly("123456789012345678", "1");
    NumberColumn small = (NumberColumn) read.table().columns().get(4);
    assertThat(small.value(0)).isEqualTo(1e-5);
    assertThat(small.decimals()).isEqualTo(5);
    assertThat(texts(read.table().columns().get(5))).containsExactly("1", ">2");
  }

  @Test
  void a_column_that_turns_to_text_after_the_sample_keeps_its_first_cells_as_spelled()
      throws IOException {
    StringBuilder text = new StringBuilder("a,b\n");
    for (int row = 0; row < 3 * RowCollector.SAMPLE_ROWS; row++) {
      text.append(row).append(".50,").append(row).append('\n');
    }
    CsvTable read = read(text.append("high,1\n").toString());

    assertThat(read.table().columns().get(0)).isInstanceOf(CategoryColumn.class);
    assertThat(read.table().columns().get(0).text(3)).isEqualTo("3.50");
    assertThat(read.table().columns().get(1)).isInstanceOf(NumberColumn.class);
    assertThat(read.table().rows()).isEqualTo(3 * RowCollector.SAMPLE_ROWS + 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'' # The file is empty.",
        "'a,b\n' # The table has a header but no rows.",
        "'a,b,a\n1,2,3\n' # The header names two columns 'a': columns 1 and 3.",
        "'a,,c\nx,2,3\n' # Column 2 has no name in the header.",
        "'a,b\u202Ec\n1,2\n' # The name of column 2 in the header holds an invisible character that"
            + " turns the direction of writing, U+202E; type the name anew.",
        "'a,b\n1,2\n1,2,3\n' # Row 2 (line 3) has 3 cells but the table has 2 columns.",
        "'a,b\n1,2\n\n5,6\n7\n' # Row 3 (line 5) has 1 cell but the table has 2 columns.",
        "'a\n1\n2\n' # The table has only one column; at least two are needed (or the delimiter is"
            + " another one).",
        "'a,b\n1,\"open\n2,3\n' # A quoted cell is not closed properly in or after row 1 (line 3).",
        "'a,b\n1,\"x\"y\n' # A quoted cell is not closed properly in or after row 1 (line 2).",
      })
  void tells_in_one_sentence_what_is_wrong(String text, String sentence) {
    assertThatThrownBy(() -> read(text == null ? "" : text))
        .isInstanceOf(TableFormatException.class)
        .hasMessage(sentence);
  }

  @Test
  void refuses_bytes_that_are_not_valid_in_the_chosen_encoding_naming_the_row() {
    byte[] bytes = ("a,b\n" + "x,y\n".repeat(9) + "ü,y\n").getBytes(Encodings.WINDOWS_1252);
    assertThatThrownBy(() -> read(bytes, CsvOptions.DETECT.withCharset(StandardCharsets.UTF_8)))
        .isInstanceOf(TableFormatException.class)
        .hasMessageStartingWith("The file is not valid in the encoding UTF-8;")
        .hasMessageMatching(".* (the header|row \\d+)\\.");
  }

  @Test
  void refuses_what_is_no_text_table() throws IOException {
    assertThatThrownBy(() -> read("a,b\nx,y\0z\n"))
        .hasMessage("The file holds NUL bytes; it is not a text table.");
    assertThatThrownBy(() -> read("%PDF-1.7\n%\n1 0 obj\n"))
        .hasMessage("The file is a PDF document, not a table.");
    assertThatThrownBy(() -> read("PK\3\4anything"))
        .hasMessage("The file is a spreadsheet or another packed file, not a CSV text file.");
    byte[] noise = {'a', ',', 'b', '\n', (byte) 0x81, (byte) 0x8D, ',', (byte) 0xFF, '\n'};
    assertThatThrownBy(() -> read(noise, CsvOptions.DETECT))
        .isInstanceOf(TableFormatException.class)
        .hasMessageStartingWith("The file's encoding was not recognised");
  }

  @Test
  void refuses_a_folder_a_missing_and_an_unreadable_file() throws IOException {
    assertThatThrownBy(() -> CsvReader.read(folder, CsvOptions.DETECT, ReadListener.NONE))
        .isInstanceOf(TableFormatException.class)
        .hasMessageStartingWith("This is a folder");
    Path none = folder.resolve("none.csv");
    assertThatThrownBy(() -> CsvReader.read(none, CsvOptions.DETECT, ReadListener.NONE))
        .isInstanceOf(TableFormatException.class)
        .hasMessage("There is no file with this name.");
  }

  @Test
  void refuses_a_file_it_may_not_read() throws IOException {
    Path file = Files.writeString(folder.resolve("locked.csv"), "a,b\n1,2\n");
    org.junit.jupiter.api.Assumptions.assumeTrue(
        file.toFile().setReadable(false) && !Files.isReadable(file),
        "this user may read every file");
    assertThatThrownBy(() -> CsvReader.read(file, CsvOptions.DETECT, ReadListener.NONE))
        .isInstanceOf(TableFormatException.class)
        .hasMessageContaining("permission was denied");
  }

  @Test
  void ends_when_cancelled_and_tells_how_far_it_is() throws IOException {
    Path file = Files.writeString(folder.resolve("long.csv"), "a,b\n" + "1,2\n".repeat(100_000));
    List<Double> seen = new ArrayList<>();
    ReadListener listener =
        new ReadListener() {
          @Override
          public void progress(double done) {
            seen.add(done);
          }

          @Override
          public boolean cancelled() {
            return seen.size() > 5;
          }
        };
    assertThatThrownBy(() -> CsvReader.read(file, CsvOptions.DETECT, listener))
        .isInstanceOf(CancellationException.class);
    assertThat(seen).hasSize(6).isSorted().allMatch(done -> done >= 0 && done <= 1);
  }

  @Test
  void the_rows_that_are_looked_at_first_can_be_cancelled_too() throws IOException {
    Path file = Files.writeString(folder.resolve("wide.csv"), "a,b\n" + "1,2\n".repeat(5_000));
    List<Double> seen = new ArrayList<>();
    AtomicInteger asked = new AtomicInteger();
    ReadListener listener =
        new ReadListener() {
          @Override
          public void progress(double done) {
            seen.add(done);
          }

          @Override
          public boolean cancelled() {
            return asked.incrementAndGet() == 8;
          }
        };
    assertThatThrownBy(() -> CsvReader.read(file, CsvOptions.DETECT, listener))
        .isInstanceOf(CancellationException.class);
    assertThat(asked).hasValue(8);
    assertThat(seen).isEmpty();
  }
}
