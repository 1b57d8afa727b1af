package modulus.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Ctrl-C: the command that runs is asked to stop and tidies up what it has half done, before the
 * process ends. The system gives a process one such signal, so what is asked is kept per process.
 */
final class Interruption {
  /** Work that ends within a second; more only where the machine is overloaded. */
  private static final long LONGEST_WAIT_SECONDS = 5;

  private static volatile boolean asked;

  private Interruption() {}

  static boolean asked() {
    return asked;
  }

  /** Runs {@code command}; while it does, the process waits for it before it ends. */
  static int heeded(IntSupplier command) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread waiting = new Thread(() -> await(ended), "modulus interruption");
    Runtime.getRuntime().addShutdownHook(waiting);
    try {
      return command.getAsInt();
    } finally {
      ended.countDown();
      if (!asked) {
        remove(waiting);
      }
    }
  }

  private static void await(CountDownLatch ended) {
    asked = true;
    try {
      if (!ended.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("The command did not end in time and was broken off.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Thread waiting) {
    try {
      Runtime.getRuntime().removeShutdownHook(waiting);
    } catch (IllegalStateException ending) {
      // the process ends already, and the command has ended before it
    }
  }
}
