package modulus.ui.picture;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import modulus.ui.common.FileDialogs;
import modulus.workbench.Failure;

/** Asks the steward where a picture goes, and in which of both formats. */
public final class PictureDialog {
  private static final FileChooser.ExtensionFilter PNG =
      new FileChooser.ExtensionFilter("PNG", "*.png");
  private static final FileChooser.ExtensionFilter SVG =
      new FileChooser.ExtensionFilter("SVG", "*.svg");

  private PictureDialog() {}

  /**
   * The file chosen, or empty.
   *
   * @throws Failure if another file than the one chosen would be written over: only of that one the
   *     desktop asked whether it may be
   */
  public static Optional<Path> ask(FileDialogs files, Node from, String name) {
    FileChooser chooser = files.chooser("chart.save", List.of(PNG, SVG));
    chooser.setInitialFileName(name + ".png");
    return files
        .save(chooser, from)
        .map(file -> free(file, named(file, chooser.getSelectedExtensionFilter() == SVG)));
  }

  /** {@code named}, unless it is there and was not {@code chosen}. */
  static Path free(Path chosen, Path named) {
    if (!named.equals(chosen) && Files.exists(named, LinkOption.NOFOLLOW_LINKS)) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "There is already a file " + named.getFileName() + " in this folder.",
          "Choose another name, or that file itself to put this picture in its place.");
    }
    return named;
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
