package modulus.table;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Looks whether to go on, every few thousand cells. */
public final class CellLooks {
  /** Even by a slow pattern they take less than a tenth of a second. */
  public static final int CELLS = 1 << 12;

  private final BooleanSupplier cancelled;
  private int seen;

  public CellLooks(BooleanSupplier cancelled) {
    this.cancelled = cancelled;
  }

  /**
   * Called for each cell, before it is read.
   *
   * @throws CancellationException if cancelled
   */
  public void cell() {
    if (seen++ % CELLS == 0) {
      now();
    }
  }

  /**
   * Called before what takes long by itself.
   *
   * @throws CancellationException if cancelled
   */
  public void now() {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("reading cells was cancelled");
    }
  }
}
