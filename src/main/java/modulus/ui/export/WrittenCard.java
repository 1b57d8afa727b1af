package modulus.ui.export;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import modulus.ui.common.Copied;
import modulus.ui.common.Widgets;
import modulus.workbench.PackageExport;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What was written, and what to do with it next. */
final class WrittenCard extends VBox {
  private final Button check;

  /**
   * @param verify checks a package as whoever receives it would
   */
  WrittenCard(Widgets widgets, ExportViewModel model, Consumer<Path> verify) {
    super(6);
    setId("export-done");
    getStyleClass().addAll("card", "done");
    Label folder = widgets.changing("export-written-folder", "text-bold");
    folder
        .textProperty()
        .bind(model.writtenProperty().map(written -> written.folder().toString()).orElse(""));
    Label fingerprint = widgets.changing("export-fingerprint", "fingerprint");
    fingerprint
        .textProperty()
        .bind(model.writtenProperty().map(PackageExport.Written::fingerprint).orElse(""));
    check =
        widgets.button(
            "export-verify",
            "export.verify",
            Material2MZ.VERIFIED_USER,
            () -> verify.accept(model.writtenProperty().get().folder()));
    Button open =
        widgets.button(
            "export-open-folder", "export.openFolder", Material2AL.FOLDER_OPEN, model::showFolder);
    Button path =
        widgets.button(
            "export-path-copy",
            "export.copyPath",
            Material2AL.CONTENT_COPY,
            () -> Copied.text(model.writtenProperty().get().folder().toString()));
    Widgets.showWhen(path, model.unshownProperty());
    Label unshown = widgets.paragraph("export-unshown", "export.unshown", "text-muted");
    Widgets.showWhen(unshown, model.unshownProperty());
    FlowPane next =
        new FlowPane(
            8,
            8,
            check,
            open,
            path,
            widgets.button(
                "export-fingerprint-copy",
                "export.copyFingerprint",
                Material2AL.CONTENT_COPY,
                () -> Copied.text(model.writtenProperty().get().fingerprint())));
    getChildren()
        .addAll(
            widgets.label("export-done-name", "export.done", "title-4"),
            folder,
            unshown,
            told(widgets),
            fingerprint,
            widgets.paragraph("export-done-next", "export.next", "text-muted"),
            next);
    Widgets.showWhen(this, model.writtenProperty().isNotNull());
  }

  /** Gives the keyboard's focus to what is to be done next. */
  void takeFocus() {
    check.requestFocus();
  }

  /** What to do with the fingerprint. */
  private static HBox told(Widgets widgets) {
    Label sentence = widgets.paragraph("export-done-key", "export.fingerprint");
    HBox line = new HBox(8, sentence, widgets.why("export-key", "verify.keyName"));
    line.setAlignment(Pos.TOP_LEFT);
    return line;
  }
}
