package modulus.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Looks every few milliseconds at what one thread does, and remembers where it was found at work
 * that takes long: accounting, training, evaluating, reading and writing files. Such work is found
 * with near certainty once it has computed for {@value #LEAST_MILLIS} ms; what computes less is a
 * value that is drawn or compared, though a busy machine may show it at one look. The setting up of
 * a class is none of it, which only reads the class.
 */
final class ThreadWatch implements AutoCloseable {
  private static final long LOOK_MILLIS = 5;
  private static final long LEAST_MILLIS = 10;

  /** Whatever is below these does long work. */
  private static final List<String> LONG =
      List.of(
          "modulus.privacy.Accountant",
          "modulus.privacy.Calibration",
          "modulus.privacy.Composition",
          "modulus.privacy.EndToEndBudget",
          "modulus.privacy.GaussianMechanism.mu",
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

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
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
      Optional<String> before = Optional.empty();
      long begun = 0;
      long looked = -1;
      while (!closed) {
        long computed = threads.getThreadCpuTime(watched.getId());
        if (computed != looked) { // it is where it was otherwise, and a look costs
          looked = computed;
          Optional<String> now = longWork(watched.getStackTrace());
          if (!now.equals(before)) {
            before = now;
            begun = computed;
          } else if (computed - begun >= TimeUnit.MILLISECONDS.toNanos(LEAST_MILLIS)) {
            now.ifPresent(found::add);
          }
        }
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
