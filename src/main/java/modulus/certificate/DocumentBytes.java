package modulus.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import modulus.privacy.CancellableWork;

/**
 * The bytes of a certificate's PDF, read as strictly as our writer writes: the document and after
 * it the version with the signature, in each nothing but objects one after the other, the table
 * that says where each of them begins, and a trailer that says where the table begins.
 *
 * <p>PDFBox, like other readers, repairs what is broken, and each reader in a way of its own: of a
 * broken file one may show what another never sees. Here nothing is repaired.
 */
final class DocumentBytes {
  private static final String HEADER = "%PDF-1.4\n%\u00f6\u00e4\u00fc\u00df\n";
  private static final DocumentValue FLATE = new DocumentValue.Atom("/FlateDecode");
  private static final DocumentValue SIGNATURE = new DocumentValue.Atom("/Sig");
  private static final List<String> TRAILER = List.of("/Root", "/Info", "/ID", "/Size");
  private static final List<String> SIGNED_TRAILER =
      List.of("/Root", "/Info", "/ID", "/Size", "/Prev");

  /** Depends on how well a version of zlib compresses. */
  private static final Set<String> OF_STREAMS = Set.of("/Length");

  /** Checked where the signature is. */
  private static final Set<String> OF_SIGNATURES = Set.of("/Contents", "/ByteRange");

  /** Checked here against where things are. */
  private static final Set<String> OF_TRAILERS = Set.of("/Prev");

  /**
   * One object.
   *
   * @param begin offset of its number
   * @param from offset of its stream's bytes, −1 if it has none
   * @param to offset after them
   */
  private record Part(int number, int begin, DocumentValue value, int from, int to) {
    boolean isStream() {
      return from >= 0;
    }
  }

  private record Version(List<Part> parts, DocumentValue.Entries trailer) {}

  private final byte[] bytes;
  private final DocumentScanner scanner;
  private final List<Version> versions = new ArrayList<>();
  private int table;
  private int size;

  private DocumentBytes(byte[] bytes) {
    this.bytes = bytes;
    scanner = new DocumentScanner(bytes);
  }

  /**
   * @throws FormatException with one sentence, if our writer does not write such a file
   */
  static DocumentBytes read(byte[] bytes) throws FormatException {
    DocumentBytes read = new DocumentBytes(bytes);
    read.scanner.expect(HEADER);
    read.version(TRAILER);
    read.scanner.expect("\r\n");
    read.version(SIGNED_TRAILER);
    if (!read.scanner.atEnd()) {
      throw new FormatException("certificate.pdf goes on after its signed version ends.");
    }
    return read;
  }

  private void version(List<String> keys) throws FormatException {
    List<Part> parts = new ArrayList<>();
    Map<Integer, Integer> begins = new TreeMap<>();
    while (!scanner.isNext("xref\n")) {
      CancellableWork.check();
      Part part = part();
      if (begins.put(part.number(), part.begin()) != null) {
        throw new FormatException(
            "certificate.pdf holds object " + part.number() + " twice in one of its versions.");
      }
      size = Math.max(size, part.number() + 1);
      parts.add(part);
    }
    int before = table;
    table = scanner.at();
    if (!scanner.took(table(begins) + "trailer\n")) {
      throw misplaced();
    }
    versions.add(new Version(parts, trailer(keys, before)));
    scanner.expect("\nstartxref\n");
    if (!scanner.took(table + "\n")) {
      throw misplaced();
    }
    scanner.expect("%%EOF\n");
  }

  private DocumentValue.Entries trailer(List<String> keys, int before) throws FormatException {
    int begin = scanner.at();
    if (!(scanner.value() instanceof DocumentValue.Entries trailer)
        || !trailer.keys().equals(keys)) {
      throw DocumentScanner.strange(begin);
    }
    if (!trailer.get("/Size").equals(number(size))
        || (keys.contains("/Prev") && !trailer.get("/Prev").equals(number(before)))) {
      throw misplaced();
    }
    return trailer;
  }

  private static Optional<DocumentValue> number(int value) {
    return Optional.of(new DocumentValue.Atom(Integer.toString(value)));
  }

  private Part part() throws FormatException {
    int begin = scanner.at();
    int number = scanner.positive();
    scanner.expect(" 0 obj\n");
    DocumentValue value = scanner.value();
    int from = -1;
    int to = -1;
    if (value instanceof DocumentValue.Entries entries && scanner.took("\nstream\r\n")) {
      from = scanner.at();
      to = from + length(entries);
      if (to < from || !scanner.skipped(to - from) || !scanner.took("\r\nendstream")) {
        throw new FormatException(
            "certificate.pdf states a length of object " + number + " that is not its length.");
      }
    }
    scanner.expect("\nendobj\n");
    return new Part(number, begin, value, from, to);
  }

