package modulus.certificate.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a ledger is kept: the file of entries, one line each; beside it its keys ({@code .keys})
 * and a lock ({@code .lock}); and, elsewhere, the anchors.
 *
 * @param file the entries
 * @param anchors folder of what this computer remembers of its ledgers; apart from {@code file}, so
 *     that putting back an old copy of the one does not put back the other
 */
public record LedgerFile(Path file, Path anchors) {

  /** Something done while nobody else reads or writes. */
  @FunctionalInterface
  public interface Visit<T> {
    T with(LedgerSession session) throws LedgerException;
  }

  /** Whether there is, or by all signs was, a ledger here. */
  public boolean exists() {
    return Files.exists(file) || Files.exists(keys()) || new Anchors(anchors).knows(file);
  }

  /**
   * Opens the ledger, making it where there never was one, checks all of it, and does something
   * with it.
   *
   * @throws LedgerException with what to do, if it cannot be used as it is
   * @throws java.util.concurrent.CancellationException if the work on the calling thread was
   *     cancelled before it was open
   */
  public <T> T visit(Visit<T> visit) throws LedgerException {
    try {
      DurableFile.createFolder(file.toAbsolutePath().getParent());
      LedgerSession.checkAhead(this);
      try (LedgerLock lock = LedgerLock.take(beside(".lock"));
          LedgerSession session = LedgerSession.open(this)) {
        return visit.with(session);
      }
    } catch (IOException e) {
      throw new LedgerException(
          "The ledger " + file + " could not be read or written; nothing was recorded.",
          "Check that its folder and "
              + anchors
              + " may be written to and the disk has space, or name another place with --ledger.",
          e);
    }
  }

  Path keys() {
    return beside(".keys");
  }

  Path newKeys() {
    return beside(".keys.new");
  }

  private Path beside(String suffix) {
    return file.toAbsolutePath().resolveSibling(file.getFileName() + suffix);
  }
}
