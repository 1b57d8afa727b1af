package modulus.ui.project;

import java.util.Optional;
import java.util.function.LongSupplier;
import modulus.schema.Schema;
import modulus.ui.common.Session;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.exploration.GridChoice;

/** Undo and redo of what was declared and set. */
final class Edits {

  /** What can be taken back. */
  record Declared(Schema schema, SynthesisSettings settings, GridChoice grid) {}

  private final Session session;
  private final History<Declared> history;
  private boolean moving;

  Edits(Session session, LongSupplier clock) {
    this.session = session;
    this.history = new History<>(clock);
    session
        .schemaProperty()
        .addListener(
            (source, before, now) -> {
              if (before == null) {
                begin();
              } else {
                changed("");
              }
            });
    session.settingsProperty().addListener((source, before, now) -> changed("settings"));
    session.gridProperty().addListener((source, before, now) -> changed("grid"));
  }

  /** What is declared now is where undoing ends. */
  void begin() {
    if (session.schemaProperty().get() != null) {
      history.begin(present());
    }
  }

  private void changed(String kind) {
    if (!moving && session.schemaProperty().get() != null) {
      history.changed(present(), kind);
    }
  }

  private Declared present() {
    return new Declared(
        session.schemaProperty().get(),
        session.settingsProperty().get(),
        session.gridProperty().get());
  }

  void undo() {
    take(history.undo());
  }

  void redo() {
    take(history.redo());
  }

  private void take(Optional<Declared> state) {
    moving = true;
    state.ifPresent(
        declared -> {
          session.schemaProperty().set(declared.schema());
          session.settingsProperty().set(declared.settings());
          session.gridProperty().set(declared.grid());
        });
    moving = false;
  }

  History<Declared> history() {
    return history;
  }
}
