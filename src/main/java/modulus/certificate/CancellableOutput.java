package modulus.certificate;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Passes bytes on until the writing is cancelled. */
final class CancellableOutput extends FilterOutputStream {
  private final BooleanSupplier cancelled;

  CancellableOutput(OutputStream out, BooleanSupplier cancelled) {
    super(out);
    this.cancelled = cancelled;
  }

  /**
   * @throws CancellationException if it was cancelled
   */
  static void check(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("writing the package was cancelled");
    }
  }

  @Override
  public void write(int value) throws IOException {
    check(cancelled);
    out.write(value);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    check(cancelled);
    out.write(bytes, from, length);
  }
}
