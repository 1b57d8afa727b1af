package modulus.ui.picture;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import modulus.ui.common.Messages;

/** Asks the steward where a picture goes, and in which of both formats. */
public final class PictureDialog {
  private static final FileChooser.ExtensionFilter PNG =
      new FileChooser.ExtensionFilter("PNG", "*.png");
  private static final FileChooser.ExtensionFilter SVG =
      new FileChooser.ExtensionFilter("SVG", "*.svg");

  private PictureDialog() {}

  /** The file chosen, or empty. */
  public static Optional<Path> ask(Messages messages, Window owner, String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.get("chart.save"));
    chooser.setInitialFileName(name + ".png");
    chooser.getExtensionFilters().setAll(PNG, SVG);
    File chosen = chooser.showSaveDialog(owner);
    return Optional.ofNullable(chosen)
        .map(file -> named(file.toPath(), chooser.getSelectedExtensionFilter() == SVG));
  }

  /** Not every desktop changes the ending with the format. */
  static Path named(Path file, boolean svg) {
    String name = file.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    if (svg && !lower.endsWith(".svg")) {
      String stem = lower.endsWith(".png") ? name.substring(0, name.length() - 4) : name;
      return file.resolveSibling(stem + ".svg");
    }
    boolean complete = lower.endsWith(".png") || lower.endsWith(".svg");
    return complete ? file : file.resolveSibling(name + ".png");
  }
}
