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
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import modulus.ui.common.Background;
import modulus.ui.common.Job;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.ui.project.LossQuestion.Leaving;
import modulus.workbench.Failure;
import modulus.workbench.RunListener;
import modulus.workbench.project.ProjectFile;
import modulus.workbench.project.Projects;
import modulus.workbench.project.Recovery;

/** What is decided of projects: opening, saving, saving by itself, undoing. */
public final class ProjectViewModel {

  /** The workbench's projects: {@link Projects}. */
  public interface UseCases {
    void save(Projects.Sitting sitting, Path file, RunListener listener);

    Projects.Opened open(Path file, RunListener listener);

    List<Path> recent();

    boolean exists(Path file);
  }

  private final Session session;
  private final Background background;
  private final UseCases useCases;
  private final Edits edits;
  private final ProjectSaving saving;
  private final ReadOnlyObjectWrapper<Text> notice = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Path> recent = FXCollections.observableArrayList();
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();
  private final UnnamedWork unnamed;
  private final LeftWork left;
  private final LossQuestion question;
  private boolean restoring;
  private boolean restored;

  /** Whether all that is unsaved is still in the project's file, which must not be written over. */
  private boolean leftOut;

  /**
   * @param clock milliseconds
   */
  public ProjectViewModel(
      Session session,
      Background background,
      UseCases useCases,
      RecoveryUseCases recovery,
      LongSupplier clock) {
    this.session = session;
    this.background = background;
    this.useCases = useCases;
    this.edits = new Edits(session, clock);
    this.saving =
        new ProjectSaving(session, background, useCases, clock, failure, this::refreshRecent);
    this.unnamed =
        new UnnamedWork(
            session,
            saving,
            recovery,
            () -> worked() || session.runsProperty().get() > 0,
            failure::set);
    this.left = new LeftWork(background, recovery, failure::set);
    this.question = new LossQuestion(session, this::unnamed);
    session.askBeforeOpening(opening -> question.orDo(Leaving.OPENING, opening));
    session.beforeOpening(this::leave);
    saving.unsaved.addListener(
        (source, before, now) -> {
          if (!now) {
            question.changed();
            unnamed.forget();
          }
        });
    session.tableProperty().addListener((source, before, now) -> tableChanged());
    for (Observable part :
        List.of(
            session.schemaProperty(),
            session.settingsProperty(),
            session.canariesProperty(),
            session.gridProperty(),
            session.exploredProperty(),
            session.outcomeProperty())) {
      part.addListener(source -> touched());
    }
    session.runsProperty().addListener(source -> counted());
    refreshRecent();
    left.look();
  }

  /** Work that was given no file is let go with its table. */
  private void leave() {
    saving.leave();
    unnamed.forget();
    question.settle();
    restored = false;
  }

  /** Another table begins another project. */
  private void tableChanged() {
    if (!restoring) {
      saving.file.set(null);
      notice.set(null);
    }
  }

  private void touched() {
    if (counted()) {
      question.touched();
    }
  }

  /** A run that has begun is known to whoever was asked what becomes of it. */
  private boolean counted() {
    boolean open = !restoring && session.schemaProperty().get() != null;
    if (open) {
      saving.touched();
      leftOut = false;
    }
    return open;
  }

  /**
   * Opens a project; what was open is saved first, and stays until that worked. Where something
   * would be lost by it that is asked first.
   */
  public void open(Path project) {
    question.orDo(Leaving.OPENING, () -> saving.saveThen(() -> begin(project)));
  }

  private void begin(Path project) {
    failure.set(null);
    background.start(
        Job.<Projects.Opened>shown(
            Text.of("project.opening", String.valueOf(project.getFileName())),
            listener -> useCases.open(project, listener),
            opened -> restore(opened, project),
            wrong -> {
              failure.set(wrong);
              refreshRecent();
            },
            () -> {}));
  }

  private void restore(Projects.Opened opened, Path project) {
    if (project.equals(saving.file.get())) {
      // opened anew as it is in the file
      saving.unsaved.set(false);
    }
    take(opened.sitting(), opened.sitting().runs());
    // results that are left out here stay in the file: it is not written over by itself
    saving.file.set(opened.lacking() ? null : project);
    saving.unsaved.set(opened.lacking());
    leftOut = true;
    notice.set(OpenedNotice.of(opened, String.valueOf(project.getFileName())));
    refreshRecent();
  }

