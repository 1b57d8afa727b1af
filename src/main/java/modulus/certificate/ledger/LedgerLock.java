package modulus.certificate.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

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

  static LedgerLock take(Path file) throws IOException, LedgerException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
    boolean held = false;
    FileChannel channel = null;
    try {
      held = THREADS.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
      if (held) {
        channel =
            FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                DurableFile.ownerOnly(file.getParent()));
        FileLock lock = channel.tryLock();
        while (lock == null && System.nanoTime() < end) {
          Thread.sleep(PAUSE_MILLISECONDS);
          lock = channel.tryLock();
        }
        if (lock != null) {
          LedgerLock taken = new LedgerLock(channel);
          held = false;
          channel = null;
          return taken;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (channel != null) {
        channel.close();
      }
      if (held) {
        THREADS.unlock();
      }
    }
    throw new LedgerException(
        "The ledger is in use by another process.", "Wait until it has ended, then try again.");
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      THREADS.unlock();
    }
  }
}
