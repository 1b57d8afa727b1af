package modulus.workbench.project;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import modulus.certificate.FormatException;
import modulus.schema.SchemaException;
import modulus.table.AtomicFile;
import modulus.table.Table;
import modulus.workbench.Failure;
import modulus.workbench.SynthesisOutcome;

/**
 * A project as a file: a zip of {@code project.json} and one {@code synthetic-N.table} per kept
 * run. Read in memory alone: nothing is ever unpacked to a path the file names.
 */
public final class ProjectFile {
  /** What project files end in. */
  public static final String EXTENSION = ".modulus";

  private static final String TEXT = "project.json";
  private static final int MOST_TEXT = 64 << 20;
  private static final int MOST_OUTCOMES = 1_000;

  /** Writes the file wholly or not at all. */
  public void write(Project project, Path file) {
    List<SynthesisOutcome> outcomes = kept(project);
    try {
      AtomicFile.write(file, out -> write(project, outcomes, out));
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          file.getFileName() + ": the project could not be written; what stood there stays.",
          "Choose a folder you may write to, with space left.",
          e);
    }
  }

  /** Each once; a table too large is left out, its run keeps its figures. */
  private static List<SynthesisOutcome> kept(Project project) {
    List<SynthesisOutcome> kept = new ArrayList<>();
    List<SynthesisOutcome> all = new ArrayList<>(project.outcome().stream().toList());
    project.explored().forEach(run -> run.outcome().ifPresent(all::add));
    for (SynthesisOutcome outcome : all) {
      if (!kept.contains(outcome) && TableBytes.fits(outcome.synthetic())) {
        kept.add(outcome);
      }
    }
    return kept;
  }

  private static void write(Project project, List<SynthesisOutcome> outcomes, OutputStream out)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.putNextEntry(new ZipEntry(TEXT));
    zip.write(ProjectJson.write(StoredProject.of(project, outcomes)));
    for (int i = 0; i < outcomes.size(); i++) {
      zip.putNextEntry(new ZipEntry(tableName(i)));
      TableBytes.write(outcomes.get(i).synthetic(), new BufferedOutputStream(zip, 1 << 16));
    }
    zip.finish();
  }

  private static String tableName(int index) {
    return "synthetic-" + index + ".table";
  }

  /**
   * @throws Failure if the file is no project, or of a version that is not known
   */
  public Project read(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      StoredProject stored = ProjectJson.read(text(zip));
      if (!stored.format().equals(StoredProject.FORMAT)) {
        throw new FormatException("it is of another kind");
      }
      if (stored.version() != StoredProject.VERSION) {
        throw new FormatException("it is of version " + stored.version());
      }
      if (stored.outcomes().size() > MOST_OUTCOMES) {
        throw new FormatException("it holds " + stored.outcomes().size() + " runs");
      }
      List<Table> tables = new ArrayList<>();
      for (int i = 0; i < stored.outcomes().size(); i++) {
        try (InputStream in = new BufferedInputStream(entry(zip, tableName(i)), 1 << 16)) {
          tables.add(TableBytes.read(in));
        }
      }
      return stored.restored(tables);
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

  private static byte[] text(ZipFile zip) throws IOException {
    try (InputStream in = entry(zip, TEXT)) {
      byte[] text = in.readNBytes(MOST_TEXT + 1);
      if (text.length > MOST_TEXT) {
        throw new IOException("the text of the project is too long");
      }
      return text;
    }
  }

  private static InputStream entry(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("it has no " + name);
    }
    return zip.getInputStream(entry);
  }
}
