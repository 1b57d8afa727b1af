package modulus.ui.data;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Categories as text to edit, a line each. A cell may hold line breaks: within a category the
 * symbols for them stand instead (U+240A, U+240D), so that it stays one line and the same category.
 */
final class CategoryLines {
  private static final char LINE_FEED = '\u240a';
  private static final char CARRIAGE_RETURN = '\u240d';

  private CategoryLines() {}

  static String of(List<String> categories) {
    return categories.stream()
        .map(category -> category.replace('\n', LINE_FEED).replace('\r', CARRIAGE_RETURN))
        .collect(Collectors.joining("\n"));
  }

  /** Without empty lines, and without blanks at the ends, which no cell has. */
  static List<String> read(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> line.replace(LINE_FEED, '\n').replace(CARRIAGE_RETURN, '\r'))
        .toList();
  }
}
