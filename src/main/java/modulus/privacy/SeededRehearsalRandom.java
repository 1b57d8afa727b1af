package modulus.privacy;

import java.nio.ByteBuffer;

/**
 * Repeatable draws for tests and rehearsals: the same generator under a key anybody can know. A run
 * that used it can never be certified.
 */
public final class SeededRehearsalRandom extends KeystreamRandom {

  /** The generator of the given seed: the same draws on every machine. */
  public SeededRehearsalRandom(long seed) {
    super(ByteBuffer.allocate(KEY_BYTES).putLong(seed).array());
  }

  @Override
  public boolean certifiable() {
    return false;
  }
}
