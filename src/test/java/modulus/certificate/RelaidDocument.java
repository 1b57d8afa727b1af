package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate's PDF that its signer takes apart, changes, puts together with true tables of
 * objects, and signs anew. Bytes are the letters of Latin 1.
 *
 * @param first the document's objects one after the other, with the header
 * @param second the objects that came with the signature
 * @param firstTable makes of the first table another one
 * @param secondTable makes of the second table, trailer and all, another one
 */
record RelaidDocument(
    String first,
    String second,
    UnaryOperator<String> firstTable,
    UnaryOperator<String> secondTable) {
  private static final Pattern OBJECT =
      Pattern.compile("(?:(?<=endobj\n)|(?<=\u00fc\u00df\n)|^|(?<=\n\n))(\\d+) 0 obj\n");
  private static final Pattern RANGE = Pattern.compile("/ByteRange \\[[0-9 ]+] *");
  private static final String END = "%%EOF\n";

  static RelaidDocument of(byte[] document) {
    String text = new String(document, StandardCharsets.ISO_8859_1);
    int table = text.indexOf("endobj\nxref\n") + 7;
    int update = text.indexOf(END, table) + END.length() + 2;
    return new RelaidDocument(
        text.substring(0, table),
        text.substring(update, text.lastIndexOf("endobj\nxref\n") + 7),
        UnaryOperator.identity(),
        UnaryOperator.identity());
  }

  RelaidDocument first(UnaryOperator<String> change) {
    return new RelaidDocument(change.apply(first), second, firstTable, secondTable);
  }

  RelaidDocument second(UnaryOperator<String> change) {
    return new RelaidDocument(first, change.apply(second), firstTable, secondTable);
  }

  RelaidDocument firstTable(UnaryOperator<String> change) {
    return new RelaidDocument(first, second, change, secondTable);
  }

  RelaidDocument secondTable(UnaryOperator<String> change) {
    return new RelaidDocument(first, second, firstTable, change);
  }

  /** An object of the second part, with its number. */
  String object(int number) {
    int begin = second.indexOf("\n" + number + " 0 obj\n") + 1;
    assertThat(begin).isPositive();
    return second.substring(begin, second.indexOf("endobj\n", begin) + 7);
  }

  /** The whole file, with this after its end, signed by this key. */
  byte[] signed(DocumentSigner key, String trailer, String after) {
    String references = trailer.substring(trailer.indexOf("/Root"), trailer.indexOf("/Size"));
    TreeMap<Integer, Integer> begins = begins(first, 0);
    String whole = first + firstTable.apply(table(begins, first.length(), references, ""));
    String prev = "/Prev " + first.length() + "\n";
    int at = whole.length() + 2;
    TreeMap<Integer, Integer> all = begins(second, at);
    int size = Math.max(begins.lastKey(), all.lastKey()) + 1;
    String table = table(all, at + second.length(), references, prev);
    table = table.replaceFirst("/Size \\d+", "/Size " + size);
    return signed(whole + "\r\n" + second + secondTable.apply(table) + after, key);
  }

  byte[] signed(DocumentSigner key, byte[] original) {
    return signed(key, trailer(original), "");
  }

  static String trailer(byte[] original) {
    String text = new String(original, StandardCharsets.ISO_8859_1);
    return text.substring(text.lastIndexOf("trailer\n"));
  }

  /** Where the objects begin; of several with one number the first counts. */
  private static TreeMap<Integer, Integer> begins(String part, int at) {
    TreeMap<Integer, Integer> begins = new TreeMap<>();
    Matcher objects = OBJECT.matcher(part);
    while (objects.find()) {
      begins.putIfAbsent(Integer.valueOf(objects.group(1)), at + objects.start());
    }
    return begins;
  }

  private static String table(
      TreeMap<Integer, Integer> begins, int at, String references, String prev) {
    StringBuilder table = new StringBuilder("xref\n");
    Map<Integer, String> lines = new TreeMap<>();
    lines.put(0, "0000000000 65535 f\r\n");
    begins.forEach((number, begin) -> lines.put(number, "%010d 00000 n\r\n".formatted(begin)));
    for (int number : lines.keySet()) {
      if (lines.containsKey(number - 1)) {
        continue;
      }
      int end = number;
      StringBuilder run = new StringBuilder();
      while (lines.containsKey(end)) {
        run.append(lines.get(end++));
      }
      table.append(number).append(' ').append(end - number).append('\n').append(run);
    }
    int size = begins.lastKey() + 1;
    return table
        .append("trailer\n<<\n")
        .append(references)
        .append("/Size " + size + "\n" + prev + ">>\nstartxref\n" + at + "\n")
        .append(END)
        .toString();
  }

  private static byte[] signed(String text, DocumentSigner key) {
    int begin = text.indexOf("<", text.indexOf("/Contents <"));
    int end = text.indexOf(">", begin) + 1;
    Matcher range = RANGE.matcher(text);
    assertThat(range.find()).isTrue();
    String numbers = "/ByteRange [0 %d %d %d]".formatted(begin, end, text.length() - end);
    int padding = range.end() - range.start() - numbers.length();
    String ready =
        text.substring(0, range.start())
            + numbers
            + " ".repeat(padding)
            + text.substring(range.end());
    byte[] content =
        (ready.substring(0, begin) + ready.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
    try {
      String hex =
          HexFormat.of()
              .withUpperCase()
              .formatHex(CmsSignature.sign(content, key, Optional.empty()));
      String room = "0".repeat(end - begin - 2 - hex.length());
      return (ready.substring(0, begin + 1) + hex + room + ready.substring(end - 1))
          .getBytes(StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
