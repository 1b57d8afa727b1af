package modulus.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import modulus.schema.Attribute;
import modulus.schema.AttributeKind;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.PatientColumn;
import modulus.schema.Schema;
import modulus.table.CsvDialect;
import modulus.table.CsvOptions;
import modulus.table.NumberColumn;
import modulus.table.Table;
import modulus.table.TableOptions;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Messages;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.OpenedTable;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import modulus.workbench.SampleTable;
import modulus.workbench.SchemaFiles;
import org.junit.jupiter.api.Test;

class DataViewModelTest {
  private final Session session = new Session();
  private final HeldBackground background = new HeldBackground();
  private final DataViewModel data = new DataViewModel(session, background, new Files());

  private final class Files implements DataViewModel.UseCases {
    @Override
    public OpenedTable open(Path file, TableOptions options, RunListener listener) {
      asked = options;
      if (listener.cancelled()) {
        throw new RunCancelledException();
      }
      if (file.toString().equals("letter.docx")) {
        throw new Failure(Failure.Kind.BAD_INPUT, "This is no table.", "Choose a CSV file.");
      }
      return SmallWard.opened();
    }

    @Override
    public Optional<SampleTable> sample() {
      return sample;
    }

    @Override
    public Schema readSchema(Path file, Table table) {
      if (saved == null) {
        throw new Failure(Failure.Kind.BAD_INPUT, "This is no schema.", "");
      }
      return saved;
    }

    @Override
    public void writeSchema(Schema schema, Path file) {
      saved = schema;
    }
  }

  private TableOptions asked;
  private Optional<SampleTable> sample = Optional.empty();
  private Schema saved;

  private void openWard() {
    data.open(Path.of("ward.csv"));
    background.runAll();
  }

  @Test
  void no_table_is_read_in_place_of_work_that_would_be_lost() {
    List<Runnable> asked = new ArrayList<>();
    session.askBeforeOpening(asked::add);
    openWard();
    assertThat(session.tableProperty().get()).isNull();
    assertThat(data.busyProperty().get()).isFalse();
    asked.get(0).run();
    background.runAll();
    assertThat(session.tableProperty().get()).as("without naming it again").isNotNull();
  }

  @Test
  void an_opened_table_shows_its_attributes_with_what_is_missing_and_what_is_to_confirm() {
    openWard();

    assertThat(data.rows()).hasSize(3);
    AttributeRow age = data.rows().get(0);
    assertThat(age.missingShare()).isEqualTo(0.25);
    assertThat(age.kind()).isEqualTo(AttributeKind.NUMERIC);
    assertThat(age.toConfirm()).isTrue();
    assertThat(data.summaryProperty().get().key()).isEqualTo("data.toConfirm");
  }

  @Test
  void what_was_read_from_the_data_can_be_left_to_the_budget_instead_of_confirmed() {
    openWard();
    assertThat(data.estimableProperty().get()).isTrue();
    data.estimateAll();

    AttributeRow sex = data.rows().get(1);
    assertThat(sex.attribute().estimatedPrivately()).isTrue();
    assertThat(DomainText.of(sex.attribute()).key()).isEqualTo("domain.estimated");
    assertThat(sex.origin()).isEqualTo("origin.FORM_READ_FROM_DATA");
    assertThat(data.rows().get(0).attribute().origin()).isEqualTo(DomainOrigin.DECLARED);
    assertThat(data.estimableProperty().get()).isFalse();

    data.confirmAll();
    assertThat(data.rows().get(1).origin()).isEqualTo("origin.ESTIMATED_PRIVATELY");
    assertThat(session.schemaProperty().get().domainsCovered()).isTrue();
    assertThat(data.summaryProperty().get().key()).isEqualTo("data.allCovered");
  }

