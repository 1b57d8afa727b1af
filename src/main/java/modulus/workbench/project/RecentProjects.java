package modulus.workbench.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import modulus.table.AtomicFile;
import modulus.workbench.Failure;

/** The projects used last, the latest first. What cannot be read is no loss and stops nobody. */
public final class RecentProjects {
  static final int MOST = 10;
  private static final Logger LOG = Logger.getLogger(RecentProjects.class.getName());

  private final UserDirectory directory;

  public RecentProjects(UserDirectory directory) {
    this.directory = directory;
  }

  /** Those that still exist. */
  public List<Path> list() {
    List<Path> found = new ArrayList<>();
    for (String line : lines()) {
      try {
        Path path = Path.of(line);
        if (Files.isRegularFile(path) && found.size() < MOST) {
          found.add(path);
        }
      } catch (InvalidPathException e) {
        LOG.log(Level.FINE, "a recent project is no path: {0}", Failure.places(e));
      }
    }
    return found;
  }

  /** Puts {@code project} first. */
  public void used(Path project) {
    List<Path> all = new ArrayList<>(list());
    Path absolute = project.toAbsolutePath().normalize();
    all.remove(absolute);
    all.add(0, absolute);
    String text = String.join("\n", all.stream().limit(MOST).map(Path::toString).toList());
    try {
      AtomicFile.writeForOwner(
          directory.file("recent-projects.txt"),
          out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the recent projects were not written: {0}", Failure.places(e));
    }
  }

  private List<String> lines() {
    try {
      Path file = directory.file("recent-projects.txt");
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the recent projects were not read: {0}", Failure.places(e));
      return List.of();
    }
  }
}
