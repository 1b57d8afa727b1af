package modulus.table;

import java.util.concurrent.CancellationException;

/** The one place that ends a cancelled read. */
final class Cancellation {
  private Cancellation() {}

  /** Cancels with {@code listener} and tells it nothing, for what is no progress of its own. */
  static ReadListener only(ReadListener listener) {
    return new ReadListener() {
      @Override
      public boolean cancelled() {
        return listener.cancelled();
      }
    };
  }

  static void check(ReadListener listener) {
    if (listener.cancelled()) {
      throw new CancellationException("reading was cancelled");
    }
  }
}
