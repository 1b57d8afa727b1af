package modulus.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import modulus.ui.common.Drawing;
import modulus.ui.common.Pen;
import modulus.ui.common.WordWidth;

/**
 * A matrix of shaded cells with names at the left and on top. Where there are too many names to be
 * read, every second, third … is shown, and the last. Sizes are in pixels.
 */
abstract class MatrixDrawing extends Drawing {
  /** Height of the letters, in pixels, where the window has its plain size of letters. */
  static final double LETTERS = 11;

  static final double LINE_PER_LETTER = 1.2;
  private static final double MOST_LEFT = 150;
  private static final double MOST_TOP = 110;

  /** Where the rows leave so much. */
  private static final double MOST_TOP_TO_SPARE = 180;

  private static final double MOST_TOP_SHARE = 0.5;
  private static final double MOST_LEFT_SHARE = 0.4;
  private static final double GAP = 5;

  /** Between the edges of a range, where the next range tells the second one too. */
  private static final String RANGE = " – ";

  private static final double HIGHEST_CELL = 45;

  private List<String> rows = List.of();
  private List<String> columns = List.of();
  private double left;
  private double top;
  private double cellWidth = 1;
  private double cellHeight = 1;

  /** Takes up other names and draws anew. */
  final void setNames(List<String> newRows, List<String> newColumns) {
    rows = List.copyOf(newRows);
    columns = List.copyOf(newColumns);
    requestLayout();
    repaint();
  }

  /**
   * The least height at which every row has its name.
   *
   * @param width in pixels
   */
  final double heightOfNames(double width) {
    double names = nameWidth(width);
    boolean turned = turned(width, names + GAP);
    double above = turned ? Math.min(mostTop(), widest(columns)) : line();
    return above + GAP + rows.size() * line() + footer() + 2;
  }

  /** The least width at which every column has its name. */
  final double widthOfNames() {
    double names = Math.min(MOST_LEFT * letters() / LETTERS, widest(rows)) + GAP;
    return names + columns.size() * line() + 2;
  }

  private double mostTop() {
    return MOST_TOP * letters() / LETTERS;
  }

  /** Width of the longest name, or as much of it as the picture can give. */
  private double nameWidth(double width) {
    double most = Math.min(MOST_LEFT * letters() / LETTERS, MOST_LEFT_SHARE * width);
    return Math.min(most, widest(rows));
  }

  /** Height kept free below the matrix. */
  abstract double footer();

  /** The colour of a cell, more or less transparent, so that it suits either theme. */
  abstract Color colour(int row, int column);

  /**
   * What is written into a cell, or empty where there is nothing to say or no room.
   *
   * @param room in pixels
   */
  abstract String label(int row, int column, double room);

  /** The most that a cell may be wider than high. */
  abstract double mostWidthPerHeight();

  /** Whatever else belongs on the picture. */
  abstract void decorate(Pen pen, Dimension2D size);

