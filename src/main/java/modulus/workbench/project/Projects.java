package modulus.workbench.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import modulus.schema.Schema;
import modulus.table.AtomicFile;
import modulus.workbench.CanaryChoice;
import modulus.workbench.Failure;
import modulus.workbench.OpenedTable;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import modulus.workbench.Stoppable;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.TableOpening;
import modulus.workbench.exploration.ExploredRun;
import modulus.workbench.exploration.GridChoice;

/** Opens and saves projects. */
public final class Projects {

  /** What a sitting holds beside its table. */
  public record Sitting(
      OpenedTable table,
      Schema schema,
      SynthesisSettings settings,
      CanaryChoice canaries,
      GridChoice grid,
      int runs,
      List<ExploredRun> explored,
      Optional<SynthesisOutcome> outcome) {
    public Sitting {
      explored = List.copyOf(explored);
    }
  }

  /**
   * @param change how the table differs from the one the project was saved with, if it does; then
   *     the project's results are left out, and what was declared of columns that are no longer so
   * @param setAside how many results were left out because they do not bear the seal they were
   *     saved with, or nothing proves their bound
   * @param earlier whether the project is of a version that put no seal on results
   */
  public record Opened(
      Sitting sitting, Optional<TableChange> change, int setAside, boolean earlier) {

    /** Whether the table is not the one the project was saved with. */
    public boolean changed() {
      return change.isPresent();
    }

    /** Whether the file holds what the sitting has not. */
    public boolean lacking() {
      return changed() || setAside > 0;
    }
  }

  private static final String PUT_BACK =
      "Put it back, or beside the project file, and open the project again.";

  private final UserDirectory directory;
  private final RecentProjects recent;

  public Projects(UserDirectory directory) {
    this.directory = directory;
    this.recent = new RecentProjects(directory);
  }

  /** The projects used last that still exist, the latest first. */
  public List<Path> recent() {
    return recent.list();
  }

  /**
   * Saves on the calling thread, wholly or not at all.
   *
   * @throws Failure if the file cannot be written
   * @throws RunCancelledException if the listener asked to stop; what stood there stays
   */
  public void save(Sitting sitting, Path file, RunListener listener) {
    Stoppable.work(
        listener,
        () -> {
          save(sitting, file);
          return file;
        });
  }

  private void save(Sitting sitting, Path file) {
    new ProjectFile(directory).write(project(sitting), file);
    recent.used(file);
  }

  /** What a file of the sitting holds. */
  AtomicFile.Content content(Sitting sitting) {
    return new ProjectFile(directory).content(project(sitting));
  }

  private Project project(Sitting sitting) {
    String fingerprint = ProjectTableSeal.of(directory).of(sitting.table().table());
    Path table = sitting.table().path().toAbsolutePath();
    return new Project(
        new Project.TableReference(table, sitting.table().dialect().options(), fingerprint),
        sitting.schema(),
        sitting.settings(),
        sitting.canaries(),
        sitting.grid(),
        sitting.runs(),
        sitting.explored(),
        sitting.outcome());
  }

  /**
   * Opens a project and its table, which is looked for where it was and then beside the project.
   *
   * @throws Failure if the file is no project, or the table is gone or cannot be read
   * @throws RunCancelledException if the listener asked to stop
   */
  public Opened open(Path file, RunListener listener) {
    return Stoppable.work(
        listener,
        () -> {
          Opened opened = opened(file, listener, PUT_BACK);
          recent.used(file);
          return opened;
        });
  }

  /**
   * As {@link #open}, which the recent projects are not told of.
   *
   * @param putBack what to do where the table is gone
   */
  Opened opened(Path file, RunListener listener, String putBack) {
    ProjectFile.Content content = new ProjectFile(directory).read(file);
    Project project = content.project();
    OpenedTable table =
        new TableOpening().open(find(project, file, putBack), project.table().options(), listener);
    String fingerprint = ProjectTableSeal.of(directory).of(table.table());
    if (!fingerprint.equals(project.table().fingerprint())) {
      TableChange change = TableChange.of(project.schema(), table.table(), listener::cancelled);
      return new Opened(
          afresh(project, table, change),
          Optional.of(change),
          content.setAside(),
          content.earlier());
    }
    // counted here rather than where somebody waits for it
    table.patients(project.schema());
    return new Opened(
        new Sitting(
            table,
            project.schema(),
            project.settings(),
            project.canaries(),
            project.grid(),
            project.runs(),
            project.explored(),
            project.outcome()),
        Optional.empty(),
        content.setAside(),
        content.earlier());
  }

  private static Sitting afresh(Project project, OpenedTable table, TableChange change) {
    Schema schema = change.kept(project.schema(), table.draft());
    table.patients(schema);
    return new Sitting(
        table,
        schema,
        project.settings(),
        project.canaries(),
        project.grid(),
        project.runs(),
        List.of(),
        Optional.empty());
  }

  private static Path find(Project project, Path file, String putBack) {
    Path path = project.table().path();
    Path beside = file.toAbsolutePath().resolveSibling(path.getFileName());
    if (Files.isRegularFile(path) || !Files.isRegularFile(beside)) {
      requireTable(path, putBack);
      return path;
    }
    return beside;
  }

  private static void requireTable(Path path, String putBack) {
    if (!Files.isRegularFile(path)) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "The project’s table " + path.getFileName() + " is not where it was: " + path + ".",
          putBack);
    }
  }
}
