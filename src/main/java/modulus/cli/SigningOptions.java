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
  private static final String IMPORT_VARIABLE = "MODULUS_IMPORT_PASSPHRASE";
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

  @Option(
      names = "--import-key",
      paramLabel = "P12",
      description =
          "the hospital's PKCS#12 file (RSA or EC key, certificate) to sign PDFs with; for a new"
              + " keystore")
  private Optional<Path> hospitalKey = Optional.empty();

  @Option(
      names = "--import-passphrase-file",
      paramLabel = "FILE",
      description = "its passphrase; else " + IMPORT_VARIABLE + " or the terminal is asked")
  private Optional<Path> hospitalPassphraseFile = Optional.empty();

  /** A choice of key whose passphrase is wiped on closing. */
  record Choice(SigningChoice signing) implements AutoCloseable {
    @Override
    public void close() {
      signing.wipe();
    }
  }

  Choice choice() {
    if (keystore.isEmpty() && hospitalKey.isPresent()) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "A key to import needs a keystore to be imported into.",
          "Name a new one with --keystore.");
    }
    return new Choice(
        keystore.<SigningChoice>map(this::keystore).orElseGet(SigningChoice.OneTimeKey::new));
  }

  private SigningChoice.Keystore keystore(Path file) {
    // the other passphrase first: where it cannot be had, nothing was read that would be left
    Optional<SigningChoice.HospitalKey> hospital = hospitalKey.map(this::hospital);
    try {
      char[] own = passphrase(passphraseFile, VARIABLE, "keystore");
      return new SigningChoice.Keystore(file, own, owner, hospital);
    } catch (Failure e) {
      hospital.ifPresent(key -> Arrays.fill(key.passphrase(), '\0'));
      throw e;
    }
  }

  private SigningChoice.HospitalKey hospital(Path file) {
    return new SigningChoice.HospitalKey(
        file, passphrase(hospitalPassphraseFile, IMPORT_VARIABLE, "key to import"));
  }

  private static char[] passphrase(Optional<Path> from, String variableName, String what) {
    if (from.isPresent()) {
      return firstLine(from.get());
    }
    String variable = System.getenv(variableName);
    if (variable != null && !variable.isEmpty()) {
      return variable.toCharArray();
    }
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("Passphrase of the %s: ", what);
    if (typed == null || typed.length == 0) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "The " + what + " needs a passphrase.",
          "Set " + variableName + ", name a file with it, or run in a terminal.");
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
