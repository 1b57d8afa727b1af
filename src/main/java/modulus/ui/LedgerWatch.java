package modulus.ui;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import modulus.table.Table;
import modulus.ui.common.Background;
import modulus.ui.common.Job;
import modulus.ui.common.Session;
import modulus.workbench.LedgerStanding;
import modulus.workbench.OpenedTable;
import modulus.workbench.RunListener;
import modulus.workbench.SynthesisOutcome;

/**
 * Asks the budget ledger, beside the window's thread, what it holds of the open table: when one is
 * opened, and after everything that may have been recorded since.
 */
final class LedgerWatch {

  /** Looks the table up: {@link modulus.workbench.LedgerLook#of}. */
  @FunctionalInterface
  interface Looking {
    LedgerStanding of(Table table, Optional<SynthesisOutcome> run, RunListener listener);
  }

  private final Session session;
  private final Background background;
  private final Looking looking;
  private Background.Running running;
  private boolean asking;
  private boolean again;

  LedgerWatch(Session session, Background background, Looking looking) {
    this.session = session;
    this.background = background;
    this.looking = looking;
    for (ObservableValue<?> part :
        List.<ObservableValue<?>>of(
            session.tableProperty(),
            session.outcomeProperty(),
            session.writtenProperty(),
            session.runsProperty(),
            session.ledger().outdatedProperty())) {
      part.addListener((source, before, now) -> ask());
    }
  }

  private void ask() {
    if (asking) {
      again = true;
      if (running != null) {
        running.stop();
      }
      return;
    }
    OpenedTable opened = session.tableProperty().get();
    if (opened == null) {
      return;
    }
    asking = true;
    SynthesisOutcome run = session.outcomeProperty().get();
    running =
        background.start(
            new Job<LedgerStanding>(
                Optional.empty(),
                listener -> looking.of(opened.table(), Optional.ofNullable(run), listener),
                standing -> ended(() -> session.ledger().learn(standing)),
                wrong -> ended(() -> session.ledger().unreadable(wrong)),
                () -> ended(() -> {})));
  }

  private void ended(Runnable outcome) {
    asking = false;
    if (again) {
      // something changed since: this answer is about what was before
      again = false;
      ask();
      return;
    }
    outcome.run();
  }
}
