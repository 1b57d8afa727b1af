package modulus.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Looks every few milliseconds at what one thread does, and remembers where it was found at work
 * that takes long: accounting, training, evaluating, reading and writing files. Such work is found
 * with near certainty. Values that the window draws and compares are none of it, nor is the setting
 * up of a class, which only reads the class.
 */
final class ThreadWatch implements AutoCloseable {
  private static final long LOOK_MILLIS = 5;

  /** Whatever is below these does long work. */
  private static final List<String> LONG =
      List.of(
          "modulus.privacy.Accountant",
          "modulus.privacy.Calibration",
          "modulus.privacy.Composition",
          "modulus.privacy.EndToEndBudget",
          "modulus.vae.",
          "modulus.evaluation.ExactCopies",
          "modulus.evaluation.Marginals",
          "modulus.evaluation.PairAssociations.of",
          "modulus.evaluation.PairCounts",
          "modulus.evaluation.UtilityReport.of",
          "modulus.evaluation.learning.TrainOnSynthetic",
          "modulus.table.Csv",
          "modulus.table.AtomicFile",
          "modulus.table.DialectDetection",
          "modulus.table.TableFingerprint",
          "modulus.schema.SchemaDraft",
          "modulus.certificate.ledger.LedgerFile",
          "modulus.certificate.PackageWriter",
          "modulus.certificate.SigningKeystore",
          "modulus.certificate.Verifier",
          "modulus.workbench.BudgetLedger",
          "modulus.workbench.SynthesisRun",
          "modulus.workbench.TableOpening",
          "modulus.workbench.project.ProjectFile",
          "modulus.workbench.project.RecentProjects.list",
          "modulus.workbench.project.RecentProjects.used",
          "modulus.workbench.project.TableBytes");

  private final Thread watched;
  private final Set<String> found = ConcurrentHashMap.newKeySet();
  private final Thread looking = new Thread(this::look, "thread watch");
  private volatile boolean closed;

  private ThreadWatch(Thread watched) {
    this.watched = watched;
  }

  /** Begins to look at {@code watched}. */
  static ThreadWatch over(Thread watched) {
    ThreadWatch watch = new ThreadWatch(watched);
    watch.looking.setDaemon(true);
    watch.looking.start();
    return watch;
  }

  private void look() {
    try {
      while (!closed) {
        longWork(watched.getStackTrace()).ifPresent(found::add);
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<String> longWork(StackTraceElement[] stack) {
    Predicate<StackTraceElement> isLong =
        frame ->
            !frame.getMethodName().equals("<clinit>")
                && LONG.stream().anyMatch(name(frame)::startsWith);
    return Stream.of(stack).filter(isLong).reduce((inner, outer) -> outer).map(ThreadWatch::name);
  }

  private static String name(StackTraceElement frame) {
    return frame.getClassName() + "." + frame.getMethodName();
  }

  /** The long work found so far, outermost calls, each once. */
  Set<String> found() {
    return Set.copyOf(found);
  }

  @Override
  public void close() {
    closed = true;
  }
}