  private void take(Projects.Sitting sitting, int runs) {
    restoring = true;
    Sittings.open(sitting, runs, session);
    restoring = false;
    edits.begin();
  }

  /**
   * Takes up the work a window left that ended unexpectedly: it is in no project file still. What
   * was open is saved first; where something would be lost by it that is asked first.
   */
  void restoreLeft() {
    question.orDo(
        Leaving.RESTORING,
        () -> {
          failure.set(null);
          saving.saveThen(() -> saving.alone(left.restoring(this::restoreLeft)));
        });
  }

  private void restoreLeft(Projects.Opened opened) {
    Projects.Sitting sitting = opened.sitting();
    int further = Sittings.runsOn(sitting.table(), session);
    if (!opened.lacking()) {
      unnamed.replaced();
    }
    take(sitting, sitting.runs() + further);
    restored = true;
    leftOut = false;
    saving.file.set(null);
    saving.touched();
    if (!opened.lacking()) {
      unnamed.adopted(further == 0);
    }
    notice.set(OpenedNotice.ofRestored(opened));
  }

  /** Removes the work a window left that ended unexpectedly, once it is asked for twice. */
  void discardLeft() {
    left.discard();
  }

  /**
   * Saves to a file, which is the project's from then on. One whose name was not typed in full, and
   * that nobody was asked about, is not written over.
   */
  public void saveAs(Path chosen) {
    savedAs(chosen);
  }

  /** Whether it began to save. */
  private boolean savedAs(Path chosen) {
    Path named =
        chosen.toString().endsWith(ProjectFile.EXTENSION)
            ? chosen
            : chosen.resolveSibling(chosen.getFileName() + ProjectFile.EXTENSION);
    notice.set(null);
    failure.set(null);
    if (!named.equals(chosen) && useCases.exists(named)) {
      failure.set(
          new Failure(
              Failure.Kind.BAD_INPUT,
              "There is already a project " + named.getFileName() + " in this folder.",
              "Choose another name, or that file itself to put this work in its place."));
      return false;
    }
    saving.file.set(named);
    saving.unsaved.set(true);
    save();
    return true;
  }

  /**
   * {@link #saveAs}, then does what was asked about. Where it cannot be saved that is told instead.
   */
  void saveAndGoOn(Path chosen) {
    if (savedAs(chosen)) {
      saving.saveThen(question.taken());
    }
  }

  /** Does what was asked about without saving first. */
  void goOn() {
    question.taken().run();
  }

  /** What was asked about is not done. */
  void stay() {
    question.settle();
  }

  /** Saves what is unsaved, after the save that is going on; does nothing without a file. */
  void save() {
    saving.save();
  }

  /** Saves, or keeps work that has no file, unless the machine needs rest after the last time. */
  void saveByItself() {
    saving.saveByItself();
    unnamed.keepByItself();
  }

  /**
   * Saves what is still unsaved, then goes on with {@code next}: before another project, and at the
   * end. Where it cannot be saved that is told instead, and the next time nothing is in the way.
   */
  public void saveThen(Runnable next) {
    saving.saveThen(next);
  }

  /** {@link #saveThen} at the end; where something would be lost by it that is asked first. */
  public void closeThen(Runnable last) {
    question.orDo(
        Leaving.CLOSING,
        () -> {
          unnamed.stopWriting();
          saveThen(() -> unnamed.forgetThen(last));
        });
  }

  /** Whether there is work in no project file. */
  private boolean unnamed() {
    return saving.file.get() == null && saving.unsaved.get() && worked() && !leftOut;
  }

  private boolean worked() {
    return restored
        || session.outcomeProperty().get() != null
        || !session.exploredProperty().get().isEmpty()
        || edits.history().undoableProperty().get();
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

  /** What is asked before work is lost; null while nothing is. */
  ReadOnlyObjectProperty<LossQuestion.Asked> askedProperty() {
    return question.askedProperty();
  }

  /** Work a window left that ended unexpectedly; null while there is none to offer. */
  ReadOnlyObjectProperty<Recovery.Leftover> leftProperty() {
    return left.offeredProperty();
  }

  ObservableValue<Text> leftSentence() {
    return left.sentence();
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
