package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import modulus.certificate.AttributeFacts;
import modulus.certificate.StatedDomain;
import modulus.certificate.SyntheticFile;
import modulus.schema.Domain;
import modulus.schema.Schema;
import modulus.schema.SerialPattern;
import modulus.table.CategoryColumn;
import modulus.table.Column;
import modulus.table.Table;
import modulus.table.TableOptions;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identifiers are never learned; on request the rows are numbered in their place. */
class RegeneratedIdentifiersTest {
  private static final int PATIENTS = 300;
  private static final int ROWS = 200;

  @TempDir Path folder;

  /** Whose real names are made by {@code name}. */
  private static Table table(String name) {
    Table made = PatientSelectionTest.table(PATIENTS, 3);
    List<Column> columns = new ArrayList<>();
    for (Column column : made.columns()) {
      columns.add(
          column.name().equals("who")
              ? new CategoryColumn(
                  "who",
                  IntStream.range(0, made.rows()).mapToObj(row -> name + row).toList(),
                  IntStream.range(0, made.rows()).toArray())
              : column);
    }
    return new Table(columns);
  }

  private static Schema schema(Table table, String pattern) {
    return PatientSelectionTest.schema(table, 1)
        .withIdentifiersRegenerated(new SerialPattern(pattern));
  }

  private static SynthesisOutcome run(Table table, String pattern) {
    SynthesisSettings settings =
        SynthesisSettings.defaults()
            .withScope(Scope.RELEASE_ONLY)
            .withLipschitz(OptionalDouble.of(0.3))
            .withEpsilon(OptionalDouble.empty())
            .withRows(OptionalInt.of(ROWS));
    return new SynthesisRun(table, schema(table, pattern), settings).run(RunListener.silent());
  }

  private Path exported(SynthesisOutcome outcome, SyntheticFile file) {
    Path out = folder.resolve("package-" + file);
    new PackageExport().withFile(file).export(outcome, out, new SigningChoice.OneTimeKey());
    return out;
  }

  @Test
  void they_stand_in_the_identifier_s_place_each_once_whatever_the_real_ones_are() {
    List<List<String>> numbered = new ArrayList<>();
    // also where a real identifier is spelled like a number that is given out
    for (String real : List.of("ID-0000000", "secret-")) {
      Table table = table(real);
      ReleasedTable released =
          ReleasedTable.of(run(table, "ID-########").synthetic(), schema(table, "ID-########"));
      assertThat(released.table().columns())
          .extracting(Column::name)
          .isEqualTo(table.columns().stream().map(Column::name).toList());
      Column who = released.table().column("who").orElseThrow();
      assertThat(who.distinctCount()).isEqualTo(ROWS);
      numbered.add(IntStream.range(0, ROWS).mapToObj(who::text).toList());
    }
    assertThat(numbered.get(0))
        .isEqualTo(numbered.get(1))
        .startsWith("ID-00000001", "ID-00000002")
        .endsWith("ID-00000200");
  }

  @Test
  void files_dictionary_and_certificate_say_so_and_the_package_verifies() throws Exception {
    SynthesisOutcome outcome = run(table("secret-"), "S##### \"é\"");
    for (SyntheticFile file : SyntheticFile.values()) {
      Path out = exported(outcome, file);
      PackageVerification.Findings findings =
          new PackageVerification().verify(out, Optional.empty());
      assertThat(findings.holds()).as(String.join("\n", findings.lines())).isTrue();
      Table written =
          new TableOpening()
              .read(out.resolve(file.fileName()), TableOptions.DETECT, RunListener.silent());
      assertThat(written.column("who").orElseThrow().text(41)).isEqualTo("S00042 \"é\"");
    }
    Path out = folder.resolve("package-CSV");
    assertThat(Files.readString(out.resolve("data-dictionary.csv")))
        .contains("who,identifier")
        .contains("serial numbers S##### \"\"é\"\"")
        .contains("the real identifier was never learned");
    assertThat(Files.readString(out.resolve("synthetic.csv"))).doesNotContain("secret");
    try (PDDocument document = Loader.loadPDF(out.resolve("certificate.pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
          .contains(
              "Serial numbers in the order of the rows stand in the place of one identifier.");
    }
  }

  @Test
  void the_modelled_table_and_what_it_costs_are_the_same_with_them() {
    SynthesisOutcome outcome = run(table("secret-"), "#####");
    assertThat(outcome.synthetic().column("who")).isEmpty();
    assertThat(outcome.guarantee().events()).hasSize(1);
    assertThat(outcome.diameter()).isEqualTo(Math.sqrt(outcome.schema().modelled().size()));
  }

  @Test
  void a_pattern_too_short_for_the_rows_is_refused_before_and_after_a_run() {
    Table table = table("secret-");
    Schema schema = schema(table, "##");
    assertThatThrownBy(() -> new PackageExport().requireFits(ROWS, schema))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("'##' of 'who' numbers at most 99 rows, but there are 200");
    new PackageExport().requireFits(99, schema);
    SynthesisOutcome outcome = run(table, "##");
    assertThatThrownBy(() -> exported(outcome, SyntheticFile.CSV))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("99");
    assertThat(folder.resolve("package-CSV")).doesNotExist();
  }

  @Test
  void an_identifier_is_left_out_unless_it_is_asked_for() {
    Table table = table("secret-");
    Schema schema = PatientSelectionTest.schema(table, 1);
    assertThat(schema.attributes())
        .filteredOn(each -> each.name().equals("who"))
        .extracting(each -> each.domain())
        .containsExactly(new Domain.Identifier());
    assertThat(ReleasedTable.columns(schema)).isEqualTo(schema.modelled().size());
    assertThat(AttributeFacts.of(schema))
        .extracting(facts -> facts.domain())
        .contains(new StatedDomain.None());
  }
}
