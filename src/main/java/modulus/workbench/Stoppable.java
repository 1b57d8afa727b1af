package modulus.workbench;

import java.util.concurrent.CancellationException;
import modulus.privacy.CancellableWork;

/** Work that ends when its listener asks for it. */
public final class Stoppable {
  private Stoppable() {}

  /**
   * Does {@code work} on the calling thread.
   *
   * @throws RunCancelledException if the listener asked to stop
   */
  public static <T> T work(RunListener listener, CancellableWork.Work<T, RuntimeException> work) {
    try {
      return CancellableWork.run(listener::cancelled, work);
    } catch (CancellationException e) {
      throw new RunCancelledException(e);
    }
  }
}
