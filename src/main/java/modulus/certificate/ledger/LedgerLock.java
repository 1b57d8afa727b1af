package modulus.certificate.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import modulus.privacy.CancellableWork;

/**
 * One reader or writer at a time: a lock of the operating system, which a killed process gives back
 * by itself, and one among the threads of this process.
 */
final class LedgerLock implements AutoCloseable {
  private static final long LONGEST_WAIT_SECONDS = 120;
  private static final long PAUSE_MILLISECONDS = 20;
  private static final ReentrantLock THREADS = new ReentrantLock();

  private final FileChannel channel;

  private LedgerLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits for its turn, up to two minutes; whoever does so holds nothing meanwhile.
   *
   * @throws LedgerException if somebody else keeps the ledger for longer
   * @throws CancellationException if the work on the calling thread was cancelled, or the thread
   *     interrupted
   */
  static LedgerLock take(Path file) throws IOException, LedgerException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
    try {
      do {
        CancellableWork.check();
        Optional<LedgerLock> taken = attempt(file);
        if (taken.isPresent()) {
          return taken.get();
        }
        Thread.sleep(PAUSE_MILLISECONDS);
      } while (System.nanoTime() < end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the wait for the ledger was interrupted");
    }
    throw new LedgerException(
        "Another run or program has kept the ledger for two minutes.",
        "Wait until it has ended, then try again.");
  }

  /** Empty where somebody else has it. */
  private static Optional<LedgerLock> attempt(Path file) throws IOException, InterruptedException {
    if (!THREADS.tryLock(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
      return Optional.empty();
    }
    FileChannel channel = null;
    boolean taken = false;
    try {
      channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              DurableFile.ownerOnly(file.getParent()));
      taken = channel.tryLock() != null;
      return taken ? Optional.of(new LedgerLock(channel)) : Optional.empty();
    } finally {
      if (!taken) {
        release(channel);
      }
    }
  }

  private static void release(FileChannel channel) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      THREADS.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    release(channel);
  }
}
