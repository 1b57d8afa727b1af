package modulus.ui.compare;

import java.util.Arrays;
import java.util.stream.Stream;
import javafx.geometry.Dimension2D;
import javafx.geometry.Orientation;
import javafx.scene.paint.Color;
import modulus.evaluation.TwoWayTable;
import modulus.ui.common.Figure;
import modulus.ui.common.Messages;
import modulus.ui.common.Pen;

/** One table's rows by two attributes, in per cent, the fuller a cell the stronger its colour. */
final class CrossTable extends MatrixDrawing {
  private static final Color REAL = Color.web("#0969da");
  private static final Color SYNTHETIC = Color.web("#e36209");

  /** The least share with a figure of its own; "< 0.1%" needs more room than any figure. */
  private static final double LEAST_SHOWN = 0.001;

  private static final String ABOVE_NONE = ">\u00a00";

  private static final double LEAST_WIDTH = 110;
  private static final double LEAST_HEIGHT = 120;

  private final Messages messages;
  private final boolean synthetic;
  private double[][] shares = new double[0][0];
  private double most = 1;

  /**
   * @param synthetic whether it shows the synthetic table
   */
  CrossTable(Messages messages, boolean synthetic) {
    this.messages = messages;
    this.synthetic = synthetic;
    getStyleClass().add("cross-table");
  }

  void show(TwoWayTable table) {
    shares = synthetic ? table.synthetic() : table.real();
    most = Math.max(1e-9, strongest(table));
    setNames(GroupNames.of(table.rows(), messages), GroupNames.of(table.columns(), messages));
  }

  /** The largest share of a cell in either table: both have one scale. */
  static double strongest(TwoWayTable table) {
    return Stream.of(table.real(), table.synthetic())
        .flatMap(Arrays::stream)
        .flatMapToDouble(Arrays::stream)
        .max()
        .orElse(0);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return LEAST_WIDTH * letters() / LETTERS;
  }

  @Override
  protected double computeMinHeight(double width) {
    double least = LEAST_HEIGHT * letters() / LETTERS;
    return width < 0 ? least : Math.max(least, heightOfNames(width));
  }

  @Override
  double footer() {
    return 2;
  }

  @Override
  double mostWidthPerHeight() {
    return 8;
  }

  @Override
  Color colour(int row, int column) {
    double share = shares[row][column] / most;
    Color full = synthetic ? SYNTHETIC : REAL;
    return full.deriveColor(0, 1, 1, 0.03 + 0.65 * Math.sqrt(share));
  }

  @Override
  String label(int row, int column, double room) {
    double share = shares[row][column];
    if (share == 0) {
      return "";
    }
    String label = shown(share);
    if (width(label) <= room) {
      return label;
    }
    // an empty cell beside those with figures would say that it has no row at all
    return share < LEAST_SHOWN && width(shown(LEAST_SHOWN)) <= room ? ABOVE_NONE : "";
  }

  private String shown(double share) {
    return new Figure.Share(share).in(messages.locale());
  }

  @Override
  void decorate(Pen pen, Dimension2D size) {}
}
