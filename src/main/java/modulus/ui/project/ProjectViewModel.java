package modulus.ui.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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

  /** The project rests this many times as long as its last save took. */
  private static final long REST = 10;

  private final Session session;
  private final Background background;
  private final UseCases useCases;
  private final LongSupplier clock;
  private final Edits edits;
  private final ReadOnlyObjectWrapper<Path> file = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Text> notice = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Path> recent = FXCollections.observableArrayList();
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();
  private boolean restoring;
  private boolean saving;
  private boolean unnamedTold;
  private long notBefore;
  private int changes;
  private final List<Runnable> afterSaving = new ArrayList<>();

  public ProjectViewModel(
      Session session, Background background, UseCases useCases, LongSupplier clock) {
    this.session = session;
    this.background = background;
    this.useCases = useCases;
    this.clock = clock;
    this.edits = new Edits(session, clock);
    session.beforeOpening(this::leave);
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

  /** What is still unsaved is saved before another table takes its place. */
  private void leave() {
    if (file.get() == null || !unsaved.get()) {
      return;
    }
    Projects.Sitting last = sitting();
    Path target = file.get();
    Runnable write =
        () ->
            background.start(
                saving(last, target, written -> refreshRecent(), failure::set, () -> {}));
    if (saving) {
      afterSaving.add(write);
    } else {
      write.run();
    }
  }

  /** Another table begins another project. */
  private void tableChanged() {
    if (!restoring) {
      file.set(null);
      notice.set(null);
    }
  }

  private void touched() {
    if (!restoring && session.schemaProperty().get() != null) {
      changes++;
      unsaved.set(true);
      unnamedTold = false;
    }
  }

  /** Opens a project; what was open is saved first, and stays until that worked. */
  public void open(Path project) {
    saveThen(() -> begin(project));
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
    if (project.equals(file.get())) {
      // opened anew as it is in the file
      unsaved.set(false);
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
    file.set(opened.lacking() ? null : project);
    unsaved.set(opened.lacking());
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
    file.set(named);
    unsaved.set(true);
    save();
  }

  /** {@link #save}, so seldom that writing a large project leaves the machine its time. */
  void saveByItself() {
    if (clock.getAsLong() >= notBefore) {
      save();
    }
  }

  private void rest(long begun) {
    long now = clock.getAsLong();
    notBefore = now + REST * (now - begun);
  }

  /** Saves to the project's file; does nothing without one, or while nothing changed. */
  void save() {
    if (file.get() == null || saving || !unsaved.get()) {
      return;
    }
    failure.set(null);
    saving = true;
    int saved = changes;
    long begun = clock.getAsLong();
    Path target = file.get();
    Projects.Sitting sitting = sitting();
    background.start(
        saving(
            sitting,
            target,
            written -> {
              rest(begun);
              saved(saved, target);
            },
            wrong -> {
              saving = false;
              afterSaving.clear();
              file.set(null);
              failure.set(wrong);
            },
            () -> {
              rest(begun);
              saving = false;
              afterSaving.clear();
            }));
  }

  private Job<Path> saving(
      Projects.Sitting sitting,
      Path target,
      Consumer<Path> saved,
      Consumer<Failure> failed,
      Runnable cancelled) {
    return Job.shown(
        Text.of("project.saving", String.valueOf(target.getFileName())),
        listener -> {
          useCases.save(sitting, target, listener);
          return target;
        },
        saved,
        failed,
        cancelled);
  }

  private void saved(int upTo, Path target) {
    saving = false;
    if (target.equals(file.get())) {
      unsaved.set(changes != upTo);
    }
    refreshRecent();
    goOn();
  }

  /**
   * Saves what is still unsaved, then goes on with {@code next}: before another project, and at the
   * end. Where it cannot be saved that is told instead, and the next time nothing is in the way.
   */
  public void saveThen(Runnable next) {
    afterSaving.add(next);
    if (!saving) {
      goOn();
    }
  }

  private void goOn() {
    if (afterSaving.isEmpty()) {
      return;
    }
    if (file.get() != null && unsaved.get()) {
      save();
      return;
    }
    List<Runnable> next = List.copyOf(afterSaving);
    afterSaving.clear();
    next.forEach(Runnable::run);
  }

  /**
   * {@link #saveThen} at the end; work that was never given a file is told once instead of lost.
   */
  public void closeThen(Runnable last) {
    boolean worked =
        session.outcomeProperty().get() != null
            || !session.exploredProperty().get().isEmpty()
            || edits.history().undoableProperty().get();
    if (file.get() == null && unsaved.get() && worked && !unnamedTold) {
      unnamedTold = true;
      notice.set(Text.of("project.unnamed"));
      return;
    }
    saveThen(last);
  }

  private Projects.Sitting sitting() {
    return new Projects.Sitting(
        session.tableProperty().get(),
        session.schemaProperty().get(),
        session.settingsProperty().get(),
        session.canariesProperty().get(),
        session.runsProperty().get(),
        session.exploredProperty().get(),
        Optional.ofNullable(session.outcomeProperty().get()));
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
    return file.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty unsavedProperty() {
    return unsaved.getReadOnlyProperty();
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
