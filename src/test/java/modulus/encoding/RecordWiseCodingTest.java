package modulus.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.Schema;
import modulus.table.CsvOptions;
import modulus.table.CsvReader;
import modulus.table.ReadListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pre-processing is record-wise (privacy.md, section 1), from the file on: whatever one patient's
 * cells hold, every other patient's codes stay as they are. Otherwise replacing one row would move
 * counts and gradients of all rows, and no sensitivity would hold.
 */
class RecordWiseCodingTest {
  private static final int ROWS = 60;

  @TempDir private Path folder;

  private static final Schema SCHEMA =
      new Schema(
          List.of(
              attribute("size", new Domain.Numeric(0, 100, 1, ""), true),
              attribute("stage", new Domain.Categorical(List.of("1", "2", "3"), true), false),
              attribute(
                  "day",
                  new Domain.Date(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 12, 31), "uuuuMMdd"),
                  true)));

  private static Attribute attribute(String name, Domain domain, boolean missing) {
    return new Attribute(name, domain, missing, "", DomainOrigin.DECLARED, List.of());
  }

  private static List<String> usual(boolean comma) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      String size = (20 + i) + "." + (1 + i % 9);
      String stage = (1 + i % 3) + (i % 2 == 0 ? "" : ".0");
      String row = size + ";" + stage + ";" + (20_200_101 + i % 28);
      rows.add(comma ? row.replace('.', ',') : row);
    }
    return rows;
  }

  private EncodedTable encoded(List<String> rows, boolean comma) throws IOException {
    Path file = Files.createTempFile(folder, "table", ".csv");
    Files.writeString(
        file, rows.stream().collect(Collectors.joining("\n", "size;stage;day\n", "\n")));
    CsvOptions options = CsvOptions.DETECT.withDelimiter(';').withDecimalComma(comma);
    return FineCoding.of(SCHEMA).encode(CsvReader.read(file, options, ReadListener.NONE).table());
  }

  @ParameterizedTest
  @CsvSource({
    "false, many;1;20200101",
    "true, many;1;20200101",
    "false, 5.0;unknown;20200101",
    "true, 5;unknown;20200101",
    "false, 5.0;1.000;20200101",
    "false, 5.0;1;20200101.5",
    "true, 5;1;20200101.5",
    "true, 5;1;2020010",
    "false, 5.0;1;soon",
    "false, -1e300;1e-05;1e+300",
    "false, ;;",
  })
  void no_cell_of_one_row_changes_what_another_row_s_cells_mean(boolean comma, String odd)
      throws IOException {
    List<String> rows = usual(comma);
    EncodedTable before = encoded(rows, comma);
    int changed = 7;
    rows.set(changed, odd);
    EncodedTable after = encoded(rows, comma);

    for (int row = 0; row < ROWS; row++) {
      for (int j = 0; row != changed && j < SCHEMA.modelled().size(); j++) {
        assertThat(after.codes().code(row, j))
            .as("row %d, attribute %d", row, j)
            .isEqualTo(before.codes().code(row, j));
      }
      if (row != changed) {
        assertThat(after.unit(0).orElseThrow()[row]).isEqualTo(before.unit(0).orElseThrow()[row]);
      }
    }
  }

  @Test
  void the_usual_rows_are_read_as_they_are_meant() throws IOException {
    CodedTable codes = encoded(usual(true), true).codes();

    assertThat(List.of(codes.code(0, 0), codes.code(0, 1), codes.code(0, 2)))
        .containsExactly(201, 0, 0);
    assertThat(List.of(codes.code(1, 0), codes.code(1, 1), codes.code(1, 2)))
        .containsExactly(212, 1, 1);
  }

  @Test
  void a_day_between_two_days_is_no_date() throws IOException {
    List<String> rows = usual(false);
    rows.set(7, "5;1;20200101.5");
    EncodedTable encoded = encoded(rows, false);

    assertThat(encoded.codes().code(7, 2)).isEqualTo(FineCoding.of(SCHEMA).missingCode(2));
  }
}