  @Test
  void the_sample_opens_with_what_was_declared_of_it() {
    sample = Optional.of(ward("ward-sample.schema.json"));
    assertThat(data.hasSample()).isTrue();

    data.openSample();
    background.runAll();

    assertThat(session.tableProperty().get().table().rows()).isEqualTo(6_000);
    assertThat(session.schemaProperty().get())
        .isEqualTo(new SchemaFiles().read(sample.get().schema()));
    assertThat(data.rows()).hasSize(18).noneMatch(AttributeRow::toConfirm);
  }

  @Test
  void a_sample_that_was_tampered_with_is_told_and_nothing_opens() {
    sample = Optional.of(ward("clinical-ranges.json"));

    data.openSample();
    background.runAll();

    assertThat(data.failureProperty().get().getMessage()).contains("clinical-ranges.json");
    assertThat(session.tableProperty().get()).isNull();
  }

  @Test
  void without_a_sample_none_is_offered() {
    assertThat(data.hasSample()).isFalse();
  }

  private static SampleTable ward(String schema) {
    Path assets = Path.of("assets");
    return new SampleTable(assets.resolve("ward-sample.csv"), assets.resolve(schema));
  }

  @Test
  void a_wrong_file_is_told_in_a_sentence_and_leaves_the_open_table_open() {
    openWard();
    data.open(Path.of("letter.docx"));
    background.runAll();

    assertThat(data.failureProperty().get().sentence()).isEqualTo("This is no table.");
    assertThat(data.rows()).hasSize(3);
    assertThat(data.busyProperty().get()).isFalse();
  }

  @Test
  void a_right_file_after_a_wrong_one_takes_the_failure_away() {
    data.open(Path.of("letter.docx"));
    background.runAll();
    openWard();

    assertThat(data.failureProperty().get()).isNull();
    assertThat(data.rows()).hasSize(3);
  }

  @Test
  void the_format_of_a_file_that_was_refused_can_be_corrected_and_it_is_read_again() {
    data.open(Path.of("letter.docx"));
    background.runAll();
    assertThat(data.refusedProperty().get())
        .isEqualTo(new RefusedFile(Path.of("letter.docx"), List.of()));
    TableOptions said = TableOptions.of(CsvOptions.DETECT.withDelimiter(';'));
    data.reopen(said);
    background.runAll();
    assertThat(asked).isEqualTo(said);
    assertThat(data.failureProperty().get().getMessage()).isEqualTo("This is no table.");

    openWard();
    assertThat(data.refusedProperty().get()).isNull();
    data.reopen(said);
    background.runAll();
    assertThat(data.failureProperty().get()).isNull();
  }

  @Test
  void marks_of_missing_cells_are_typed_with_a_stroke_between_and_the_empty_cell_is_one() {
    assertThat(MissingMarks.parse(" -9 | . ")).hasValue(Set.of("", "-9", "."));
    assertThat(MissingMarks.parse("  ")).as("the usual marks").isEmpty();
    assertThat(MissingMarks.spelled(Set.of("", "NA", "-9"))).isEqualTo("-9|NA");
    Set<String> usual = CsvDialect.DEFAULT_MISSING_MARKS;
    assertThat(MissingMarks.parse(MissingMarks.spelled(usual))).hasValue(usual);
  }

  @Test
  void opening_another_file_ends_the_reading_of_the_first() {
    data.open(Path.of("ward.csv"));
    data.open(Path.of("letter.docx"));
    background.runNext();
    assertThat(session.tableProperty().get()).isNull();
    assertThat(data.busyProperty().get()).isTrue();
    background.runNext();
    assertThat(data.failureProperty().get()).isNotNull();
    assertThat(data.busyProperty().get()).isFalse();
  }

  @Test
  void confirming_everything_makes_the_schema_covered() {
    openWard();
    data.confirmAll();

    assertThat(session.schemaProperty().get().domainsCovered()).isTrue();
    assertThat(data.rows()).noneMatch(AttributeRow::toConfirm);
    assertThat(data.summaryProperty().get().key()).isEqualTo("data.allConfirmed");
  }

