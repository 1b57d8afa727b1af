package modulus.workbench;

import java.nio.file.Path;

/** Opens a table file and drafts its schema. */
public final class TableOpening {

  /**
   * Opens {@code file} on the calling thread.
   *
   * @throws Failure with a sentence for the user if the file cannot be read as a table
   * @throws RunCancelledException if the listener asked to stop
   */
  public OpenedTable open(Path file, RunListener listener) {
    throw new UnsupportedOperationException("not wired: " + file + listener);
  }
}
