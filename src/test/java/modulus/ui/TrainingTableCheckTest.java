package modulus.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Messages;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.workbench.Failure;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingTableCheckTest {
  private static final String SOME_SHARED =
      "Some rows of the training table are identical to rows of the open table; make sure that no"
          + " patient is in both.";

  private final Session session = new Session();
  private final HeldBackground background = new HeldBackground();
  private final ShellViewModel shell = new ShellViewModel(session);
  private int looks;

  @BeforeEach
  void check() {
    new TrainingTableCheck(
        session,
        background,
        (table, schema, settings, listener) -> {
          looks++;
          if (settings.trainingTable().equals(Optional.of(Path.of("same.csv")))) {
            throw new Failure(
                Failure.Kind.BAD_INPUT, "The training table is the open table itself.", "");
          }
          return settings.trainingTable().equals(Optional.of(Path.of("overlapping.csv")))
              ? Optional.of(SOME_SHARED)
              : Optional.empty();
        });
    session.open(SmallWard.opened());
    session.schemaProperty().set(session.schemaProperty().get().declared());
  }

  private void learnFrom(String file) {
    session
        .settingsProperty()
        .set(
            SynthesisSettings.defaults()
                .withScope(Scope.RELEASE_ONLY)
                .withTrainingTable(Optional.of(Path.of(file))));
    background.runAll();
  }

  private List<String> limits(Locale locale) {
    Messages messages = new Messages(locale);
    return shell.limits().getValue().stream().map(messages::render).toList();
  }

  @Test
  void a_table_that_a_run_would_refuse_is_told_at_the_chip_as_soon_as_it_is_named() {
    learnFrom("same.csv");
    assertThat(limits(Locale.ENGLISH))
        .containsExactly(
            "A run with this training table would be refused. The training table is the open table"
                + " itself.");
    assertThat(limits(Locale.GERMAN).get(0)).endsWith("ist die offene Tabelle selbst.");

    learnFrom("others.csv");
    assertThat(limits(Locale.ENGLISH)).isEmpty();
    session
        .settingsProperty()
        .set(session.settingsProperty().get().withEpsilon(OptionalDouble.of(2)));
    background.runAll();
    assertThat(looks).as("another \u03b5 is no reason to read the file again").isEqualTo(2);
  }

  @Test
  void rows_that_are_in_both_tables_are_told_at_the_chip_in_both_languages() {
    learnFrom("overlapping.csv");
    assertThat(limits(Locale.ENGLISH)).containsExactly(SOME_SHARED);
    assertThat(limits(Locale.GERMAN)).singleElement().asString().startsWith("Einige Zeilen der");
    learnFrom("others.csv");
    assertThat(limits(Locale.ENGLISH)).isEmpty();
  }

  @Test
  void nothing_is_looked_at_where_no_table_is_named() {
    session.settingsProperty().set(SynthesisSettings.defaults());
    background.runAll();
    assertThat(looks).isZero();
    learnFrom("same.csv");
    session.settingsProperty().set(SynthesisSettings.defaults());
    background.runAll();
    assertThat(looks).isEqualTo(1);
    assertThat(session.trainingLimitProperty().get()).isNull();
  }

  @Test
  void a_schema_that_is_still_open_is_no_reason_to_keep_silent_about_the_table() {
    session.schemaProperty().set(SmallWard.draft());
    learnFrom("same.csv");
    assertThat(limits(Locale.ENGLISH)).anyMatch(limit -> limit.contains("would be refused"));
    session.schemaProperty().set(SmallWard.draft().declared());
    background.runAll();
    assertThat(looks).as("looked at again, for the answer depends on the schema").isEqualTo(2);
  }
}
