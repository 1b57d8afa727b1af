package modulus.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import modulus.evaluation.report.EvaluationHtml;
import modulus.table.AtomicFile;

/**
 * A file with statistics of the real table, for the house (privacy.md, section 9). It never goes
 * into a package's folder, from where it might be handed on.
 */
public final class InternalReport {
  private final Path file;

  /**
   * @param file ends in {@code .html}; an older report of that name is replaced
   * @throws Failure if the name ends otherwise, the folder is absent or is that of a package, or
   *     the file is there and no such report
   */
  public InternalReport(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (!file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".html")) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "The internal report is HTML, but " + file.getFileName() + " does not end in .html.",
          "Give it such a name.");
    }
    if (!Files.isDirectory(folder)) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "The folder of the internal report does not exist.",
          "Choose a folder that exists and you may write to.");
    }
    Internal.requireOutsidePackage(folder);
    KeptFile.requireOwnKind(file, EvaluationHtml.MARK);
    this.file = file;
  }

  /**
   * Writes it wholly or not at all.
   *
   * @throws Failure if it cannot be written
   */
  public void write(EvaluationRun.Figures figures) {
    try {
      AtomicFile.writeForOwner(
          file, out -> out.write(figures.html().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "The internal report could not be written to " + file.getFileName() + ".",
          "Check that the disk has space and the folder may be written to.",
          e);
    }
  }
}
