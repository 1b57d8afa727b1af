package modulus.architecture.planted.vae;

import java.io.PrintWriter;

/** Prints an exception with its message. */
public final class VaePrintingTrace {
  public void fail(PrintWriter out, NumberFormatException thrown) {
    thrown.printStackTrace(out);
  }
}
