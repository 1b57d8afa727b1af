package modulus.certificate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the bytes of a PDF from first to last and takes only what our writer writes: no comments,
 * no octal escapes, no blanks but spaces and line feeds, no key twice. Whatever readers of PDFs
 * disagree about is refused.
 */
final class DocumentScanner {
  private static final int DEEPEST = 16;
  private static final String DELIMITERS = "()<>[]{}/%";
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,8})");
  private static final Pattern REAL = Pattern.compile("-?(0|[1-9]\\d{0,8})\\.\\d{1,60}");
  private static final Pattern POSITIVE = Pattern.compile("[1-9]\\d{0,8}");
  private static final Pattern NAME = Pattern.compile("([^#]|#[2-7][0-9A-F]){1,127}");
  private static final Set<String> WORDS = Set.of("true", "false", "null");

  private final byte[] bytes;
  private int at;

  DocumentScanner(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Where the next byte is. */
  int at() {
    return at;
  }

  boolean atEnd() {
    return at == bytes.length;
  }

  boolean isNext(String text) {
    byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length - at < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the text came next; then it is read. */
  boolean took(String text) {
    boolean next = isNext(text);
    if (next) {
      at += text.length();
    }
    return next;
  }

  void expect(String text) throws FormatException {
    if (!took(text)) {
      throw strange();
    }
  }

  /** Whether there are so many bytes; then they are passed over. */
  boolean skipped(int length) {
    boolean enough = length >= 0 && length <= bytes.length - at;
    if (enough) {
      at += length;
    }
    return enough;
  }

  /** Of at most nine digits, ≥ 1. */
  int positive() throws FormatException {
    int begin = at;
    String digits = regular();
    if (!POSITIVE.matcher(digits).matches()) {
      at = begin;
      throw strange();
    }
    return Integer.parseInt(digits);
  }

  /** One value, blanks before it passed over. */
  DocumentValue value() throws FormatException {
    return value(0);
  }

  private DocumentValue value(int depth) throws FormatException {
    blanks();
    if (depth > DEEPEST) {
      throw strange();
    }
    if (took("<<")) {
      return entries(depth);
    }
    if (took("[")) {
      return items(depth);
    }
    return switch (peek()) {
      case '(' -> literal();
      case '<' -> hexadecimal();
      case '/' -> new DocumentValue.Atom(name());
      default -> word();
    };
  }

  private DocumentValue entries(int depth) throws FormatException {
    List<DocumentValue.Entry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    blanks();
    while (!took(">>")) {
      int begin = at;
      String key = name();
      // our keys need no escapes, with which one key has many spellings
      if (key.indexOf('#') >= 0) {
        at = begin;
        throw strange();
      }
      if (!keys.add(key)) {
        throw new FormatException(
            "certificate.pdf has the entry " + key + " twice where it may stand once.");
      }
      entries.add(new DocumentValue.Entry(key, value(depth + 1)));
      blanks();
    }
    return new DocumentValue.Entries(entries);
  }

  private DocumentValue items(int depth) throws FormatException {
    List<DocumentValue> items = new ArrayList<>();
    blanks();
    while (!took("]")) {
      items.add(value(depth + 1));
      blanks();
    }
    return new DocumentValue.Items(items);
  }

  private String name() throws FormatException {
    int begin = at;
    expect("/");
    String name = regular();
    if (!NAME.matcher(name).matches()) {
      at = begin;
      throw strange();
    }
    return "/" + name;
  }

  private DocumentValue literal() throws FormatException {
    int begin = at++;
    while (peek() != ')') {
      if (peek() == '\\') {
        at++;
        if (peek() != '\\' && peek() != '(' && peek() != ')') {
          throw strange();
        }
      } else if (peek() < ' ' || peek() > '~' || peek() == '(') {
        throw strange();
      }
      at++;
    }
    at++;
    return spelled(begin);
  }

  private DocumentValue hexadecimal() throws FormatException {
    int begin = at++;
    while (Character.digit(peek(), 16) >= 0) {
      at++;
    }
    if (peek() != '>' || (at - begin) % 2 == 0) {
      throw strange();
    }
    at++;
    return spelled(begin);
  }

  /** A number, a reference or one of three words. */
  private DocumentValue word() throws FormatException {
    int begin = at;
    String word = regular();
    if (POSITIVE.matcher(word).matches() && took(" 0 R")) {
      // and not the beginning of a longer word
      if (isRegular(peek())) {
        throw strange();
      }
      return spelled(begin);
    }
    if (REAL.matcher(word).matches()) {
      return new DocumentValue.Atom(Float.toString(Float.parseFloat(word)));
    }
    if (!INTEGER.matcher(word).matches() && !WORDS.contains(word)) {
      at = begin;
      throw strange();
    }
    return new DocumentValue.Atom(word);
  }

  private DocumentValue spelled(int begin) {
    return new DocumentValue.Atom(
        new String(bytes, begin, at - begin, StandardCharsets.ISO_8859_1));
  }

  /** All bytes up to a blank or a delimiter. */
  private String regular() {
    int begin = at;
    while (isRegular(peek())) {
      at++;
    }
    return new String(bytes, begin, at - begin, StandardCharsets.ISO_8859_1);
  }

  private static boolean isRegular(int c) {
    return c > ' ' && c <= '~' && DELIMITERS.indexOf(c) < 0;
  }

  private void blanks() {
    while (peek() == ' ' || peek() == '\n') {
      at++;
    }
  }

  /** −1 at the end, which is neither regular nor a delimiter. */
  private int peek() {
    return at < bytes.length ? bytes[at] & 0xff : -1;
  }

  /** That what comes next is nothing of ours. */
  FormatException strange() {
    return strange(at);
  }

  /** That what stands at this byte is nothing of ours. */
  static FormatException strange(int at) {
    return new FormatException(
        "certificate.pdf holds something at byte " + at + " that this program never writes there.");
  }
}
