package modulus.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            .withChars("ab,;\"'\n\r\t|ü €#=")
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
