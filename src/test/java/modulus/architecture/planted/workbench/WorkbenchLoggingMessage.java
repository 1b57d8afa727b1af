package modulus.architecture.planted.workbench;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Logs an exception with its message, whatever stands in it. */
public final class WorkbenchLoggingMessage {
  public void fail(Logger log, NumberFormatException thrown) {
    log.log(Level.WARNING, "failed", thrown);
  }
}