  @Test
  void a_format_said_by_the_steward_reads_the_same_file_again() {
    openWard();
    data.reopen(TableOptions.of(CsvOptions.DETECT.withDelimiter(';')));
    background.runAll();
    assertThat(asked.csv().delimiter()).hasValue(';');
    assertThat(data.rows()).hasSize(3);
  }

  @Test
  void a_saved_schema_comes_back_and_a_wrong_one_changes_nothing() {
    openWard();
    data.loadSchema(Path.of("none.json"));
    background.runAll();
    assertThat(data.failureProperty().get().sentence()).isEqualTo("This is no schema.");
    assertThat(session.schemaProperty().get()).isEqualTo(SmallWard.draft());

    data.confirmAll();
    data.saveSchema(Path.of("ward.schema.json"));
    openWard();
    background.runAll();
    assertThat(session.schemaProperty().get().domainsCovered()).isFalse();
    data.loadSchema(Path.of("ward.schema.json"));
    background.runAll();
    assertThat(session.schemaProperty().get().domainsCovered()).isTrue();
    assertThat(data.failureProperty().get()).isNull();
  }

  @Test
  void the_patient_column_is_an_identifier_from_then_on_until_it_is_taken_back() {
    openWard();
    PatientColumn ward = new PatientColumn("ward_id", 3);
    data.patients().declare(Optional.of(ward));
    assertThat(session.schemaProperty().get().patient()).hasValue(ward);
    assertThat(session.schemaProperty().get().rowsPerPatient()).isEqualTo(3);
    assertThat(data.patients().columnProperty().get()).hasValue(ward);
    assertThat(data.rows().get(2).toConfirm()).isFalse();

    Attribute used = data.rows().get(2).attribute();
    data.declare(
        used.withDomain(new Domain.Categorical(List.of("a", "b"), true), DomainOrigin.DECLARED));
    assertThat(data.failureProperty().get().sentence()).contains("'ward_id' names the patient");

    data.patients().declare(Optional.empty());
    assertThat(data.failureProperty().get()).isNull();
    assertThat(session.schemaProperty().get().patient()).isEmpty();
    assertThat(data.patients().columnProperty().get()).isEmpty();
  }

  private void openCases() {
    openWard();
    OpenedTable ward = SmallWard.opened();
    Table cases =
        new Table(
            List.of(
                new NumberColumn("case", new double[] {7, 7, 9, 8}, new BitSet(), 0),
                SmallWard.table().columns().get(1)));
    Schema draft =
        new Schema(
            List.of(
                new Attribute(
                    "case",
                    new Domain.Identifier(),
                    false,
                    "",
                    DomainOrigin.READ_FROM_DATA,
                    List.of()),
                SmallWard.draft().attributes().get(1)));
    session.open(new OpenedTable(Path.of("cases.csv"), cases, ward.dialect(), draft));
  }

  @Test
  void patients_that_a_number_names_are_counted_beside_the_window_s_thread_and_only_once() {
    openCases();
    data.patients().declare(Optional.of(new PatientColumn("case", 1)));
    assertThat(session.schemaProperty().get().patient()).isEmpty();
    assertThat(background.waiting()).isEqualTo(1);
    background.runAll();
    assertThat(data.patients().columnProperty().get()).hasValue(new PatientColumn("case", 1));
    OpenedTable opened = session.tableProperty().get();
    assertThat(opened.patients(session.schemaProperty().get())).isEqualTo(3);

    data.patients().declare(Optional.of(new PatientColumn("case", 2)));
    assertThat(background.waiting()).isZero();
    assertThat(session.schemaProperty().get().rowsPerPatient()).isEqualTo(2);
  }

  @Test
  void a_schema_changed_while_patients_are_counted_stays_as_it_is() {
    openCases();
    data.patients().declare(Optional.of(new PatientColumn("case", 1)));
    data.confirmAll();
    Schema confirmed = session.schemaProperty().get();
    background.runAll();
    assertThat(session.schemaProperty().get()).isEqualTo(confirmed);
  }

