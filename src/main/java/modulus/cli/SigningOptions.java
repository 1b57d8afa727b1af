package modulus.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import modulus.workbench.Failure;
import modulus.workbench.SigningChoice;
import picocli.CommandLine.Option;

/** The key a package is signed with. */
final class SigningOptions {
  private static final String VARIABLE = "MODULUS_PASSPHRASE";
  private static final int LONGEST = 4096;

  @Option(
      names = "--keystore",
      paramLabel = "K",
      description = "PKCS#12 keystore; created when it does not exist; a one-time key without it")
  private Optional<Path> keystore = Optional.empty();

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description =
          "file whose first line is the passphrase; else " + VARIABLE + " or the terminal is asked")
  private Optional<Path> passphraseFile = Optional.empty();

  @Option(
      names = "--owner",
      paramLabel = "NAME",
      defaultValue = "Modulus",
      description = "name put into a newly made key")
  private String owner;

  /** A choice of key whose passphrase is wiped on closing. */
  record Choice(SigningChoice signing) implements AutoCloseable {
    @Override
    public void close() {
      if (signing instanceof SigningChoice.Keystore opened) {
        Arrays.fill(opened.passphrase(), '\0');
      }
    }
  }

  Choice choice() {
    return new Choice(
        keystore
            .<SigningChoice>map(file -> new SigningChoice.Keystore(file, passphrase(), owner))
            .orElseGet(SigningChoice.OneTimeKey::new));
  }

  private char[] passphrase() {
    if (passphraseFile.isPresent()) {
      return firstLine(passphraseFile.get());
    }
    String variable = System.getenv(VARIABLE);
    if (variable != null && !variable.isEmpty()) {
      return variable.toCharArray();
    }
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("Passphrase of the keystore: ");
    if (typed == null || typed.length == 0) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "The keystore needs a passphrase.",
          "Set " + VARIABLE + ", name --passphrase-file, or run in a terminal.");
    }
    return typed;
  }

  private static char[] firstLine(Path file) {
    byte[] bytes;
    try {
      if (Files.size(file) > LONGEST) {
        throw new Failure(Failure.Kind.BAD_INPUT, "The passphrase file is too long.", "");
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT, "The passphrase file could not be read.", "Check its name.", e);
    }
    CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
    Arrays.fill(bytes, (byte) 0);
    int end = 0;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    char[] line = new char[end];
    text.get(line, 0, end);
    Arrays.fill(text.array(), '\0');
    return line;
  }
}
