package modulus.ui.project;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import modulus.ui.common.Background;
import modulus.ui.common.Job;
import modulus.ui.common.Session;
import modulus.workbench.Failure;
import modulus.workbench.project.Projects;

/** Keeps work that was given no file, in case the program ends unexpectedly. */
final class UnnamedWork {
  private final Session session;
  private final ProjectSaving saving;
  private final RecoveryUseCases useCases;
  private final BooleanSupplier worth;
  private final Consumer<Failure> failed;
  private Background.Running writing;
  private boolean kept;
  private boolean told;
  private int upTo = -1;

  /**
   * @param worth whether there is anything to lose
   * @param failed told once until it works again
   */
  UnnamedWork(
      Session session,
      ProjectSaving saving,
      RecoveryUseCases useCases,
      BooleanSupplier worth,
      Consumer<Failure> failed) {
    this.session = session;
    this.saving = saving;
    this.useCases = useCases;
    this.worth = worth;
    this.failed = failed;
  }

  /** Keeps what changed since, as seldom as a project of its size is saved. */
  void keepByItself() {
    if (saving.file.get() != null
        || upTo == saving.changes()
        || !saving.idle()
        || !worth.getAsBoolean()) {
      return;
    }
    int changes = saving.changes();
    Projects.Sitting sitting = Sittings.of(session);
    Runnable rest = saving.restAfterwards();
    writing =
        saving.alone(
            new Job<Boolean>(
                Optional.empty(),
                listener -> {
                  useCases.keep(sitting, listener);
                  return true;
                },
                done -> {
                  ended(rest);
                  kept = true;
                  told = false;
                  upTo = changes;
                },
                wrong -> {
                  ended(rest);
                  tell(wrong);
                },
                () -> ended(rest)));
  }

  private void ended(Runnable rest) {
    writing = null;
    rest.run();
  }

  private void tell(Failure wrong) {
    if (!told) {
      told = true;
      failed.accept(wrong);
    }
  }

  /** What was kept has made room for what was left. */
  void replaced() {
    kept = false;
  }

  /**
   * What was left is the present work.
   *
   * @param whole whether all of that is kept already
   */
  void adopted(boolean whole) {
    kept = true;
    upTo = whole ? saving.changes() : -1;
  }

  /** Removes what was kept: the work was saved as a project, or let go. */
  void forget() {
    if (kept || writing != null) {
      stopWriting();
      saving.saveThen(() -> forgetThen(() -> {}));
    }
  }

  /** Writing what is about to be removed would only be waited for. */
  void stopWriting() {
    if (writing != null) {
      writing.stop();
    }
  }

  /** Removes what was kept, then goes on; to be called while nothing is saved. */
  void forgetThen(Runnable next) {
    upTo = -1;
    if (!kept) {
      next.run();
      return;
    }
    kept = false;
    saving.alone(
        new Job<Boolean>(
            Optional.empty(),
            listener -> {
              useCases.forget();
              return true;
            },
            done -> next.run(),
            wrong -> next.run(),
            next));
  }
}
