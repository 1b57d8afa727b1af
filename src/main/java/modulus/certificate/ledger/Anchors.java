package modulus.certificate.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import modulus.certificate.FormatException;
import modulus.certificate.Sha256;

/** The anchors of all ledgers this computer knows, in a folder of their own. */
final class Anchors {
  private static final long LARGEST_FILE = 1 << 14;
  private static final String SUFFIX = ".anchor";

  private final Path folder;

  Anchors(Path folder) {
    this.folder = folder;
  }

  /** Whether a ledger was ever seen at the path. */
  boolean knows(Path ledger) {
    return Files.exists(file(ledger));
  }

  /** What is known of the ledger, wherever it stood, and of whatever stood at its path. */
  List<Anchor> of(Path ledger, String fingerprint) throws IOException, LedgerException {
    List<Anchor> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().endsWith(SUFFIX)).sorted().toList()) {
        Anchor anchor = read(file);
        if (anchor.path().equals(spelled(ledger)) || anchor.ledger().equals(fingerprint)) {
          found.add(anchor);
        }
      }
    }
    return found;
  }

  private static Anchor read(Path file) throws IOException, LedgerException {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw new FormatException("It is too large.");
      }
      return Anchor.read(Files.readAllBytes(file));
    } catch (FormatException e) {
      throw new LedgerException(
          "What this computer remembers of a ledger is damaged: " + file + ".",
          "Make sure that the ledger is the newest copy, then delete that file.",
          e);
    }
  }

  void remember(Path ledger, Chain chain) throws IOException {
    DurableFile.createFolder(folder);
    DurableFile.write(file(ledger), Anchor.of(spelled(ledger), chain).bytes());
  }

  private Path file(Path ledger) {
    String name = Sha256.hex(spelled(ledger).getBytes(StandardCharsets.UTF_8));
    return folder.resolve(name.substring(0, 32) + SUFFIX);
  }

  private static String spelled(Path ledger) {
    return ledger.toAbsolutePath().normalize().toString();
  }
}
