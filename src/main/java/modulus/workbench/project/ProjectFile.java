package modulus.workbench.project;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.Deflater;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.crypto.SecretKey;
import modulus.certificate.CancellableOutput;
import modulus.certificate.FormatException;
import modulus.schema.SchemaException;
import modulus.table.AtomicFile;
import modulus.workbench.Failure;
import modulus.workbench.SynthesisOutcome;

/**
 * A project as a file: a zip of {@code project.json} and the {@link RunEntries} of each kept run.
 * Read in memory alone: nothing is ever unpacked to a path the file names.
 */
public final class ProjectFile {
  /** What project files end in. */
  public static final String EXTENSION = ".modulus";

  private static final Logger LOG = Logger.getLogger(ProjectFile.class.getName());
  private static final String TEXT = "project.json";
  private static final int MOST_TEXT = 64 << 20;
  static final int MOST_OUTCOMES = 1_000;

  private final SecretKey key;

  /**
   * What a file holds.
   *
   * @param setAside kept runs that do not bear their seal or whose bound nothing proves: left out
   * @param earlier whether it was saved by a version that put no seal on results
   */
  record Content(Project project, int setAside, boolean earlier) {}

  /** Sealing under the key in {@code directory}, made there at first use. */
  ProjectFile(UserDirectory directory) {
    this.key = RunSeal.key(directory.fingerprintKey());
  }

  /**
   * Writes the file wholly or not at all, for its owner alone.
   *
   * @throws java.util.concurrent.CancellationException if the work on the calling thread was
   *     cancelled; what stood there stays
   */
  void write(Project project, Path file) {
    try {
      AtomicFile.clearLeftovers(file);
      AtomicFile.writeForOwner(file, content(project));
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          file.getFileName() + ": the project could not be written; what stood there stays.",
          "Choose a folder you may write to, with space left.",
          e);
    }
  }

  /** What {@link #write} writes. */
  AtomicFile.Content content(Project project) {
    List<SynthesisOutcome> outcomes = kept(project);
    return out -> write(project, outcomes, out);
  }

  /**
   * Each once, the one at hand first; a table too large is left out, and so are more than are read
   * again: their runs keep their figures.
   */
  private static List<SynthesisOutcome> kept(Project project) {
    List<SynthesisOutcome> kept = new ArrayList<>();
    List<SynthesisOutcome> all = new ArrayList<>(project.outcome().stream().toList());
    project.explored().forEach(run -> run.outcome().ifPresent(all::add));
    for (SynthesisOutcome outcome : all) {
      if (kept.size() < MOST_OUTCOMES
          && !kept.contains(outcome)
          && TableBytes.fits(outcome.synthetic())) {
        kept.add(outcome);
      }
    }
    return kept;
  }

  private void write(Project project, List<SynthesisOutcome> outcomes, OutputStream out)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(new CancellableOutput(out));
    // a large table costs minutes at the usual level, and every save writes it
    zip.setLevel(Deflater.BEST_SPEED);
    RunEntries.put(zip, TEXT, ProjectJson.write(StoredProject.of(project, outcomes)));
    for (int i = 0; i < outcomes.size(); i++) {
      new RunEntries(key, project.table().fingerprint(), i).write(outcomes.get(i), zip);
    }
    zip.finish();
  }

  /**
   * @throws Failure if the file is no project, or of a version that is not known
   */
  Content read(Path file) {
    return read(file, this::content);
  }

  /**
   * Where the project's table was, read without its runs.
   *
   * @throws Failure if the file is no project, or of a version that is not known
   */
  static Path table(Path file) {
    return read(file, zip -> text(zip).project().table().restored().path());
  }

  /** A look into the zip. */
  private interface Look<T> {
    T at(ZipFile zip) throws IOException, FormatException, SchemaException;
  }

  private static ProjectJson.Text text(ZipFile zip) throws IOException, FormatException {
    ProjectJson.Text text = ProjectJson.project(RunEntries.all(zip, TEXT, MOST_TEXT));
    StoredProject stored = text.project();
    if (!stored.format().equals(StoredProject.FORMAT)) {
      throw new FormatException("it is of another kind");
    }
    if (stored.version() != StoredProject.VERSION) {
      throw new FormatException("it is of version " + stored.version());
    }
    if (stored.outcomes() < 0 || stored.outcomes() > MOST_OUTCOMES) {
      throw new FormatException("it holds " + stored.outcomes() + " runs");
    }
    return text;
  }

  private Content content(ZipFile zip) throws IOException, FormatException, SchemaException {
    ProjectJson.Text text = text(zip);
    StoredProject stored = text.project();
    List<Optional<SynthesisOutcome>> outcomes = new ArrayList<>();
    for (int i = 0; i < stored.outcomes(); i++) {
      outcomes.add(outcome(new RunEntries(key, stored.table().fingerprint(), i), zip));
    }
    int setAside = (int) outcomes.stream().filter(Optional::isEmpty).count();
    return new Content(stored.restored(outcomes), setAside, text.earlier());
  }

  private static <T> T read(Path file, Look<T> look) {
    if (!Files.isRegularFile(file)) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "The project " + file.getFileName() + " is not where it was: " + file + ".",
          "Put it back, or look for it with Project, Open project.");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return look.at(zip);
    } catch (IOException
        | FormatException
        | SchemaException
        | IllegalArgumentException
        | NullPointerException
        | IndexOutOfBoundsException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          file.getFileName() + ": this is no project of this version, or it is damaged.",
          "Choose another project, or open the table anew.",
          e);
    }
  }

  /** A run that is damaged or was changed takes nothing else with it. */
  private static Optional<SynthesisOutcome> outcome(RunEntries run, ZipFile zip) {
    try {
      return Optional.of(run.read(zip));
    } catch (IOException
        | FormatException
        | SchemaException
        | Failure
        | IllegalArgumentException
        | NullPointerException
        | IndexOutOfBoundsException e) {
      LOG.log(Level.FINE, "a run of a project is set aside: {0}", Failure.places(e));
      return Optional.empty();
    }
  }
}