  /** As it is stated, −1 if it is not. */
  private static int length(DocumentValue.Entries stream) {
    return stream
        .get("/Length")
        .filter(DocumentValue.Atom.class::isInstance)
        .map(length -> ((DocumentValue.Atom) length).spelled())
        .filter(digits -> digits.matches("\\d{1,9}"))
        .map(Integer::valueOf)
        .orElse(-1);
  }

  /** The table as it must be for objects that begin at these places. */
  private static String table(Map<Integer, Integer> begins) {
    StringBuilder all = new StringBuilder("xref\n");
    StringBuilder run = new StringBuilder("0000000000 65535 f\r\n");
    int first = 0;
    int next = 1;
    for (Map.Entry<Integer, Integer> entry : begins.entrySet()) {
      if (entry.getKey() != next) {
        all.append(first).append(' ').append(next - first).append('\n').append(run);
        run.setLength(0);
        first = entry.getKey();
        next = first;
      }
      run.append(String.format(Locale.ROOT, "%010d 00000 n\r\n", entry.getValue()));
      next++;
    }
    return all.append(first).append(' ').append(next - first).append('\n').append(run).toString();
  }

  /**
   * Whether another file has the same objects in the same order, with the same numbers and the same
   * spelling, streams by what they unfold to. Left out: the signature's value and range, lengths of
   * streams, and places, which follow from these and are checked in each file for itself.
   *
   * @param found not trusted: this file bounds what is read of it
   */
  boolean isSameAs(DocumentBytes found) throws IOException {
    for (int v = 0; v < versions.size(); v++) {
      Version wanted = versions.get(v);
      Version other = found.versions.get(v);
      if (wanted.parts().size() != other.parts().size()
          || !same(wanted.trailer(), other.trailer(), OF_TRAILERS)) {
        return false;
      }
      for (int i = 0; i < wanted.parts().size(); i++) {
        CancellableWork.check();
        if (!isSame(wanted.parts().get(i), found, other.parts().get(i))) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isSame(Part wanted, DocumentBytes file, Part found) throws IOException {
    if (wanted.number() != found.number() || wanted.isStream() != found.isStream()) {
      return false;
    }
    if (!(wanted.value() instanceof DocumentValue.Entries entries)) {
      return wanted.value().equals(found.value());
    }
    Set<String> left = wanted.isStream() ? OF_STREAMS : Set.of();
    if (entries.get("/Type").equals(Optional.of(SIGNATURE))) {
      left = OF_SIGNATURES;
    }
    return same(entries, found.value(), left)
        && (!wanted.isStream() || sameStream(wanted, file, found));
  }

  private static boolean same(
      DocumentValue.Entries wanted, DocumentValue found, Set<String> leftOut) {
    return found instanceof DocumentValue.Entries entries
        && wanted.blurred(leftOut).equals(entries.blurred(leftOut));
  }

  private boolean sameStream(Part wanted, DocumentBytes file, Part found) throws IOException {
    if (!((DocumentValue.Entries) wanted.value()).get("/Filter").equals(Optional.of(FLATE))) {
      return Arrays.equals(bytes, wanted.from(), wanted.to(), file.bytes, found.from(), found.to());
    }
    byte[] content;
    try (InflaterInputStream in =
        new InflaterInputStream(
            new ByteArrayInputStream(bytes, wanted.from(), wanted.to() - wanted.from()))) {
      content = in.readAllBytes();
    }
    return file.unfoldsTo(found, content);
  }

  /** Whether a stream is compressed content and nothing after it. */
  private boolean unfoldsTo(Part part, byte[] content) {
    byte[] unfolded = new byte[content.length + 1];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, part.from(), part.to() - part.from());
      int length = 0;
      int step = 1;
      while (step > 0 && length < unfolded.length) {
        step = inflater.inflate(unfolded, length, unfolded.length - length);
        length += step;
      }
      return inflater.finished()
          && inflater.getRemaining() == 0
          && Arrays.equals(unfolded, 0, length, content, 0, content.length);
    } catch (DataFormatException e) {
      return false;
    } finally {
      inflater.end();
    }
  }

  private static FormatException misplaced() {
    return new FormatException(
        "The table of objects in certificate.pdf does not say where each object is.");
  }
}
