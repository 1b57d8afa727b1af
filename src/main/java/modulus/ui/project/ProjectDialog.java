package modulus.ui.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser.ExtensionFilter;
import modulus.ui.common.Widgets;
import modulus.workbench.project.ProjectFile;

/** Asks for a project's file. */
final class ProjectDialog {
  private ProjectDialog() {}

  /** Where to save what is open, which must be a table; empty where the steward chose no file. */
  static Optional<Path> saveAs(Widgets widgets, ProjectViewModel model, Node from) {
    String table = String.valueOf(model.session().tableProperty().get().path().getFileName());
    return widgets
        .files()
        .save(
            "project.saveAs",
            List.of(
                new ExtensionFilter(
                    widgets.messages().get("project.files"), "*" + ProjectFile.EXTENSION)),
            table.replaceFirst("\\.[^.]*$", "") + ProjectFile.EXTENSION,
            from);
  }
}
