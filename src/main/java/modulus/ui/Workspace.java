package modulus.ui;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import modulus.certificate.BudgetRule;
import modulus.ui.common.FileDialogs;
import modulus.ui.common.FontScale;
import modulus.ui.common.FxBackground;
import modulus.ui.common.Job;
import modulus.ui.common.Messages;
import modulus.ui.common.ScreenPane;
import modulus.ui.common.Session;
import modulus.ui.common.Widgets;
import modulus.ui.compare.CompareView;
import modulus.ui.compare.CompareViewModel;
import modulus.ui.data.DataView;
import modulus.ui.data.DataViewModel;
import modulus.ui.explore.ExploreView;
import modulus.ui.explore.ExploreViewModel;
import modulus.ui.export.BudgetForm;
import modulus.ui.export.ExportView;
import modulus.ui.export.ExportViewModel;
import modulus.ui.model.ModelView;
import modulus.ui.model.ModelViewModel;
import modulus.ui.picture.ChartSaving;
import modulus.ui.picture.PictureDialog;
import modulus.ui.project.ProjectBar;
import modulus.ui.project.ProjectNotice;
import modulus.ui.project.ProjectViewModel;
import modulus.ui.train.TrainView;
import modulus.ui.train.TrainViewModel;
import modulus.ui.verify.VerifyView;
import modulus.ui.verify.VerifyViewModel;
import modulus.workbench.BudgetLedger;
import modulus.workbench.Comparison;
import modulus.workbench.FurtherRows;
import modulus.workbench.LedgerLook;
import modulus.workbench.PackageVerification;
import modulus.workbench.ReadOuts;
import modulus.workbench.RecordedSynthesis;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.exploration.Exploration;
import modulus.workbench.project.ProjectFile;
import modulus.workbench.project.Recovery;
import modulus.workbench.project.UserDirectory;

/** One window's screens, wired to the use cases of the workbench. */
final class Workspace {
  private static final String CERTIFICATE = "certificate.json";
  private static final String DECLARATIONS = ".json";
  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  private final FontScale fontScale = new FontScale();
  private final Session session = new Session();
  private final FxBackground background = new FxBackground();
  private final Messages messages;
  private final FileDialogs files;
  private final DataViewModel data;
  private final Recovery recovery;
  private final ProjectViewModel projects;
  private final VerifyViewModel verify;
  private final ShellViewModel shell = new ShellViewModel(session);
  private final Map<Step, ScreenPane> screens = new EnumMap<>(Step.class);
  private final ShellView view;
  private Function<String, Optional<Path>> pictureFiles;

  Workspace(Messages messages, Appearance appearance) {
    this(messages, appearance, UserDirectory.ofThisUser(), BudgetLedger.standard());
  }

  Workspace(
      Messages messages, Appearance appearance, UserDirectory directory, BudgetLedger ledger) {
    this.messages = messages;
    new KeptLook(messages, appearance, fontScale).follow(directory, background);
    Widgets widgets = new Widgets(messages, fontScale);
    files = widgets.files();
    ReadOuts readOuts = new ReadOuts();
    // read where the package is written, beside the window's thread
    AtomicInteger runs = new AtomicInteger();
    new TrainingTableCheck(session, background, RecordedSynthesis::requireApart);
    session.ledger().runsProperty().addListener((source, before, now) -> runs.set(now.intValue()));
    new LedgerWatch(session, background, new LedgerLook(ledger)::of);
    data = new DataViewModel(session, background, new TableFiles());
    ModelViewModel model =
        new ModelViewModel(session, background, readOuts::atOnce, readOuts::settled);
    TrainViewModel train =
        new TrainViewModel(
            session,
            background,
            (table, schema, settings, canaries, listener) ->
                new RecordedSynthesis(ledger).run(table, schema, settings, canaries, listener),
            (table, run, rows, listener) -> new FurtherRows(run).draw(table, rows, listener));
    ExportViewModel export =
        new ExportViewModel(
            session,
            background,
            new PackageFiles(() -> Math.max(1, runs.get())),
            readOuts::of,
            messages::locale);
    BudgetForm budget =
        new BudgetForm(
            session,
            background,
            (table, patients, epsilon, delta, action, listener) ->
                ledger.setBudget(
                    table, patients, epsilon, delta, action, BudgetRule.COMPOSITION, listener),
            messages::locale);
    CompareViewModel compare =
        new CompareViewModel(
            session,
            background,
            Comparison::of,
            Comparison::pair,
            Comparison::foretelling,
            new Audits(ledger));
    ExploreViewModel explore =
        new ExploreViewModel(
            session,
            background,
            (table, schema, settings, first, listener) ->
                new Exploration(table, schema, settings, ledger).run(first, listener));
    verify =
        new VerifyViewModel(
            background,
            // loads much that the start does not need
            (folder, fingerprint, listener) ->
                new PackageVerification().verify(folder, fingerprint, listener));
    recovery = new Recovery(directory);
    projects =
        new ProjectViewModel(
            session,
            background,
            new ProjectFiles(directory),
            new KeptWork(recovery),
            System::currentTimeMillis);
    // the first comparison of two settings is readied beside the window's thread
    background.start(
        Job.quiet(listener -> SynthesisSettings.defaults(), settings -> {}, failure -> {}));
    screens.put(Step.DATA, new DataView(widgets, data, background));
    screens.put(Step.MODEL, new ModelView(widgets, model));
    screens.put(Step.TRAIN, new TrainView(widgets, train, () -> view().focus(Step.COMPARE)));
    screens.put(Step.COMPARE, new CompareView(widgets, compare));
    screens.put(Step.EXPORT, new ExportView(widgets, export, budget, this::verifyWritten));
    screens.put(Step.EXPLORE, new ExploreView(widgets, explore));
    screens.put(Step.VERIFY, new VerifyView(widgets, verify));
    pictureFiles = name -> PictureDialog.ask(files, view(), name);
    view =
        new ShellView(
            widgets,
            shell,
            appearance,
            background,
            new ProjectBar(widgets, projects, this::open),
            new ProjectNotice(widgets, projects),
            new ChartSaving(
                background, name -> pictureFiles.apply(name), task -> view().whenWhole(task)),
            screens);
    view.setOnDragOver(Workspace::dragged);
    view.setOnDragDropped(this::dropped);
  }

