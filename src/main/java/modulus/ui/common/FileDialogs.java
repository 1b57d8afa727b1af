package modulus.ui.common;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/**
 * The desktop's own dialogs for files and folders; each begins in the folder of the last file.
 *
 * <p>Where no file was chosen yet, a Linux desktop would begin with what any program used lately:
 * there the first dialog begins at home. Other desktops remember where it was.
 */
public final class FileDialogs {
  private final Messages messages;
  private Optional<Path> folder;

  public FileDialogs(Messages messages) {
    this(messages, ownBeginning());
  }

  FileDialogs(Messages messages, Optional<Path> folder) {
    this.messages = messages;
    this.folder = folder;
  }

  private static Optional<Path> ownBeginning() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    return linux ? Optional.of(Path.of(System.getProperty("user.home"))) : Optional.empty();
  }

  /**
   * A dialog for files, not shown yet.
   *
   * @param title message key
   */
  public FileChooser chooser(String title, List<ExtensionFilter> offered) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.get(title));
    chooser.getExtensionFilters().setAll(offered);
    return chooser;
  }

  /**
   * Asks for a file that is there; empty where the steward chose none.
   *
   * @param title message key
   */
  public Optional<Path> open(String title, List<ExtensionFilter> offered, Node from) {
    FileChooser chooser = chooser(title, offered);
    return asked(
        chooser::setInitialDirectory, () -> chooser.showOpenDialog(from.getScene().getWindow()));
  }

  /**
   * Asks for a file to write; empty where the steward chose none.
   *
   * @param title message key
   * @param name proposed for the file
   */
  public Optional<Path> save(String title, List<ExtensionFilter> offered, String name, Node from) {
    FileChooser chooser = chooser(title, offered);
    chooser.setInitialFileName(name);
    return save(chooser, from);
  }

  /** As {@link #save(String, List, String, Node)}, with what the chooser holds. */
  public Optional<Path> save(FileChooser chooser, Node from) {
    return asked(
        chooser::setInitialDirectory, () -> chooser.showSaveDialog(from.getScene().getWindow()));
  }

  /**
   * Asks for a folder; empty where the steward chose none.
   *
   * @param title message key
   */
  public Optional<Path> folder(String title, Node from) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(messages.get(title));
    return asked(
        chooser::setInitialDirectory, () -> chooser.showDialog(from.getScene().getWindow()));
  }

  /** The next dialog begins beside {@code file}, as after it was chosen in one. */
  public void used(Path file) {
    folder = Optional.ofNullable(file.toAbsolutePath().getParent());
  }

  /** The toolkit refuses to begin in a folder that is gone. */
  Optional<Path> asked(Consumer<File> begin, Supplier<File> show) {
    folder.filter(Files::isDirectory).map(Path::toFile).ifPresent(begin);
    Optional<Path> chosen = Optional.ofNullable(show.get()).map(File::toPath);
    chosen.ifPresent(this::used);
    return chosen;
  }
}
