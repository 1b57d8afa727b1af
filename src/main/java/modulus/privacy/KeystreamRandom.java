package modulus.privacy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Draws from the keystream of AES-256 in counter mode. Not safe for use by several threads at once.
 */
abstract class KeystreamRandom implements GuaranteeRandom {
  static final int KEY_BYTES = 32;

  private static final int WORDS = 4096;
  private static final byte[] ZEROS = new byte[WORDS * Long.BYTES];

  private final byte[] stream = new byte[WORDS * Long.BYTES];
  private final LongBuffer view =
      ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
  private final long[] words = new long[WORDS];
  private int next = WORDS;
  private Cipher cipher;

  /**
   * A generator over the keystream of the given key.
   *
   * @param key 32 bytes; overwritten with zeros
   */
  KeystreamRandom(byte[] key) {
    try {
      cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES in counter mode", e);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private void refill() {
    if (cipher == null) {
      throw new IllegalStateException("the generator was closed");
    }
    try {
      cipher.update(ZEROS, 0, ZEROS.length, stream, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the keystream could not be extended", e);
    }
    view.rewind();
    view.get(words);
    next = 0;
  }

  @Override
  public final long nextLong() {
    if (next == WORDS) {
      refill();
    }
    return words[next++];
  }

  @Override
  public final double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /** Multiply and shift, with the rejection that removes the bias (Lemire 2019). */
  @Override
  public final int nextInt(int bound) {
    Require.atLeast("bound", bound, 1);
    long product = (nextLong() >>> 32) * bound;
    long low = product & 0xFFFFFFFFL;
    if (low < bound) {
      long threshold = (1L << 32) % bound;
      while (low < threshold) {
        product = (nextLong() >>> 32) * bound;
        low = product & 0xFFFFFFFFL;
      }
    }
    return (int) (product >>> 32);
  }

  @Override
  public final double nextGaussian() {
    return NormalZiggurat.draw(nextLong(), this);
  }

  @Override
  public final void fillGaussian(double[] target, int offset, int length) {
    java.util.Objects.checkFromIndexSize(offset, length, target.length);
    for (int i = offset; i < offset + length; i++) {
      target[i] = NormalZiggurat.draw(nextLong(), this);
    }
  }

  /** Exact for every float64 p: compares the binary digits of a uniform number with those of p. */
  @Override
  public final boolean nextBernoulli(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p must lie in [0, 1] but is " + p);
    }
    double rest = p;
    while (rest > 0) {
      double scaled = rest * 0x1p53;
      double whole = Math.floor(scaled);
      double digits = nextLong() >>> 11;
      if (digits != whole) {
        return digits < whole;
      }
      rest = scaled - whole;
    }
    return false;
  }

  /** Forgets the key and overwrites what was drawn ahead; further draws are refused. */
  @Override
  public final void close() {
    cipher = null;
    Arrays.fill(stream, (byte) 0);
    Arrays.fill(words, 0);
    next = WORDS;
  }
}
