package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import modulus.certificate.ClaimScope;
import modulus.schema.PatientColumn;
import modulus.schema.Schema;
import modulus.table.Column;
import modulus.table.CsvOptions;
import modulus.table.CsvWriter;
import modulus.table.Table;
import modulus.table.TableOptions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model learned from half of the fictional ward, rows drawn from the other half. */
class SeparateTableTest {
  private static final int HALF = 1_000;
  private static Table all;
  private static Schema schema;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    all = new TableOpening().open(Path.of("assets/ward-sample.csv"), RunListener.silent()).table();
    schema = new SchemaFiles().read(Path.of("assets/ward-sample.schema.json"));
  }

  private static Table rows(int from) {
    return all.select(IntStream.range(from, from + HALF).toArray());
  }

  private Path written(Table table, String name) throws Exception {
    Path file = folder.resolve(name);
    CsvWriter.write(table, Collections.nCopies(table.columns().size(), ""), file);
    return file;
  }

  private static SynthesisSettings learningFrom(Path file) {
    return SynthesisSettings.defaults()
        .withScope(Scope.RELEASE_ONLY)
        .withEpsilon(OptionalDouble.of(4))
        .withTrainingTable(Optional.of(file));
  }

  private SynthesisOutcome run(Table table, Schema declared, SynthesisSettings settings) {
    return new RecordedSynthesis(ledger()).run(table, declared, settings, RunListener.silent());
  }

  private BudgetLedger ledger() {
    return BudgetLedger.at(folder.resolve("ledger.jsonl"));
  }

  @Test
  void the_certificate_rests_on_the_separate_table_and_verifies() throws Exception {
    SynthesisOutcome outcome =
        run(rows(0), schema, learningFrom(written(rows(HALF), "others.csv")));
    Path written = folder.resolve("package");
    PackageExport.Written export =
        new PackageExport().export(outcome, written, new SigningChoice.OneTimeKey());

    assertThat(export.scope()).isEqualTo(ClaimScope.SEPARATE_TRAINING_TABLE.words());
    assertThat(export.limits())
        .contains(
            "That no patient of this table is in the reference table is stated by whoever signed and"
                + " was not proved; nothing is said about the patients of the reference table.")
        .noneMatch(limit -> limit.contains("treated as fixed"));
    assertThat(new PackageVerification().verify(written, Optional.empty()).holds()).isTrue();
    assertThat(outcome.records()).isEqualTo(HALF);
    assertThat(outcome.guarantee().epsilonAddRemove()).isBetween(3.9, 4.0);
  }

  @Test
  void the_model_knows_only_what_the_separate_table_holds() throws Exception {
    Table others =
        all.select(
            IntStream.range(HALF, all.rows())
                .filter(row -> !discharge(all).text(row).equals("home"))
                .limit(HALF)
                .toArray());
    SynthesisOutcome outcome = run(rows(0), schema, learningFrom(written(others, "others.csv")));
    long real = sentHome(rows(0));
    assertThat(real).as("most of those whose rows are drawn").isGreaterThan(HALF / 2);
    assertThat(sentHome(outcome.synthetic())).isLessThan(real / 10);
  }

  private static Column discharge(Table table) {
    return table.column("discharge").orElseThrow();
  }

  private static long sentHome(Table table) {
    Column column = discharge(table);
    return IntStream.range(0, table.rows())
        .filter(row -> !column.isMissing(row) && column.text(row).equals("home"))
        .count();
  }

  @Test
  void the_table_itself_is_refused_before_anything_is_recorded() throws Exception {
    Path same = written(rows(0), "same.csv");
    assertThatThrownBy(() -> run(rows(0), schema, learningFrom(same)))
        .isInstanceOf(Failure.class)
        .hasMessage("The training table is the open table itself.");
    assertThat(folder.resolve("ledger.jsonl")).doesNotExist();
  }

  @Test
  void a_patient_in_both_tables_is_refused() throws Exception {
    Schema byStay = schema.withPatient(new PatientColumn("stay_id", 1));
    Path overlapping = written(rows(HALF - 1), "overlapping.csv");
    assertThatThrownBy(() -> run(rows(0), byStay, learningFrom(overlapping)))
        .isInstanceOf(Failure.class)
        .hasMessage("The training table and the open table have patients in common.");
  }

  @Test
  void other_columns_are_refused_by_name() throws Exception {
    Table fewer = new Table(rows(HALF).columns().subList(1, all.columns().size()));
    Path file = written(fewer, "fewer.csv");
    assertThatThrownBy(() -> run(rows(0), schema, learningFrom(file)))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("fewer.csv: The schema names 'stay_id'");
  }

  @Test
  void ranges_read_from_the_data_are_refused_because_they_come_from_its_own_patients()
      throws Exception {
    Path others = written(rows(HALF), "others.csv");
    Schema draft =
        new TableOpening().open(Path.of("assets/ward-sample.csv"), RunListener.silent()).draft();
    assertThatThrownBy(() -> run(rows(0), draft, learningFrom(others)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("nothing was read from the data");
  }

  @Test
  void settings_that_name_a_table_do_not_run_without_it() {
    assertThatThrownBy(
            () ->
                new SynthesisRun(rows(0), schema, learningFrom(folder.resolve("none.csv")))
                    .run(RunListener.silent()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void the_table_without_its_last_row_is_refused_and_so_is_a_larger_table_that_holds_it()
      throws Exception {
    Table open = rows(0);
    Path shorter = written(open.select(IntStream.range(0, HALF - 1).toArray()), "shorter.csv");
    Path larger = written(all.select(IntStream.range(0, 4 * HALF).toArray()), "larger.csv");
    for (Path file : List.of(shorter, larger)) {
      assertThatThrownBy(() -> run(open, schema, learningFrom(file)))
          .isInstanceOf(Failure.class)
          .hasMessageStartingWith("Most rows of one of the two tables");
    }
    assertThat(folder.resolve("ledger.jsonl")).doesNotExist();
  }

  private Optional<String> doubt(Path file, Table open, Schema declared) {
    return RecordedSynthesis.requireApart(open, declared, learningFrom(file), RunListener.silent());
  }

  /** Two rows may be strangers who are alike; a hundred are patients in both tables. */
  @Test
  void a_row_or_two_in_both_tables_are_a_note_and_more_than_chance_explains_are_refused()
      throws Exception {
    Path two = written(rows(HALF - 2), "two.csv");
    assertThat(doubt(two, rows(0), schema))
        .get(InstanceOfAssertFactories.STRING)
        .startsWith("Some rows of the training table")
        .doesNotContainPattern("\\d");
    Path overlapping = written(rows(HALF - 100), "overlapping.csv");
    assertThatThrownBy(() -> run(rows(0), schema, learningFrom(overlapping)))
        .isInstanceOf(Failure.class)
        .hasMessageEndingWith("than chance explains.");
    assertThat(folder.resolve("ledger.jsonl")).doesNotExist();
    assertThat(doubt(written(rows(HALF), "others.csv"), rows(0), schema)).isEmpty();
  }

  /** Of 300 strangers' rows some are alike before any two of one table are. */
  @Test
  void small_tables_of_strangers_are_not_taken_for_overlapping_ones() {
    assertThat(new SharedRows(300, 6, 0, 20.0 / 300).beyondChance()).isFalse();
    for (int table = 0; table < 6; table++) {
      List<String> few = List.of("age", "sex", "discharge", "smoking");
      Schema coarse =
          schema.withAttributes(
              schema.attributes().stream().filter(each -> few.contains(each.name())).toList());
      Table some = all.select(IntStream.range(600 * table, 600 * table + 300).toArray());
      Table others = all.select(IntStream.range(600 * table + 300, 600 * table + 600).toArray());
      assertThat(SharedRows.bothWays(some, others, coarse, RunListener.silent()))
          .noneMatch(SharedRows::beyondChance);
    }
  }

  /** Else no row would be the same once "never" counts as nothing in one of the tables. */
  @Test
  void what_counts_as_missing_in_the_open_table_does_in_the_training_table_too() throws Exception {
    TableOptions otherwise =
        TableOptions.of(CsvOptions.DETECT.withMissingMarks(Set.of("", "never")));
    Path file = written(rows(0), "open.csv");
    Table open = new TableOpening().read(file, otherwise, RunListener.silent());
    int[] shuffled = IntStream.range(0, HALF).map(row -> HALF - 1 - row).toArray();
    Path copy = written(rows(0).select(shuffled), "copy.csv");
    assertThatThrownBy(() -> run(open, schema, learningFrom(copy)))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("Most rows of one of the two tables");
  }

  @Test
  void rows_that_are_alike_because_attributes_are_few_are_no_reason_to_refuse() throws Exception {
    List<String> few = List.of("sex", "discharge");
    Schema coarse =
        schema.withAttributes(
            schema.attributes().stream().filter(each -> few.contains(each.name())).toList());
    Table open =
        new Table(
            rows(0).columns().stream().filter(column -> few.contains(column.name())).toList());
    Table others =
        new Table(
            rows(HALF).columns().stream().filter(column -> few.contains(column.name())).toList());
    assertThat(SharedRows.of(others, open, coarse, RunListener.silent()).shared())
        .isGreaterThan(HALF / 2);
    assertThat(doubt(written(others, "others.csv"), open, coarse)).isEmpty();
  }

  /** The rows, one line each; one stay's number and one age are spelled with further decimals. */
  private Path spelledAnew(Table table, String name) throws Exception {
    List<String> lines = new ArrayList<>(Files.readAllLines(written(table, name)));
    List<String> names = List.of(lines.get(0).split(","));
    String[] cells = lines.get(5).split(",", -1);
    cells[names.indexOf("stay_id")] += ".0";
    cells[names.indexOf("age")] += ".00";
    lines.set(5, String.join(",", cells));
    return Files.write(folder.resolve(name), lines);
  }

  @Test
  void the_table_itself_is_known_again_by_its_values_however_numbers_are_spelled()
      throws Exception {
    Path same = spelledAnew(rows(0), "same.csv");
    assertThatThrownBy(() -> run(rows(0), schema, learningFrom(same)))
        .isInstanceOf(Failure.class)
        .hasMessage("The training table is the open table itself.");
  }

  /** Most rows differ once "never" counts as nothing. */
  @Test
  void the_table_itself_is_known_again_by_its_file_however_that_is_read() throws Exception {
    Path same = written(rows(0), "same.csv");
    TableOptions otherwise =
        TableOptions.of(CsvOptions.DETECT.withMissingMarks(Set.of("", "never")));
    Table open = new TableOpening().read(same, otherwise, RunListener.silent());
    assertThat(open.column("smoking").orElseThrow().missingCount()).isGreaterThan(HALF / 2);
    assertThatThrownBy(() -> run(open, schema, learningFrom(same)))
        .isInstanceOf(Failure.class)
        .hasMessage("The training table is the open table itself.");
  }

  @Test
  void a_patient_is_known_again_by_the_number_s_value() throws Exception {
    Schema byStay = schema.withPatient(new PatientColumn("stay_id", 1));
    Path overlapping =
        spelledAnew(all.select(IntStream.range(HALF - 5, 2 * HALF).toArray()), "p.csv");
    assertThatThrownBy(() -> run(rows(0), byStay, learningFrom(overlapping)))
        .isInstanceOf(Failure.class)
        .hasMessage("The training table and the open table have patients in common.");
  }

  @Test
  void rows_in_both_tables_are_found_by_value() throws Exception {
    Table open = rows(0);
    Path shorter = spelledAnew(open.select(IntStream.range(0, HALF - 1).toArray()), "shorter.csv");
    assertThatThrownBy(() -> run(open, schema, learningFrom(shorter)))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("Most rows of one of the two tables");
    Path some =
        spelledAnew(all.select(IntStream.range(HALF - 100, 2 * HALF).toArray()), "some.csv");
    assertThatThrownBy(() -> doubt(some, open, schema))
        .isInstanceOf(Failure.class)
        .hasMessageEndingWith("than chance explains.");
  }
}
