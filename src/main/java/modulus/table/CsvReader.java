package modulus.table;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads a CSV file into columns. A column whose cells are all numbers, written in one way ({@link
 * SpelledNumber}), becomes a {@link NumberColumn}, any other a {@link CategoryColumn}. Time and
 * memory are linear in the file.
 */
public final class CsvReader {
  private static final int SAMPLE_BYTES = 1 << 18;

  private CsvReader() {}

  /**
   * @param options what is known of the file; the rest is detected
   * @throws TableFormatException if the file is no table, with one plain sentence: missing, a
   *     directory, not readable, empty, header only, blank or repeated names, ragged rows, one
   *     column, bytes that are not valid in the encoding
   * @throws java.util.concurrent.CancellationException if the listener cancels
   */
  public static CsvTable read(Path file, CsvOptions options, ReadListener listener)
      throws IOException {
    requireReadable(file);
    try {
      Encodings.Found encoding = Encodings.find(file, options.charset(), listener);
      CsvPass.Source source = source(file, options, encoding);
      CsvPass.Header header = CsvPass.header(source);
      Set<Integer> text = CsvPass.sample(source, header, RowCollector.SAMPLE_ROWS, listener);
      while (true) {
        CsvPass pass = new CsvPass(source, header, text, listener);
        Set<Integer> further = pass.run(Long.MAX_VALUE);
        if (further.isEmpty()) {
          return pass.table();
        }
        text = new HashSet<>(text);
        text.addAll(further);
      }
    } catch (AccessDeniedException e) {
      throw new TableFormatException("The file may not be read: permission was denied.", e);
    }
  }

  private static void requireReadable(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new TableFormatException("This is a folder, not a table; choose a CSV file in it.");
    }
    if (Files.notExists(file)) {
      throw new TableFormatException(
          "There is no file with this name.", new NoSuchFileException(file.toString()));
    }
    if (!Files.isReadable(file)) {
      throw new TableFormatException("The file may not be read: permission was denied.");
    }
    if (Files.isRegularFile(file) && Files.size(file) == 0) {
      throw new TableFormatException("The file is empty.");
    }
  }

  private static CsvPass.Source source(Path file, CsvOptions options, Encodings.Found encoding)
      throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(encoding.markLength());
      head = in.readNBytes(SAMPLE_BYTES);
    }
    boolean complete = head.length < SAMPLE_BYTES;
    CharsetDecoder decoder = Encodings.strict(encoding.charset());
    CharBuffer chars = CharBuffer.allocate(head.length + 1);
    // an error here is left to the pass over the file, which can name the row
    decoder.decode(ByteBuffer.wrap(head), chars, complete);
    String sample = chars.flip().toString();
    DelimiterLine before = DelimiterLine.in(sample, encoding.charset());
    CsvOptions known =
        options.delimiter().isEmpty() && before.delimiter().isPresent()
            ? options.withDelimiter(before.delimiter().get())
            : options;
    DialectDetection detection =
        new DialectDetection(sample.substring(before.chars()), complete, known);
    CsvDialect dialect = detection.detect(encoding);
    return new CsvPass.Source(
        file, encoding.markLength() + before.bytes(), dialect, detection.knowsMark());
  }

  /** Opens {@code file} after its byte order mark; the caller closes it. */
  static BufferedReader open(CsvPass.Source source, CountingInput counter) throws IOException {
    counter.skipNBytes(source.skip());
    return new BufferedReader(
        new InputStreamReader(
            new BufferedInputStream(counter, 1 << 16),
            Encodings.strict(source.dialect().charset())),
        1 << 16);
  }
}
