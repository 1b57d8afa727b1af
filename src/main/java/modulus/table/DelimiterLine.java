package modulus.table;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line {@code sep=;} that spreadsheet programs put before a table: no row of it.
 *
 * @param delimiter what it names, where there is one
 * @param chars its length with the line break, 0 where there is none
 * @param bytes the same in the file
 */
record DelimiterLine(Optional<Character> delimiter, int chars, int bytes) {
  private static final Pattern LINE =
      Pattern.compile("\\A\"?sep=([^\\r\\n\"])\"?(?:\\r\\n|\\n|\\r)", Pattern.CASE_INSENSITIVE);

  /**
   * @param head the file's first characters after its byte order mark
   */
  static DelimiterLine in(String head, Charset charset) {
    Matcher line = LINE.matcher(head);
    return line.find()
        ? new DelimiterLine(
            Optional.of(line.group(1).charAt(0)),
            line.group().length(),
            line.group().getBytes(charset).length)
        : new DelimiterLine(Optional.empty(), 0, 0);
  }
}
