package modulus.evaluation;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** The one place that ends a cancelled comparison. */
public final class Cancellation {
  private Cancellation() {}

  /**
   * @throws CancellationException if {@code cancelled} has turned true
   */
  public static void check(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("the comparison was cancelled");
    }
  }
}
