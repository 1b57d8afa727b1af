package modulus.workbench.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import modulus.table.AtomicFile;
import modulus.workbench.Failure;

/** Where Modulus keeps what belongs to this user; made at first use, readable to nobody else. */
public final class UserDirectory {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final Path folder;

  public UserDirectory(Path folder) {
    this.folder = folder;
  }

  /**
   * {@code %APPDATA%\Modulus}, {@code ~/Library/Application Support/Modulus}, or {@code modulus} in
   * {@code $XDG_DATA_HOME} (default {@code ~/.local/share}); the system property {@code
   * modulus.data} names another.
   */
  public static UserDirectory ofThisUser() {
    String chosen = System.getProperty("modulus.data");
    if (chosen != null) {
      return new UserDirectory(Path.of(chosen));
    }
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    Path home = Path.of(System.getProperty("user.home"));
    Map<String, String> environment = System.getenv();
    if (system.startsWith("windows") && environment.containsKey("APPDATA")) {
      return new UserDirectory(Path.of(environment.get("APPDATA"), "Modulus"));
    }
    if (system.startsWith("mac")) {
      return new UserDirectory(home.resolve("Library/Application Support/Modulus"));
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    // XDG Base Directory Specification: what is not absolute is to be ignored
    boolean named = !data.isBlank() && Path.of(data).isAbsolute();
    Path parent = named ? Path.of(data) : home.resolve(".local/share");
    return new UserDirectory(parent.resolve("modulus"));
  }

  /** A file in the directory, which exists afterwards. */
  Path file(String name) throws IOException {
    AtomicFile.createFolderForOwner(folder);
    return folder.resolve(name);
  }

  /** A folder in the directory, which exists afterwards. */
  Path folder(String name) throws IOException {
    Path inside = file(name);
    AtomicFile.createFolderForOwner(inside);
    return inside;
  }

  /** The key under which tables are fingerprinted. */
  synchronized SecretKey fingerprintKey() {
    try {
      Path file = file("fingerprint.key");
      if (!Files.exists(file)) {
        byte[] fresh = KeyGenerator.getInstance(ALGORITHM).generateKey().getEncoded();
        AtomicFile.writeForOwner(file, out -> out.write(fresh, 0, KEY_BYTES));
        Arrays.fill(fresh, (byte) 0);
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length != KEY_BYTES) {
        throw new IOException("the key must have 32 bytes but has " + bytes.length);
      }
      SecretKey key = new SecretKeySpec(bytes, ALGORITHM);
      Arrays.fill(bytes, (byte) 0);
      return key;
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "The key that recognises your tables could not be read or made.",
          "Check that " + folder + " may be written to.",
          e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }
}
