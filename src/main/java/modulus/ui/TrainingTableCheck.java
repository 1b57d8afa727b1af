package modulus.ui;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.ui.common.Background;
import modulus.ui.common.Job;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.ui.common.Told;
import modulus.workbench.OpenedTable;
import modulus.workbench.RunListener;
import modulus.workbench.SynthesisSettings;

/**
 * Looks at a training table as soon as it is named, beside the window's thread, so that what a run
 * would be refused for is told before it is started.
 */
final class TrainingTableCheck {

  /**
   * The workbench's look, which tells what is to be made sure of, if anything; throws a failure
   * where the table is refused.
   */
  @FunctionalInterface
  interface Look {
    Optional<String> at(
        Table table, Schema schema, SynthesisSettings settings, RunListener listener);
  }

  /** What the answer depends on: not on ε, for example. */
  private record Asked(OpenedTable opened, Schema schema, Path file) {}

  private final Session session;
  private final Background background;
  private final Look look;
  private Asked asked;
  private Background.Running running;

  TrainingTableCheck(Session session, Background background, Look look) {
    this.session = session;
    this.background = background;
    this.look = look;
    session.settingsProperty().addListener(source -> ask());
    session.schemaProperty().addListener(source -> ask());
  }

  private Asked question() {
    SynthesisSettings settings = session.settingsProperty().get();
    OpenedTable opened = session.tableProperty().get();
    Schema schema = session.schemaProperty().get();
    boolean sensible = opened != null && schema != null && settings.separateTraining();
    return sensible ? new Asked(opened, schema, settings.trainingTable().orElseThrow()) : null;
  }

  private void ask() {
    Asked question = question();
    if (Objects.equals(question, asked)) {
      return;
    }
    asked = question;
    session.trainingLimitProperty().set(null);
    if (running != null) {
      running.stop();
      running = null;
    }
    if (question != null) {
      SynthesisSettings settings = session.settingsProperty().get();
      running =
          background.start(
              Job.<Optional<String>>quiet(
                  listener ->
                      look.at(question.opened().table(), question.schema(), settings, listener),
                  doubt -> doubt.ifPresent(told -> tell(question, "limit.trainingShared", told)),
                  refused -> tell(question, "limit.trainingTable", refused.sentence())));
    }
  }

  private void tell(Asked question, String key, String told) {
    if (question.equals(asked)) {
      session.trainingLimitProperty().set(Text.of(key, new Told(told)));
    }
  }
}
