package modulus.architecture.planted.vae;

import java.io.Serializable;

/** Is serialisable. */
public final class VaeSerialised implements Serializable {
  private static final long serialVersionUID = 1;
}
