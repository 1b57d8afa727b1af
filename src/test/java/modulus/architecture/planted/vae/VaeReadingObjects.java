package modulus.architecture.planted.vae;

import java.io.ObjectInputStream;

/** Reads serialised objects. */
public final class VaeReadingObjects {
  Object read(ObjectInputStream in) throws Exception {
    return in.readObject();
  }
}