  @Override
  public final void paint(Pen pen, Dimension2D size) {
    if (rows.isEmpty() || columns.isEmpty()) {
      return;
    }
    measure(size);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        cell(pen, row, column);
      }
    }
    pen.outline(
        left,
        top,
        cellWidth * columns.size(),
        cellHeight * rows.size(),
        foreground().deriveColor(0, 1, 1, 0.35),
        1);
    names(pen, size.getWidth());
    decorate(pen, size);
  }

  @Override
  public final Bounds plot() {
    return new BoundingBox(left, top, cellWidth * columns.size(), cellHeight * rows.size());
  }

  private void measure(Dimension2D size) {
    left = nameWidth(size.getWidth()) + GAP;
    boolean turned = turned(size.getWidth(), left);
    double mostTop =
        Math.max(
            Math.min(mostTop(), MOST_TOP_SHARE * size.getHeight()), spareTop(size.getHeight()));
    top = (turned ? Math.min(mostTop, widest(columns)) : line()) + GAP;
    double width = (size.getWidth() - left - 1) / columns.size();
    double height = (size.getHeight() - top - footer() - 1) / rows.size();
    cellHeight = Math.max(1, Math.min(HIGHEST_CELL, height));
    cellWidth = Math.max(1, Math.min(width, mostWidthPerHeight() * cellHeight));
  }

  /** What is left above the rows where none of them is higher than its name. */
  private double spareTop(double height) {
    double left = height - footer() - GAP - 1 - rows.size() * line();
    return Math.min(MOST_TOP_TO_SPARE * letters() / LETTERS, left);
  }

  private boolean turned(double width, double names) {
    return widest(columns) + GAP > (width - names) / columns.size();
  }

  private void cell(Pen pen, int row, int column) {
    double x = x(column);
    double y = y(row);
    double gap = cellWidth > 8 && cellHeight > 8 ? 1 : 0;
    Color colour = colour(row, column);
    pen.fill(x, y, cellWidth - gap, cellHeight - gap, colour);
    String label = cellHeight >= line() ? label(row, column, cellWidth - 2) : "";
    if (!label.isEmpty()) {
      pen.text(
          label,
          x + cellWidth / 2,
          y + cellHeight / 2,
          letters(),
          Contrast.ink(colour, ground(), foreground()),
          Pen.Side.MIDDLE,
          false);
    }
  }

  private void names(Pen pen, double width) {
    int everyRow = (int) Math.ceil(line() / cellHeight);
    for (int row : named(rows.size(), everyRow)) {
      double y = y(row) + cellHeight / 2;
      pen.text(
          fit(rows.get(row), left - GAP),
          left - GAP,
          y,
          letters(),
          foreground(),
          Pen.Side.END,
          false);
    }
    boolean turned = top > line() + GAP + 1;
    int everyColumn = turned ? (int) Math.ceil(line() / cellWidth) : 1;
    for (int column : named(columns.size(), everyColumn)) {
      double x = x(column) + cellWidth / 2;
      String name = columns.get(column);
      if (turned) {
        // a name may be wider than its column: the last one stays on the picture
        double within = Math.min(x, width - line() / 2);
        String fitting = fit(name, top - GAP);
        pen.text(fitting, within, top - GAP, letters(), foreground(), Pen.Side.START, true);
      } else {
        pen.text(name, x, top - GAP - line() / 2, letters(), foreground(), Pen.Side.MIDDLE, false);
      }
    }
  }

  /** Every so manyth of a number of names, and the last: it may stand for all other values. */
  static List<Integer> named(int names, int every) {
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i + every < names; i += every) {
      shown.add(i);
    }
    shown.add(names - 1);
    return shown;
  }

  /** The row at a height, −1 outside. */
  final int row(double y) {
    int row = (int) Math.floor((y - top) / cellHeight);
    return row >= 0 && row < rows.size() ? row : -1;
  }

  /** The column at a place, −1 outside. */
  final int column(double x) {
    int column = (int) Math.floor((x - left) / cellWidth);
    return column >= 0 && column < columns.size() ? column : -1;
  }

  final double x(int column) {
    return left + column * cellWidth;
  }

  final double y(int row) {
    return top + row * cellHeight;
  }

  final double cellWidth() {
    return cellWidth;
  }

  final double cellHeight() {
    return cellHeight;
  }

  private double line() {
    return LINE_PER_LETTER * letters();
  }

  private double widest(List<String> names) {
    return names.stream().mapToDouble(this::width).max().orElse(0);
  }

  final double width(String words) {
    return WordWidth.of(words, Font.font(letters()));
  }

  /** As much of a name as fits; of a range that is too long its beginning stays whole. */
  final String fit(String name, double room) {
    if (width(name) <= room) {
      return name;
    }
    int range = name.indexOf(RANGE);
    String beginning = range < 0 ? name : name.substring(0, range) + RANGE + "…";
    if (range > 0 && width(beginning) <= room) {
      return beginning;
    }
    int kept = name.length() - 1;
    while (kept > 1 && width(name.substring(0, kept) + "…") > room) {
      kept--;
    }
    return name.substring(0, kept) + "…";
  }
}
