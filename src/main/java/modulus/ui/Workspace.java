package modulus.ui;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import modulus.ui.common.FxBackground;
import modulus.ui.common.Messages;
import modulus.ui.common.Session;
import modulus.ui.common.Widgets;
import modulus.ui.compare.CompareView;
import modulus.ui.compare.CompareViewModel;
import modulus.ui.data.DataView;
import modulus.ui.data.DataViewModel;
import modulus.ui.export.ExportView;
import modulus.ui.export.ExportViewModel;
import modulus.ui.model.ModelView;
import modulus.ui.model.ModelViewModel;
import modulus.ui.picture.ChartSaving;
import modulus.ui.picture.PictureDialog;
import modulus.ui.train.TrainView;
import modulus.ui.train.TrainViewModel;
import modulus.workbench.CertificateChoice;
import modulus.workbench.Comparison;
import modulus.workbench.PackageExport;
import modulus.workbench.ReadOuts;
import modulus.workbench.SynthesisRun;

/** One window's screens, wired to the use cases of the workbench. */
final class Workspace {
  private final Session session = new Session();
  private final FxBackground background = new FxBackground();
  private final Messages messages;
  private final DataViewModel data;
  private final ShellView view;
  private Function<String, Optional<Path>> pictureFiles;

  Workspace(Messages messages, Appearance appearance) {
    this.messages = messages;
    Widgets widgets = new Widgets(messages);
    ReadOuts readOuts = new ReadOuts();
    PackageExport packages = new PackageExport();
    data = new DataViewModel(session, background, new TableFiles());
    ModelViewModel model = new ModelViewModel(session, background, readOuts::of);
    TrainViewModel train =
        new TrainViewModel(
            session,
            background,
            (table, schema, settings, listener) ->
                new SynthesisRun(table, schema, settings).run(listener));
    ExportViewModel export =
        new ExportViewModel(
            session,
            background,
            (outcome, folder, key) ->
                packages.export(
                    outcome,
                    folder,
                    key,
                    CertificateChoice.DEFAULT.withLanguage(messages.locale()),
                    Math.max(1, session.runsProperty().get())));
    CompareViewModel compare =
        new CompareViewModel(
            session, background, Comparison::of, Comparison::pair, Comparison::foretelling);
    Map<Step, Node> screens = new EnumMap<>(Step.class);
    screens.put(Step.DATA, new DataView(widgets, data, background));
    screens.put(Step.MODEL, new ModelView(widgets, model));
    screens.put(Step.TRAIN, new TrainView(widgets, train));
    screens.put(Step.COMPARE, new CompareView(widgets, compare));
    screens.put(Step.EXPORT, new ExportView(widgets, export));
    pictureFiles = name -> PictureDialog.ask(messages, view().getScene().getWindow(), name);
    ChartSaving charts = new ChartSaving(background, name -> pictureFiles.apply(name));
    view =
        new ShellView(
            widgets, new ShellViewModel(session), appearance, background, charts, screens);
  }

  /** Answers for the steward where pictures go: for tests and tours without dialogs. */
  void putPicturesTo(Function<String, Optional<Path>> where) {
    pictureFiles = where;
  }

  ShellView view() {
    return view;
  }

  Messages messages() {
    return messages;
  }

  void open(Path file) {
    data.open(file);
  }

  void close() {
    background.close();
  }
}
