package modulus.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {
  @TempDir Path folder;

  private static String write(Table table, List<String> marks) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvWriter.write(table, marks, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void writes_rfc_4180_with_each_columns_precision_and_missing_mark() throws IOException {
    BitSet second = new BitSet();
    second.set(1);
    Table table =
        new Table(
            List.of(
                new CategoryColumn(
                    "a \"b\"", List.of("x,y", "line\nbreak", "ü"), new int[] {0, 1, -1}),
                new NumberColumn("n", new double[] {1.5, 0, -2}, second, 2)));

    assertThat(write(table, List.of("?", "")))
        .isEqualTo("\"a \"\"b\"\"\",n\r\n\"x,y\",1.50\r\n\"line\nbreak\",\r\n?,-2.00\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "@SUM(A1)", "\t1", "\r1", "+1+1", "-1+cmd|' /C calc'!A0", "-x", "+-3"})
  void a_cell_a_spreadsheet_would_run_gets_an_apostrophe_wherever_it_stands(String formula)
      throws IOException {
    Table table =
        new Table(List.of(new CategoryColumn(formula, List.of(formula), new int[] {0, -1})));
    String quoted = "'" + formula;
    String written = write(table, List.of(formula)).replace("\"", "");
    assertThat(written).isEqualTo((quoted + "\r\n").repeat(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-3.5", "-3,5", "+2", "-.5", "-1e-05", "-", "+", "a=b", "3-4", "'=1"})
  void numbers_lone_signs_and_text_stay_as_they_are(String cell) throws IOException {
    Table table = new Table(List.of(new CategoryColumn("c", List.of(cell), new int[] {0})));
    assertThat(write(table, List.of("")).replace("\"", "")).isEqualTo("c\r\n" + cell + "\r\n");
  }

  /** A spreadsheet set to semicolons or tabs begins a cell after them, whatever we quoted. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "a;=1+1|a;'=1+1",
        "a;@x;+y;-z|a;'@x;'+y;'-z",
        "a;;=1|a;;'=1",
        "a;\"=1\"|a;'\"=1\"",
        "-3x;-3x|'-3x;'-3x",
        "a;-3.5;+2,5;-1e-05;-;x|a;-3.5;+2,5;-1e-05;-;x",
        "a;\"-3.5\"|a;\"-3.5\"",
        "a; b=c;d-e|a; b=c;d-e",
      })
  void the_same_holds_after_a_separator_of_other_spreadsheets(String cell, String written)
      throws IOException {
    Table table = new Table(List.of(new CategoryColumn("c", List.of(cell), new int[] {0})));
    CSVRecord read =
        CSVFormat.RFC4180.parse(new StringReader(write(table, List.of("")))).getRecords().get(1);
    assertThat(read.get(0)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", "\n", "\r", "\r\n"})
  void and_after_a_tab_or_a_line_break(String separator) throws IOException {
    String cell = "a" + separator + "=1" + separator + "-2";
    Table table = new Table(List.of(new CategoryColumn("c", List.of(cell), new int[] {0})));
    assertThat(write(table, List.of("")).replace("\"", ""))
        .isEqualTo("c\r\na" + separator + "'=1" + separator + "-2\r\n");
  }

  @Property(tries = 200)
  void what_was_written_is_read_back(
      @ForAll("cells") List<String> first, @ForAll("cells") List<String> second)
      throws IOException {
    int rows = Math.min(first.size(), second.size());
    Table table = new Table(List.of(column("first", first, rows), column("second", second, rows)));
    Path file = Files.createTempFile("round", ".csv");
    try {
      CsvWriter.write(table, List.of("", "?"), file);
      CsvOptions options = CsvOptions.DETECT.withHeader(true).withDelimiter(',').withQuote('"');
      Table read = CsvReader.read(file, options, ReadListener.NONE).table();
      for (Column column : table.columns()) {
        Column again = read.column(column.name()).orElseThrow();
        for (int row = 0; row < rows; row++) {
          assertThat(again.isMissing(row)).isEqualTo(column.isMissing(row));
          assertThat(again.text(row)).isEqualTo(column.text(row));
        }
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static CategoryColumn column(String name, List<String> cells, int rows) {
    List<String> dictionary = cells.stream().distinct().filter(cell -> !cell.isEmpty()).toList();
    int[] codes = cells.stream().limit(rows).mapToInt(dictionary::indexOf).toArray();
    return new CategoryColumn(name, dictionary, codes);
  }

  @Provide
  Arbitrary<List<String>> cells() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .withChars("ab,;\"'\n\r\t|ü €#")
            .ofMaxLength(6)
            .map(String::strip)
            // text that is a missing mark or a number would be read as one
            .map(cell -> cell.isEmpty() ? cell : "t" + cell);
    return text.list().ofMinSize(1).ofMaxSize(20);
  }

  @Test
  void leaves_what_was_there_and_no_temporary_file_when_writing_fails() throws IOException {
    Path target = Files.writeString(folder.resolve("kept.csv"), "before");

    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    target,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("no space left");
                    }))
        .hasMessage("no space left");

    assertThat(target).hasContent("before");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void replaces_a_file_as_a_whole() throws IOException {
    Path target = Files.writeString(folder.resolve("table.csv"), "before");
    AtomicFile.write(target, out -> out.write('x'));
    assertThat(target).hasContent("x");
  }
}
