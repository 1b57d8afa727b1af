package modulus.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which encoding a text file is in. */
final class Encodings {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final int BLOCK = 1 << 16;

  private Encodings() {}

  /** An encoding and the length of the byte order mark the file begins with. */
  record Found(Charset charset, int markLength) {}

  /**
   * Looks at the byte order mark, then at where zero bytes stand (UTF-16), then whether the whole
   * file is valid UTF-8, then Windows-1252.
   *
   * @param chosen what the steward says; a byte order mark of another encoding is not skipped
   * @throws TableFormatException if no known encoding, or not the chosen one, fits the bytes
   */
  static Found find(Path file, Optional<Charset> chosen, ReadListener listener) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(BLOCK);
    }
    if (startsWith(head, ZIP)) {
      throw new TableFormatException(
          "The file is a spreadsheet or another packed file, not a CSV text file.");
    }
    if (startsWith(head, PDF)) {
      throw new TableFormatException("The file is a PDF document, not a table.");
    }
    Found marked = byMark(head);
    if (chosen.isPresent()) {
      boolean same = marked != null && sameFamily(chosen.get(), marked.charset());
      return same ? marked : new Found(chosen.get(), 0);
    }
    if (marked != null) {
      return marked;
    }
    Charset wide = utf16ByZeros(head);
    if (wide != null) {
      return new Found(wide, 0);
    }
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, WINDOWS_1252}) {
      if (decodes(file, charset, listener)) {
        return new Found(charset, 0);
      }
    }
    throw new TableFormatException(
        "The file's encoding was not recognised: it is not valid UTF-8, UTF-16 or Windows-1252.");
  }

  private static boolean sameFamily(Charset chosen, Charset marked) {
    return chosen.equals(marked)
        || (chosen.equals(StandardCharsets.UTF_16) && marked.name().startsWith("UTF-16"));
  }

  private static Found byMark(byte[] head) {
    if (startsWith(head, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
      return new Found(StandardCharsets.UTF_8, 3);
    }
    if (startsWith(head, new byte[] {(byte) 0xFF, (byte) 0xFE})) {
      return new Found(StandardCharsets.UTF_16LE, 2);
    }
    if (startsWith(head, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
      return new Found(StandardCharsets.UTF_16BE, 2);
    }
    return null;
  }

  private static boolean startsWith(byte[] head, byte[] prefix) {
    return head.length >= prefix.length
        && java.util.Arrays.equals(head, 0, prefix.length, prefix, 0, prefix.length);
  }

  /** In UTF-16 nearly every second byte of a table is zero: delimiters, digits, line breaks. */
  private static Charset utf16ByZeros(byte[] head) {
    int[] zeros = new int[2];
    for (int i = 0; i < head.length; i++) {
      zeros[i & 1] += head[i] == 0 ? 1 : 0;
    }
    int pairs = head.length / 2;
    if (pairs >= 2 && zeros[1] * 2 > pairs && zeros[0] * 10 < pairs) {
      return StandardCharsets.UTF_16LE;
    }
    if (pairs >= 2 && zeros[0] * 2 > pairs && zeros[1] * 10 < pairs) {
      return StandardCharsets.UTF_16BE;
    }
    return null;
  }

  private static boolean decodes(Path file, Charset charset, ReadListener listener)
      throws IOException {
    CharsetDecoder decoder = strict(charset);
    CharBuffer chars = CharBuffer.allocate(BLOCK + 16);
    byte[] block = new byte[BLOCK];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      while (true) {
        Cancellation.check(listener);
        int read = in.readNBytes(block, kept, BLOCK - kept);
        ByteBuffer bytes = ByteBuffer.wrap(block, 0, kept + read);
        boolean last = read == 0 || kept + read < BLOCK;
        CoderResult result = decoder.decode(bytes, chars.clear(), last);
        if (result.isError()) {
          return false;
        }
        if (last) {
          return true;
        }
        kept = bytes.remaining();
        System.arraycopy(block, bytes.position(), block, 0, kept);
      }
    }
  }

  /** A decoder that reports what is not valid instead of replacing it. */
  static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }
}