  /** Answers for the steward where pictures go: for tests and tours without dialogs. */
  void putPicturesTo(Function<String, Optional<Path>> where) {
    pictureFiles = where;
  }

  /** As whoever receives the package checks it who was not told a fingerprint yet. */
  private void verifyWritten(Path folder) {
    shell.stepProperty().set(Step.VERIFY);
    verify.verifyUncompared(folder);
  }

  ShellView view() {
    return view;
  }

  FontScale fontScale() {
    return fontScale;
  }

  Messages messages() {
    return messages;
  }

  /**
   * Opens a project, a package by its folder or its certificate, declarations of the table that is
   * open, or else a table.
   */
  void open(Path file) {
    files.used(file);
    if (file.endsWith(CERTIFICATE) || Files.exists(file.resolve(CERTIFICATE))) {
      shell.stepProperty().set(Step.VERIFY);
      verify.verify(file);
    } else if (isProject(file)) {
      projects.open(file);
    } else if (file.toString().endsWith(DECLARATIONS)) {
      shell.stepProperty().set(Step.DATA);
      data.loadSchema(file);
    } else {
      shell.stepProperty().set(Step.DATA);
      data.open(file);
    }
  }

  private static boolean isProject(Path file) {
    return file.toString().endsWith(ProjectFile.EXTENSION);
  }

  /** Takes the declarations of the open table from a file. */
  void loadSchema(Path file) {
    data.loadSchema(file);
  }

  /** Saves what is open as a project, under {@code file} from then on. */
  void saveProject(Path file) {
    projects.saveAs(file);
  }

  private static void dragged(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  /** Opens what was dropped, but on Verify checks whatever may belong to a package. */
  private void dropped(DragEvent event) {
    List<File> dropped = event.getDragboard().getFiles();
    if (dropped != null && !dropped.isEmpty()) {
      Path file = dropped.get(0).toPath();
      if (shell.stepProperty().get() == Step.VERIFY && !isProject(file)) {
        files.used(file);
        verify.verify(file);
      } else {
        open(file);
      }
      event.setDropCompleted(true);
    }
    event.consume();
  }

  /**
   * Saves the open project, ends what runs and then does {@code last}; where the project cannot be
   * saved, or was given no file, the window stays and says so, the first time.
   */
  void close(Runnable last) {
    screens.get(shell.stepProperty().get()).leave();
    projects.closeThen(
        () -> {
          end();
          last.run();
        });
  }

  /** Ends what runs, without saving; kept work that is not forgotten yet is the next window's. */
  void end() {
    background.close();
    recovery.close();
  }

  /** Waits, not for long, until what {@link #end} stopped has left no half files. */
  void awaitEnd() {
    background.awaitStopped(LONGEST_END);
  }
}
