package modulus.privacy;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Lets long work be cancelled wherever it is: accounting takes seconds for a large table and is
 * asked for from many depths (plans, the ledger, certificates and their verification). A use case
 * says once who may cancel what its own thread computes until it ends; whoever says nothing is
 * never cancelled.
 */
public final class CancellableWork {
  private static final ThreadLocal<BooleanSupplier> CANCELLED = new ThreadLocal<>();

  private CancellableWork() {}

  /** What is done and may be cancelled. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T done() throws E;
  }

  /**
   * Does {@code work} on the calling thread; within another such piece of work, {@code cancelled}
   * takes the place of the outer one.
   *
   * @throws CancellationException if the work was cancelled
   */
  public static <T, E extends Exception> T run(BooleanSupplier cancelled, Work<T, E> work)
      throws E {
    BooleanSupplier outer = CANCELLED.get();
    CANCELLED.set(cancelled);
    try {
      return work.done();
    } finally {
      if (outer == null) {
        CANCELLED.remove();
      } else {
        CANCELLED.set(outer);
      }
    }
  }

  /**
   * Ends a cancelled piece of work; called between the parts of what takes long, such as one
   * composition or a certificate's page.
   *
   * @throws CancellationException if the work on the calling thread was cancelled
   */
  public static void check() {
    BooleanSupplier cancelled = CANCELLED.get();
    if (cancelled != null && cancelled.getAsBoolean()) {
      throw new CancellationException("the work was cancelled");
    }
  }
}
