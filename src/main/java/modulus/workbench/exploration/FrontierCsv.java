package modulus.workbench.exploration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import modulus.privacy.Epsilon;
import modulus.table.AtomicFile;
import modulus.workbench.EventCosts;
import modulus.workbench.Failure;
import modulus.workbench.Internal;
import modulus.workbench.KeptFile;

/**
 * Explored runs as CSV (RFC 4180, no cell needs quotes): a row per run, by ε; {@code on_frontier}
 * marks those no other run beats. Distances are statistics of the real table, for the house only.
 */
public final class FrontierCsv {
  private static final String BEGINNING = "run,guarantee,epsilon,";
  private static final String HEADER =
      BEGINNING
          + "epsilon_replace_one,delta,lipschitz,latent,rows,"
          + "one_way_distance,two_way_distance,agreement,seconds,on_frontier,"
          + Internal.COLUMN;
  private static final int DIGITS = 4;

  private FrontierCsv() {}

  /** Ends in a line break. */
  public static String of(List<ExploredRun> runs) {
    Set<ExploredRun> frontier = new HashSet<>(Frontier.of(runs));
    StringBuilder csv = new StringBuilder(HEADER).append('\n');
    runs.stream()
        .sorted(
            Comparator.comparingDouble(ExploredRun::epsilonAddRemove)
                .thenComparingInt(ExploredRun::number))
        .forEach(run -> csv.append(line(run, frontier.contains(run))).append('\n'));
    return csv.toString();
  }

  /**
   * Asks before hours of work whether the file can be written.
   *
   * @throws Failure if it has no folder or that of a package, or is there and no frontier
   */
  public static void requireWritable(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null
        || !Files.isDirectory(folder)
        || !Files.isWritable(folder)
        || Files.isDirectory(file)) {
      throw unwritable(file, null);
    }
    Internal.requireOutsidePackage(folder);
    KeptFile.requireOwnKind(file, BEGINNING);
  }

  /**
   * Writes the file wholly or not at all.
   *
   * @throws Failure if it cannot be written
   */
  public static void write(List<ExploredRun> runs, Path file) {
    try {
      AtomicFile.writeForOwner(file, out -> out.write(of(runs).getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static Failure unwritable(Path file, IOException cause) {
    return new Failure(
        Failure.Kind.BAD_INPUT,
        file.getFileName() + ": the frontier could not be written.",
        "Choose a folder you may write to, with space left.",
        cause);
  }

  private static String line(ExploredRun run, boolean onFrontier) {
    return String.join(
        ",",
        Integer.toString(run.number()),
        run.settings().scope().label(),
        Epsilon.format(run.epsilonAddRemove(), DIGITS),
        Epsilon.format(run.epsilonReplaceOne(), DIGITS),
        EventCosts.spelled(run.settings().delta()),
        String.format(Locale.ROOT, "%.6g", run.lipschitz()),
        Integer.toString(run.settings().latent()),
        Integer.toString(run.utility().syntheticRows()),
        String.format(Locale.ROOT, "%.5f", run.utility().oneWay()),
        String.format(Locale.ROOT, "%.5f", run.utility().twoWay()),
        String.format(Locale.ROOT, "%.5f", run.agreement()),
        String.format(Locale.ROOT, "%.1f", run.seconds()),
        onFrontier ? "yes" : "no",
        Internal.CELL);
  }
}
