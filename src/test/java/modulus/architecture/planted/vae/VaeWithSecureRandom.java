package modulus.architecture.planted.vae;

import java.security.SecureRandom;

/** Draws from a generator nobody should trust. */
public final class VaeWithSecureRandom {
  public SecureRandom generator;
}
