package modulus.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By what a file is known again, however it is read. */
class SourceDigestTest {
  private static final byte[] KEY =
      "a key that is 32 bytes long.....".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  private static Optional<String> of(Path file, TableOptions options) throws IOException {
    return TableFingerprint.ofSource(
        TableReader.read(file, options, ReadListener.NONE).table(), KEY);
  }

  @Test
  void it_stays_when_the_file_is_read_in_another_way() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "a;b\n1,5;2\n2,5;3\n");
    Optional<String> detected = of(file, TableOptions.DETECT);
    assertThat(detected).isPresent();
    assertThat(of(file, TableOptions.of(CsvOptions.DETECT.withHeader(false)))).isEqualTo(detected);
    assertThat(of(file, TableOptions.of(CsvOptions.DETECT.withDecimalComma(false))))
        .isEqualTo(detected);
  }

  @Test
  void it_changes_with_every_byte_and_with_the_key() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n");
    Path other = Files.writeString(folder.resolve("b.csv"), "a,b\n1,2\r\n");
    Table table = TableReader.read(file, TableOptions.DETECT, ReadListener.NONE).table();
    assertThat(of(other, TableOptions.DETECT)).isNotEqualTo(of(file, TableOptions.DETECT));
    assertThat(TableFingerprint.ofSource(table, new byte[32]))
        .isNotEqualTo(of(file, TableOptions.DETECT));
  }

  @Test
  void two_sheets_of_a_workbook_are_two_tables() throws IOException {
    Path file = folder.resolve("a.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      for (String name : new String[] {"first", "second"}) {
        Worksheet sheet = book.newWorksheet(name);
        for (int row = 0; row < 3; row++) {
          sheet.value(row, 0, row == 0 ? "a" : "x");
          sheet.value(row, 1, row == 0 ? "b" : "y");
        }
      }
    }
    Optional<String> first = of(file, TableOptions.DETECT.withSheet("first"));
    assertThat(of(file, TableOptions.DETECT)).isEqualTo(first);
    assertThat(of(file, TableOptions.DETECT.withSheet("second"))).isNotEqualTo(first);
  }

  @Test
  void a_part_of_a_table_is_nobodys_file() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n3,4\n");
    Table table = TableReader.read(file, TableOptions.DETECT, ReadListener.NONE).table();
    assertThat(table.source()).isPresent();
    assertThat(table.select(new int[] {0}).source()).isEmpty();
  }

  /** Old values must not go by the hash of the file that took their place. */
  @Test
  void a_file_that_changes_while_it_is_read_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n");
    ReadListener changing =
        new ReadListener() {
          @Override
          public boolean cancelled() {
            try {
              Files.writeString(file, "a,b\n1,2\n3,4\n");
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            return false;
          }
        };
    assertThatThrownBy(() -> TableReader.read(file, TableOptions.DETECT, changing))
        .isInstanceOf(TableFormatException.class)
        .hasMessageContaining("changed while it was read");
  }

  @Test
  void it_can_be_cancelled() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n");
    ReadListener cancelled =
        new ReadListener() {
          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> SourceDigest.of(file, Optional.empty(), cancelled))
        .isInstanceOf(CancellationException.class);
  }
}