  @Test
  void a_column_with_empty_cells_cannot_name_the_patient() {
    openWard();
    data.patients().declare(Optional.of(new PatientColumn("age", 1)));
    assertThat(data.failureProperty().get().sentence()).contains("'age' has empty cells");
    assertThat(session.schemaProperty().get()).isEqualTo(SmallWard.draft());
  }

  @Test
  void declaring_one_attribute_changes_that_one_only() {
    openWard();
    Attribute sex = data.rows().get(1).attribute();
    data.declare(sex.withDomain(new Domain.Excluded(), DomainOrigin.DECLARED));

    assertThat(data.rows().get(1).kind()).isEqualTo(AttributeKind.EXCLUDED);
    assertThat(data.rows().get(0).attribute()).isEqualTo(SmallWard.draft().attributes().get(0));
  }

  private String patientQuestion() {
    return data.patients().questionProperty().get() == null
        ? ""
        : new Messages(Locale.ENGLISH).render(data.patients().questionProperty().get());
  }

  @Test
  void an_identifier_that_repeats_is_asked_of_until_it_is_used_or_each_row_is_a_patient() {
    openWard();
    assertThat(patientQuestion()).isEmpty();
    session.open(SmallWard.repeated());
    String question = "“patient_id” names 3 different values in 4 rows. Does it name the patient?";
    assertThat(patientQuestion()).isEqualTo(question);
    data.confirmAll();
    assertThat(patientQuestion()).as("confirming is no answer").isEqualTo(question);

    data.patients().use();
    background.runAll();
    assertThat(data.patients().columnProperty().get()).hasValue(new PatientColumn("patient_id", 1));
    assertThat(patientQuestion()).isEmpty();

    data.patients().declare(Optional.empty());
    assertThat(patientQuestion()).isEqualTo(question);
    data.patients().keepRows();
    assertThat(patientQuestion()).isEmpty();
    data.saveSchema(Path.of("stays.schema.json"));
    background.runAll();
    assertThat(background.said().get()).isEqualTo(Text.of("status.saved", "stays.schema.json"));
    session.open(SmallWard.repeated());
    data.loadSchema(Path.of("stays.schema.json"));
    background.runAll();
    assertThat(patientQuestion()).as("the answer is part of the schema").isEmpty();
  }

  @Test
  void there_is_nothing_to_confirm_once_everything_was() {
    assertThat(data.confirmableProperty().get()).isFalse();
    openWard();
    assertThat(data.confirmableProperty().get()).isTrue();
    data.confirmAll();
    assertThat(data.confirmableProperty().get()).isFalse();
    assertThat(new Messages(Locale.ENGLISH).render(data.summaryProperty().get()))
        .contains("was declared public knowledge");
  }

  @Test
  void a_known_range_is_told_from_one_that_was_read_from_the_data() {
    openWard();
    assertThat(data.rows())
        .extracting(AttributeRow::origin)
        .containsExactly("origin.RANGE_KNOWN", "origin.READ_FROM_DATA", "origin.READ_FROM_DATA");
  }

  @Test
  void what_is_left_to_confirm_beside_estimates_is_said() {
    openWard();
    data.estimateAll();
    assertThat(new Messages(Locale.ENGLISH).render(data.summaryProperty().get()))
        .startsWith(
            "3 of 3 attributes wait for your confirmation, 1 of them only for kind, precision");
  }

  @Test
  void a_schema_that_was_read_for_another_table_than_the_open_one_is_dropped() {
    openWard();
    data.saveSchema(Path.of("ward.schema.json"));
    background.runAll();
    data.loadSchema(Path.of("ward.schema.json"));
    OpenedTable stays = SmallWard.repeated();
    session.open(stays);
    background.runAll();
    assertThat(session.schemaProperty().get()).isEqualTo(stays.draft());
  }
}
