package modulus.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The merged areas of a workbook's sheets, as the look over its parts finds them. */
final class MergedAreas {
  private static final Pattern AREA =
      Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");

  /** No table has more, and a hostile file shall not fill the memory. */
  private static final int MOST = 100_000;

  private final Map<String, String> targets = new HashMap<>();
  private final Map<String, List<Area>> byPart = new HashMap<>();
  private int count;

  /**
   * Columns from 0, rows from 1, ends included.
   *
   * @param address for example {@code B2:B4}
   */
  record Area(String address, int left, int top, int right, int bottom) {}

  /**
   * @param id by which the workbook names a sheet
   * @param target its part, relative to {@code xl/} or from the root
   */
  void relation(String id, String target) {
    String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
    targets.put(id, part);
  }

  void add(String part, String address) {
    Matcher ends = AREA.matcher(address);
    if (!ends.matches() || count == MOST) {
      return;
    }
    count++;
    byPart
        .computeIfAbsent(part, none -> new ArrayList<>())
        .add(
            new Area(
                address,
                column(ends.group(1)),
                Integer.parseInt(ends.group(2)),
                column(ends.group(3)),
                Integer.parseInt(ends.group(4))));
  }

  private static int column(String letters) {
    int column = 0;
    for (char letter : letters.toCharArray()) {
      column = column * 26 + (letter - 'A' + 1);
    }
    return column - 1;
  }

  /**
   * The areas of a sheet that reach into a table.
   *
   * @param id as in {@link #relation}
   * @param header of the table, which goes on below it
   */
  List<String> within(String id, SheetPass.Header header) {
    int end = header.left() + header.names().size();
    return byPart.getOrDefault(targets.getOrDefault(id, ""), List.of()).stream()
        .filter(area -> area.bottom() >= header.top())
        .filter(area -> area.left() < end && area.right() >= header.left())
        .sorted(Comparator.comparingInt(Area::top).thenComparingInt(Area::left))
        .map(Area::address)
        .toList();
  }

  /** Whether any area of a sheet lies in the row {@code top}. */
  boolean inRow(String id, int top) {
    return byPart.getOrDefault(targets.getOrDefault(id, ""), List.of()).stream()
        .anyMatch(area -> area.top() <= top && area.bottom() >= top);
  }
}
