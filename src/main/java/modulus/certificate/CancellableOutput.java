package modulus.certificate;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import modulus.privacy.CancellableWork;

/** Passes bytes on until the work on the calling thread is cancelled. */
public final class CancellableOutput extends FilterOutputStream {

  public CancellableOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int value) throws IOException {
    CancellableWork.check();
    out.write(value);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    CancellableWork.check();
    out.write(bytes, from, length);
  }
}
