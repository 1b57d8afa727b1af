package modulus.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Which build is running, as the certificate states it. */
public final class Software {
  private static final int BUFFER = 1 << 16;

  private Software() {}

  /** The version, or {@code development} when not run from the jar. */
  public static String version() {
    String version = Software.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /**
   * SHA-256 of the jar in hexadecimal, {@code not packaged} when run from classes, or {@code not
   * readable} where the jar cannot be read.
   */
  public static String digest() {
    try {
      Path code =
          Path.of(Software.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!Files.isRegularFile(code)) {
        return "not packaged";
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      try (InputStream in = Files.newInputStream(code)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException | URISyntaxException | NoSuchAlgorithmException e) {
      return "not readable";
    }
  }
}
