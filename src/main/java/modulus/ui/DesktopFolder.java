package modulus.ui;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Shows a folder in the desktop's own file browser. */
final class DesktopFolder {
  /** A browser that is still there then has shown it. */
  private static final long PATIENCE_SECONDS = 5;

  private DesktopFolder() {}

  /** Whether the desktop took it; waits for its answer, so not on the window's thread. */
  static boolean show(Path folder) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      // what it answers says nothing
      return started(List.of("explorer.exe"), folder);
    }
    return system.startsWith("mac")
        ? shown(List.of("open"), folder)
        : shown(List.of("xdg-open"), folder) || shown(List.of("gio", "open"), folder);
  }

  /** Whether {@code command} could be started. */
  static boolean started(List<String> command, Path folder) {
    try {
      start(command, folder);
      return true;
    } catch (IOException none) {
      return false;
    }
  }

  /** Whether {@code command} took the folder: it is still at it, or ended well. */
  static boolean shown(List<String> command, Path folder) {
    try {
      Process process = start(command, folder);
      return !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
    } catch (IOException none) {
      return false;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static Process start(List<String> command, Path folder) throws IOException {
    List<String> all =
        Stream.concat(command.stream(), Stream.of(folder.toAbsolutePath().toString())).toList();
    return new ProcessBuilder(all)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }
}
