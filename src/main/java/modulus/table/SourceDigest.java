package modulus.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * SHA-256 of what a table was read from, by which the same file is known however it is read. It
 * would confirm a guess at the file, so it stays in memory; what is written down is made of it
 * under a secret key ({@link TableFingerprint#ofSource}).
 */
public final class SourceDigest {
  private static final int BLOCK = 1 << 20;

  private final byte[] digest;

  private SourceDigest(byte[] digest) {
    this.digest = digest;
  }

  /**
   * Reads the whole file.
   *
   * @param sheet of a workbook: two of its sheets are two tables
   * @throws java.util.concurrent.CancellationException if the listener cancels
   */
  static SourceDigest of(Path file, Optional<String> sheet, ReadListener listener)
      throws IOException {
    MessageDigest sha = sha256();
    byte[] block = new byte[BLOCK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        Cancellation.check(listener);
        sha.update(block, 0, read);
      }
    }
    byte[] bytes = sha.digest();
    return new SourceDigest(
        sheet
            .map(
                name -> {
                  sha.update(bytes);
                  return sha.digest(name.getBytes(StandardCharsets.UTF_8));
                })
            .orElse(bytes));
  }

  /** Whether both are of the same bytes and sheet. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SourceDigest that && Arrays.equals(digest, that.digest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(digest);
  }

  /** 32 bytes. */
  byte[] bytes() {
    return digest.clone();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
