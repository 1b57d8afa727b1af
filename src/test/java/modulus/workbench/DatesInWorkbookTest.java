package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import modulus.certificate.SyntheticFile;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.table.Column;
import modulus.table.Table;
import modulus.table.TableOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package's workbook holds date cells, verifies, and is read as the table it was made from. */
class DatesInWorkbookTest {
  private static final int PATIENTS = 300;
  private static final int ROWS = 120;

  @TempDir Path folder;

  /** Births from 1880 on, some missing, and admissions as mimic4demo_diagnoses spells them. */
  private Path ward() throws IOException {
    DateTimeFormatter american = DateTimeFormatter.ofPattern("M/d/yy H:mm");
    List<String> lines = new ArrayList<>(List.of("born,admitted,sex"));
    for (int row = 0; row < PATIENTS; row++) {
      LocalDateTime born = LocalDateTime.of(1880, 1, 1, 0, 0).plusDays(row * 137L);
      LocalDateTime admitted = LocalDateTime.of(2011, 5, 3, 7, 0).plusMinutes(row * 7_919L);
      lines.add(
          (row % 9 == 0 ? "" : born.toLocalDate())
              + ","
              + american.format(admitted)
              + (row % 2 == 0 ? ",f" : ",m"));
    }
    return Files.write(folder.resolve("ward.csv"), lines);
  }

  private static List<String> texts(Table table, String name) {
    Column column = table.column(name).orElseThrow();
    return IntStream.range(0, column.rows())
        .mapToObj(row -> column.isMissing(row) ? "" : column.text(row))
        .toList();
  }

  @Test
  void it_verifies_and_gives_the_synthetic_table_back_cell_by_cell() throws IOException {
    OpenedTable opened = new TableOpening().open(ward(), RunListener.silent());
    assertThat(opened.draft().attributes().stream().map(Attribute::domain).toList())
        .filteredOn(Domain.Date.class::isInstance)
        .extracting(domain -> ((Domain.Date) domain).pattern())
        .containsExactly("uuuu-MM-dd", "M/d/uu H:mm");
    SynthesisOutcome outcome =
        new SynthesisRun(
                opened.table(),
                opened.draft(),
                SynthesisSettings.defaults()
                    .withScope(Scope.RELEASE_ONLY)
                    .withLipschitz(OptionalDouble.of(0.3))
                    .withEpsilon(OptionalDouble.empty())
                    .withRows(OptionalInt.of(ROWS)))
            .run(RunListener.silent());
    Path out = folder.resolve("package");
    new PackageExport()
        .withFile(SyntheticFile.XLSX)
        .export(outcome, out, new SigningChoice.OneTimeKey());

    PackageVerification.Findings findings = new PackageVerification().verify(out, Optional.empty());
    assertThat(findings.holds()).as(String.join("\n", findings.lines())).isTrue();
    Table read =
        new TableOpening()
            .read(out.resolve("synthetic.xlsx"), TableOptions.DETECT, RunListener.silent());
    assertThat(texts(read, "born")).isEqualTo(texts(outcome.synthetic(), "born"));
    assertThat(texts(read, "admitted")).allMatch(cell -> cell.matches("20..-..-.. ..:..:00"));
    Table respelled = RespelledDates.of(read, outcome.schema());
    for (String name : List.of("born", "admitted", "sex")) {
      assertThat(texts(respelled, name)).as(name).isEqualTo(texts(outcome.synthetic(), name));
    }
  }
}
