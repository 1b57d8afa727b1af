package modulus.workbench.project;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import modulus.privacy.CancellableWork;

/**
 * Holds a kept run together: HMAC-SHA256 (RFC 2104) of its figures, its synthetic table and its
 * model, and of the real table's fingerprint, under a key that stays with this user. What was
 * written by somebody else, changed by hand, or taken from the project of another table does not
 * bear it, and is not signed for.
 */
final class RunSeal {
  static final int BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "modulus project run 1";

  private final Mac mac;

  private RunSeal(Mac mac) {
    this.mac = mac;
  }

  /**
   * The key of the seals: derived from that of the tables' fingerprints, so that neither stands in
   * for the other.
   */
  static SecretKey key(SecretKey fingerprints) {
    RunSeal derivation = new RunSeal(mac(fingerprints));
    return new SecretKeySpec(
        derivation.mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)), ALGORITHM);
  }

  /**
   * @param fingerprint of the real table
   */
  static RunSeal of(SecretKey key, String fingerprint) {
    RunSeal seal = new RunSeal(mac(key));
    seal.add(fingerprint.getBytes(StandardCharsets.UTF_8));
    return seal;
  }

  private static Mac mac(SecretKey key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  /** Takes in {@code part}, its length first. */
  void add(byte[] part) {
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    mac.update(part);
  }

  /** Takes in all that is written; it must tell its own end. */
  OutputStream over(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(int one) throws IOException {
        mac.update((byte) one);
        out.write(one);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        mac.update(bytes, offset, length);
        out.write(bytes, offset, length);
      }
    };
  }

  /** Takes in all that is read, until the work on the calling thread is cancelled. */
  InputStream over(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int one = in.read();
        if (one >= 0) {
          mac.update((byte) one);
        }
        return one;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        CancellableWork.check();
        int read = in.read(bytes, offset, length);
        if (read > 0) {
          mac.update(bytes, offset, read);
        }
        return read;
      }

      @Override
      public boolean markSupported() {
        return false;
      }
    };
  }

  /** The seal over everything taken in; ends it. */
  byte[] bytes() {
    return mac.doFinal();
  }

  /** Whether {@code seal} is the one over everything taken in; ends it. */
  boolean is(byte[] seal) {
    return MessageDigest.isEqual(bytes(), seal);
  }
}
