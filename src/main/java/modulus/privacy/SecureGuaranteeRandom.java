package modulus.privacy;

import java.security.SecureRandom;

/**
 * The randomness of every guarantee (privacy.md, section 8): AES-256 in counter mode under a key
 * the operating system's generator supplies. The key is never chosen, shown, logged or stored. One
 * instance per thread.
 */
public final class SecureGuaranteeRandom extends KeystreamRandom {

  /** A generator with a fresh key. */
  public SecureGuaranteeRandom() {
    super(freshKey());
  }

  private static byte[] freshKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  @Override
  public boolean certifiable() {
    return true;
  }
}
