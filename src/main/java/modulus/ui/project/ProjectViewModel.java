package modulus.ui.project;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import modulus.ui.common.Background;
import modulus.ui.common.Job;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.RunListener;
import modulus.workbench.project.ProjectFile;
import modulus.workbench.project.Projects;

/** What is decided of projects: opening, saving, saving by itself, undoing. */
public final class ProjectViewModel {

  /** The workbench's projects: {@link Projects}. */
  public interface UseCases {
    void save(Projects.Sitting sitting, Path file, RunListener listener);

    Projects.Opened open(Path file, RunListener listener);

    List<Path> recent();
  }

  private final Session session;
  private final Background background;
  private final UseCases useCases;
  private final Edits edits;
  private final ProjectSaving saving;
  private final ReadOnlyObjectWrapper<Text> notice = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Path> recent = FXCollections.observableArrayList();
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();
  private boolean restoring;
  private boolean unnamedTold;

  public ProjectViewModel(
      Session session, Background background, UseCases useCases, LongSupplier clock) {
    this.session = session;
    this.background = background;
    this.useCases = useCases;
    this.edits = new Edits(session, clock);
    this.saving =
        new ProjectSaving(session, background, useCases, clock, failure, this::refreshRecent);
    session.beforeOpening(saving::leave);
    session.tableProperty().addListener((source, before, now) -> tableChanged());
    for (Observable part :
        List.of(
            session.schemaProperty(),
            session.settingsProperty(),
            session.canariesProperty(),
            session.exploredProperty(),
            session.outcomeProperty(),
            session.runsProperty())) {
      part.addListener(source -> touched());
    }
    refreshRecent();
  }

  /** Another table begins another project. */
  private void tableChanged() {
    if (!restoring) {
      saving.file.set(null);
      notice.set(null);
    }
  }

  private void touched() {
    if (!restoring && session.schemaProperty().get() != null) {
      saving.touched();
      unnamedTold = false;
    }
  }

  /** Opens a project; what was open is saved first, and stays until that worked. */
  public void open(Path project) {
    saving.saveThen(() -> begin(project));
  }

  private void begin(Path project) {
    failure.set(null);
    background.start(
        Job.<Projects.Opened>shown(
            Text.of("project.opening", String.valueOf(project.getFileName())),
            listener -> useCases.open(project, listener),
            opened -> restore(opened, project),
            failure::set,
            () -> {}));
  }

  private void restore(Projects.Opened opened, Path project) {
    if (project.equals(saving.file.get())) {
      // opened anew as it is in the file
      saving.unsaved.set(false);
    }
    restoring = true;
    Projects.Sitting sitting = opened.sitting();
    session.open(sitting.table());
    session.schemaProperty().set(sitting.schema());
    session.settingsProperty().set(sitting.settings());
    session.canariesProperty().set(sitting.canaries());
    session.runsProperty().set(sitting.runs());
    session.exploredProperty().set(sitting.explored());
    session.outcomeProperty().set(sitting.outcome().orElse(null));
    restoring = false;
    edits.begin();
    // results that are left out here stay in the file: it is not written over by itself
    saving.file.set(opened.lacking() ? null : project);
    saving.unsaved.set(opened.lacking());
    unnamedTold = true;
    notice.set(OpenedNotice.of(opened, String.valueOf(project.getFileName())));
    refreshRecent();
  }

  /** Saves to a file, which is the project's from then on. */
  public void saveAs(Path chosen) {
    Path named =
        chosen.toString().endsWith(ProjectFile.EXTENSION)
            ? chosen
            : chosen.resolveSibling(chosen.getFileName() + ProjectFile.EXTENSION);
    notice.set(null);
    saving.file.set(named);
    saving.unsaved.set(true);
    save();
  }

  /** Saves what is unsaved, after the save that is going on; does nothing without a file. */
  void save() {
    saving.save();
  }

  /** Saves, unless the machine needs rest after the last time. */
  void saveByItself() {
    saving.saveByItself();
  }

  /**
   * Saves what is still unsaved, then goes on with {@code next}: before another project, and at the
   * end. Where it cannot be saved that is told instead, and the next time nothing is in the way.
   */
  public void saveThen(Runnable next) {
    saving.saveThen(next);
  }

  /**
   * {@link #saveThen} at the end; work that was never given a file is told once instead of lost.
   */
  public void closeThen(Runnable last) {
    boolean worked =
        session.outcomeProperty().get() != null
            || !session.exploredProperty().get().isEmpty()
            || edits.history().undoableProperty().get();
    if (saving.file.get() == null && saving.unsaved.get() && worked && !unnamedTold) {
      unnamedTold = true;
      notice.set(Text.of("project.unnamed"));
      return;
    }
    saveThen(last);
  }

  private void refreshRecent() {
    background.start(
        Job.<List<Path>>quiet(listener -> useCases.recent(), recent::setAll, failure::set));
  }

  void undo() {
    edits.undo();
  }

  void redo() {
    edits.redo();
  }

  /** The project's file, or null while it has none. */
  ReadOnlyObjectProperty<Path> fileProperty() {
    return saving.file.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty unsavedProperty() {
    return saving.unsaved.getReadOnlyProperty();
  }

  /** What must be known of the project opened last, or null. */
  ReadOnlyObjectProperty<Text> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  void dismiss() {
    notice.set(null);
  }

  ObservableList<Path> recent() {
    return recent;
  }

  ReadOnlyBooleanProperty undoableProperty() {
    return edits.history().undoableProperty();
  }

  ReadOnlyBooleanProperty redoableProperty() {
    return edits.history().redoableProperty();
  }

  ObjectProperty<Failure> failureProperty() {
    return failure;
  }

  Session session() {
    return session;
  }
}
