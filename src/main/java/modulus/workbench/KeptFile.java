package modulus.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files are written over by files of their own kind only: a name chosen by mistake must not cost a
 * table, of which there may be no other copy.
 */
public final class KeptFile {
  private static final int LOOKED_AT = 4096;

  private KeptFile() {}

  /**
   * Refuses to write over a file that is there and of another kind; an empty one is of any.
   *
   * @param mark what the first {@value #LOOKED_AT} bytes of a file of this kind hold
   * @throws Failure if {@code file} holds something else, or cannot be read
   */
  public static void requireOwnKind(Path file, String mark) {
    if (!Files.isRegularFile(file)) {
      return;
    }
    String begins;
    try (InputStream in = Files.newInputStream(file)) {
      begins = new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw another(file, e);
    }
    if (!begins.isEmpty() && !begins.contains(mark)) {
      throw another(file, null);
    }
  }

  private static Failure another(Path file, IOException cause) {
    return new Failure(
        Failure.Kind.BAD_INPUT,
        file.getFileName() + ": another file of this name is there and is not written over.",
        "Choose another name.",
        cause);
  }
}
