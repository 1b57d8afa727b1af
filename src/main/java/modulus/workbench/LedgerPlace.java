package modulus.workbench;

import java.nio.file.Path;
import java.util.Locale;
import modulus.certificate.ledger.LedgerFile;

/**
 * Where a user's ledger and its anchors are kept: in two folders, so that putting back an old copy
 * of one shows.
 */
final class LedgerPlace {
  /**
   * System property that names one folder for ledger, keys and anchors, for tests and portable
   * installations.
   */
  static final String HOME = "modulus.home";

  private static final String NAME = "ledger.jsonl";

  private LedgerPlace() {}

  static LedgerFile standard() {
    return at(dataFolder().resolve(NAME));
  }

  static LedgerFile at(Path file) {
    return new LedgerFile(file, stateFolder().resolve("anchors"));
  }

  private static Path dataFolder() {
    return folder("data", "XDG_DATA_HOME", ".local/share", "Application Support", "APPDATA");
  }

  private static Path stateFolder() {
    return folder("state", "XDG_STATE_HOME", ".local/state", "Preferences", "LOCALAPPDATA");
  }

  private static Path folder(
      String inHome, String variable, String linux, String mac, String windows) {
    String home = System.getProperty(HOME);
    if (home != null) {
      return Path.of(home, inHome);
    }
    Path user = Path.of(System.getProperty("user.home"));
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return environment(windows, user.resolve("AppData")).resolve("Modulus");
    }
    if (system.startsWith("mac")) {
      return user.resolve("Library").resolve(mac).resolve("Modulus");
    }
    return environment(variable, user.resolve(linux)).resolve("modulus");
  }

  private static Path environment(String variable, Path otherwise) {
    String value = System.getenv(variable);
    return value == null || value.isBlank() || !Path.of(value).isAbsolute()
        ? otherwise
        : Path.of(value);
  }
}
