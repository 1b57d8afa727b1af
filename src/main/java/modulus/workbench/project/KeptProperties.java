package modulus.workbench.project;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import modulus.table.AtomicFile;

/** Small files of names and values in the user's directory. */
final class KeptProperties {
  private KeptProperties() {}

  /**
   * Empty where there is no such file.
   *
   * @throws IllegalArgumentException if it is none of names and values
   */
  static Optional<Properties> read(UserDirectory directory, String name) throws IOException {
    Path file = directory.file(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties kept = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      kept.load(reader);
    }
    return Optional.of(kept);
  }

  static void write(UserDirectory directory, String name, Properties kept) throws IOException {
    StringWriter text = new StringWriter();
    kept.store(text, null);
    AtomicFile.write(
        directory.file(name), out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
