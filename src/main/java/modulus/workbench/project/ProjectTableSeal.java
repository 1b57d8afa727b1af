package modulus.workbench.project;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import modulus.privacy.CancellableWork;
import modulus.table.Table;

/**
 * Tells whether a table is the one of before: HMAC-SHA256 (RFC 2104) of its columns and cells under
 * a key that stays with this user. Without the key nobody can try out tables against it, which a
 * plain hash would allow (privacy.md, section 9).
 */
public final class ProjectTableSeal {
  private static final int BUFFER = 1 << 16;

  private final SecretKey key;

  ProjectTableSeal(SecretKey key) {
    this.key = key;
  }

  /**
   * Under the key in {@code directory}, made there at first use.
   *
   * @throws modulus.workbench.Failure if the key can neither be read nor made
   */
  public static ProjectTableSeal of(UserDirectory directory) {
    return new ProjectTableSeal(directory.fingerprintKey());
  }

  /**
   * 64 hexadecimal digits.
   *
   * @throws java.util.concurrent.CancellationException if the work on the calling thread was
   *     cancelled: a large table takes seconds
   */
  public String of(Table table) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      try (OutputStream out = new BufferedOutputStream(new MacOutput(mac), BUFFER)) {
        TableBytes.write(table, out);
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class MacOutput extends OutputStream {
    private final Mac mac;

    MacOutput(Mac mac) {
      this.mac = mac;
    }

    @Override
    public void write(int one) {
      mac.update((byte) one);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      CancellableWork.check();
      mac.update(bytes, offset, length);
    }
  }
}
