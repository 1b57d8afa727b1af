package modulus.ui.compare;

import javafx.geometry.Dimension2D;
import javafx.geometry.Orientation;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import modulus.evaluation.PairAssociations;
import modulus.ui.common.Figure;
import modulus.ui.common.Messages;
import modulus.ui.common.Pen;

/**
 * How much stronger (orange) or weaker (blue) every pair of attributes hangs together in the
 * synthetic table than in the real one. A click opens a pair; so do the arrow keys and Enter.
 */
final class HeatMap extends MatrixDrawing {
  private static final Color WEAKER = Color.web("#0969da");
  private static final Color STRONGER = Color.web("#e36209");
  private static final double LEAST_SCALE = 0.1;
  private static final double LEAST_HEIGHT = 200;
  private static final double MOST_LEAST_HEIGHT = 330;
  private static final double FOOTER = 34;
  private static final int LEGEND_STEPS = 24;
  private static final double LEGEND_CELL = 7;

  /** Where words leave less than that, they stand in two lines. */
  private static final double LEAST_LEGEND_CELL = 2;

  private final PairViewModel model;
  private final Messages messages;
  private double scale = LEAST_SCALE;

  HeatMap(String id, PairViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    setId(id);
    getStyleClass().add("heat-map");
    setFocusTraversable(true);
    setOnMouseClicked(this::clicked);
    setOnKeyPressed(this::typed);
    model.pairsProperty().addListener((source, before, now) -> show(now));
    model.cursorProperty().addListener(source -> repaint());
    focusedProperty().addListener(source -> repaint());
    messages.localeProperty().addListener(source -> repaint());
  }

  private void show(PairAssociations pairs) {
    if (pairs == null) {
      return;
    }
    scale = LEAST_SCALE;
    for (int i = 0; i < pairs.attributes().size(); i++) {
      for (int j = 0; j < i; j++) {
        scale = Math.max(scale, Math.abs(pairs.difference(i, j)));
      }
    }
    setNames(pairs.attributes(), pairs.attributes());
  }

  private void clicked(MouseEvent event) {
    requestFocus();
    int row = row(event.getY());
    int column = column(event.getX());
    if (row >= 0 && column >= 0) {
      model.choose(new PairChoice(row, column));
    }
  }

  private void typed(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> model.move(-1, 0);
      case RIGHT -> model.move(1, 0);
      case UP -> model.move(0, -1);
      case DOWN -> model.move(0, 1);
      case ENTER, SPACE -> model.open();
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** Every attribute is named, unless there are too many. */
  @Override
  protected double computeMinHeight(double width) {
    double most = MOST_LEAST_HEIGHT * letters() / LETTERS;
    return width < 0 ? LEAST_HEIGHT : Math.max(LEAST_HEIGHT, Math.min(most, heightOfNames(width)));
  }

  @Override
  double footer() {
    return FOOTER * letters() / LETTERS;
  }

  @Override
  double mostWidthPerHeight() {
    return 2.2;
  }

  @Override
  Color colour(int row, int column) {
    // a repaint may come between the end of one comparison and the names of the next
    if (row == column || model.pairsProperty().get() == null) {
      return foreground().deriveColor(0, 1, 1, 0.12);
    }
    return shade(model.pairsProperty().get().difference(row, column) / scale);
  }

  /**
   * @param share of the strongest colour, −1 … 1
   */
  private static Color shade(double share) {
    Color full = share < 0 ? WEAKER : STRONGER;
    return full.deriveColor(0, 1, 1, Math.min(1, 0.03 + Math.abs(share)));
  }

  @Override
  String label(int row, int column, double room) {
    return "";
  }

  @Override
  void decorate(Pen pen, Dimension2D size) {
    PairChoice cursor = model.cursorProperty().get();
    if (cursor != null) {
      pen.outline(
          x(cursor.second()) - 1,
          y(cursor.first()) - 1,
          cellWidth() + 1,
          cellHeight() + 1,
          foreground(),
          isFocused() ? 2.5 : 1.5);
    }
    legend(pen, size);
  }

  private void legend(Pen pen, Dimension2D size) {
    double y = size.getHeight() - footer() + 10;
    String weaker = messages.get("compare.pairs.weaker", new Figure.Plain(-scale, 2));
    String stronger = messages.get("compare.pairs.stronger", new Figure.Plain(scale, 2));
    double words = width(weaker) + width(stronger) + 16;
    double room = (size.getWidth() - words) / LEGEND_STEPS;
    double cell = Math.max(LEAST_LEGEND_CELL, Math.min(LEGEND_CELL, room));
    double x = Math.max(0, (size.getWidth() - words - LEGEND_STEPS * cell) / 2);
    pen.text(weaker, x, y + 6, letters(), foreground(), Pen.Side.START, false);
    double from = x + width(weaker) + 8;
    for (int i = 0; i < LEGEND_STEPS; i++) {
      double share = (2.0 * i + 1) / LEGEND_STEPS - 1;
      pen.fill(from + i * cell, y, cell, 12, shade(share));
    }
    if (room >= LEAST_LEGEND_CELL) {
      double end = from + LEGEND_STEPS * cell + 8;
      pen.text(stronger, end, y + 6, letters(), foreground(), Pen.Side.START, false);
    } else {
      double end = from + LEGEND_STEPS * cell;
      double below = y + 6 + LINE_PER_LETTER * letters();
      pen.text(stronger, end, below, letters(), foreground(), Pen.Side.END, false);
    }
  }
}
