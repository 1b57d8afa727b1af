package modulus.table;

import java.util.concurrent.CancellationException;

/** The one place that ends a cancelled read. */
final class Cancellation {
  private Cancellation() {}

  static void check(ReadListener listener) {
    if (listener.cancelled()) {
      throw new CancellationException("reading was cancelled");
    }
  }
}
