package modulus.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.workbench.Failure;
import modulus.workbench.OpenedTable;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import org.junit.jupiter.api.Test;

class DataViewModelTest {
  private final Session session = new Session();
  private final HeldBackground background = new HeldBackground();
  private final DataViewModel data = new DataViewModel(session, background, this::open);

  private OpenedTable open(Path file, RunListener listener) {
    if (listener.cancelled()) {
      throw new RunCancelledException();
    }
    if (file.toString().equals("letter.docx")) {
      throw new Failure(Failure.Kind.BAD_INPUT, "This is no table.", "Choose a CSV file.");
    }
    return SmallWard.opened();
  }

  private void openWard() {
    data.open(Path.of("ward.csv"));
    background.runAll();
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
  void declaring_one_attribute_changes_that_one_only() {
    openWard();
    Attribute sex = data.rows().get(1).attribute();
    data.declare(sex.withDomain(new Domain.Excluded(), DomainOrigin.DECLARED));

    assertThat(data.rows().get(1).kind()).isEqualTo(AttributeKind.EXCLUDED);
    assertThat(data.rows().get(0).attribute()).isEqualTo(SmallWard.draft().attributes().get(0));
  }
}
