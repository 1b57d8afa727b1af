package modulus.encoding;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** The one place that ends cancelled coding. */
final class Cancellation {
  private Cancellation() {}

  /**
   * @throws CancellationException if {@code cancelled} has turned true
   */
  static void check(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("coding was cancelled");
    }
  }
}
