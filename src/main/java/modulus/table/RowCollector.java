package modulus.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills columns whose types are already supposed with the rows of one pass over a file. */
final class RowCollector {
  /** Unicode's class Bidi_Control. */
  private static final Pattern TURNING =
      Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  /** Rows looked at before the first whole pass, to suppose the columns' types. */
  static final int SAMPLE_ROWS = 5000;

  /** A row's cells by column. */
  @FunctionalInterface
  interface Cells {
    /** The cell as spelled, not yet trimmed. */
    String get(int column);
  }

  private final List<String> names;
  private final Set<String> marks;
  private final boolean decimalComma;
  private final ColumnBuilder[] builders;
  private final List<Map<String, Integer>> markCounts = new ArrayList<>();
  private final Set<Integer> turnedText = new TreeSet<>();

  /**
   * @param text the columns that hold text; the others are supposed to hold numbers
   * @param marks cells that count as missing, compared after trimming
   */
  RowCollector(List<String> names, Set<Integer> text, Set<String> marks, boolean decimalComma) {
    this.names = List.copyOf(names);
    this.marks = marks;
    this.decimalComma = decimalComma;
    this.builders = new ColumnBuilder[names.size()];
    for (int column = 0; column < builders.length; column++) {
      builders[column] =
          text.contains(column)
              ? new ColumnBuilder.Categories(decimalComma)
              : new ColumnBuilder.Numbers(decimalComma);
      markCounts.add(new HashMap<>());
    }
  }

  /**
   * The columns' names: as in the header, or by number. A first column without a name is called by
   * its number too: statistics programs put the number of the row there.
   *
   * @param first the first row's cells
   * @param header whether they are the names
   * @throws TableFormatException if there is only one name, another blank one, a repeated one or
   *     one with characters that turn the direction of writing
   */
  static List<String> names(List<String> first, boolean header) throws TableFormatException {
    List<String> names = new ArrayList<>();
    for (String cell : first) {
      boolean named = header && !(names.isEmpty() && cell.isBlank());
      names.add(named ? cell.strip() : "column " + (names.size() + 1));
    }
    requireNames(names);
    return List.copyOf(names);
  }

  private static void requireNames(List<String> names) throws TableFormatException {
    if (names.size() == 1) {
      throw new TableFormatException(
          "The table has only one column; at least two are needed (or the delimiter is another"
              + " one).");
    }
    Map<String, Integer> seen = new HashMap<>();
    for (int column = 0; column < names.size(); column++) {
      String name = names.get(column);
      if (name.isEmpty()) {
        throw new TableFormatException("Column " + (column + 1) + " has no name in the header.");
      }
      requireText(name);
      requireDirection(column, name);
      Integer before = seen.put(name, column);
      if (before != null) {
        throw new TableFormatException(
            "The header names two columns '"
                + name
                + "': columns "
                + (before + 1)
                + " and "
                + (column + 1)
                + ".");
      }
    }
  }

  /** The name gets into the certificate, where it must not turn round what stands beside it. */
  private static void requireDirection(int column, String name) throws TableFormatException {
    Matcher turning = TURNING.matcher(name);
    if (turning.find()) {
      throw new TableFormatException(
          "The name of column "
              + (column + 1)
              + " in the header holds an invisible character that turns the direction of writing, "
              + codePoint(turning)
              + "; type the name anew.");
    }
  }

  private static String codePoint(Matcher found) {
    return "U+%04X".formatted(found.group().codePointAt(0));
  }

  private static void requireText(String cell) throws TableFormatException {
    if (cell.indexOf('\0') >= 0) {
      throw new TableFormatException("The file holds NUL bytes; it is not a text table.");
    }
  }

  int columns() {
    return builders.length;
  }

  void add(Cells cells) throws TableFormatException {
    for (int column = 0; column < builders.length; column++) {
      ColumnBuilder builder = builders[column];
      if (builder == null) {
        continue;
      }
      String cell = cells.get(column).strip();
      if (marks.contains(cell)) {
        markCounts.get(column).merge(cell, 1, Integer::sum);
        builder.addMissing();
      } else if (!builder.add(cell)) {
        builders[column] = null;
        turnedText.add(column);
      } else if (builder instanceof ColumnBuilder.Categories) {
        requireText(cell);
      }
    }
  }

  /**
   * The columns supposed to hold numbers that turned out to hold text; when not empty, there is no
   * table and another pass is needed.
   */
  Set<Integer> turnedText() {
    return turnedText;
  }

  /**
   * Names the columns of numbers whose decimal mark nothing in the table shows: some number could
   * have a thousands mark or three decimals, and no column has one that could not.
   */
  Optional<ReadingNote> markNote() {
    List<String> undecided = new ArrayList<>();
    for (int column = 0; column < builders.length; column++) {
      if (builders[column] instanceof ColumnBuilder.Numbers numbers) {
        if (numbers.clear()) {
          return Optional.empty();
        }
        if (numbers.ambiguous()) {
          undecided.add(names.get(column));
        }
      }
    }
    return ReadingNote.undecided(decimalComma, undecided);
  }

  /**
   * The columns; releases what was collected.
   *
   * @throws java.util.concurrent.CancellationException if the listener cancels
   */
  Table table(ReadListener listener) {
    List<Column> columns = new ArrayList<>();
    for (int column = 0; column < builders.length; column++) {
      Cancellation.check(listener);
      columns.add(builders[column].build(names.get(column)));
      builders[column] = null;
    }
    return new Table(columns);
  }

  /** Per column the mark its missing cells use most, possibly empty. */
  List<String> missingMarks() {
    return markCounts.stream().map(RowCollector::mostUsed).toList();
  }

  private static String mostUsed(Map<String, Integer> counts) {
    String best = "";
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      int lead = entry.getValue() - counts.getOrDefault(best, 0);
      if (lead > 0 || (lead == 0 && entry.getKey().compareTo(best) < 0)) {
        best = entry.getKey();
      }
    }
    return best;
  }
}
