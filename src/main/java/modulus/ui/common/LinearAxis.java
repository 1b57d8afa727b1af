package modulus.ui.common;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.chart.ValueAxis;
import javafx.scene.control.Label;
import javafx.scene.text.TextAlignment;

/**
 * An axis of numbers whose ticks lie on round values as far apart as their labels need, and are
 * spelled in the language of the window. Fixed by setting its bounds and {@code autoRanging} off,
 * else it follows the points.
 */
public class LinearAxis extends ValueAxis<Number> {
  /** Size of tick labels for which the distances below are meant, in pixels. */
  private static final double PLAIN_LABELS = 11.2;

  /** Between two ticks, in pixels. */
  private static final double APART_ACROSS = 56;

  private static final double APART_UPRIGHT = 26;
  private static final MathContext SHORT = new MathContext(6);
  private static final double SLACK = 1e-9;

  /** In pixels. */
  private static final double ROUNDING = 1e-6;

  /** Of the values and of the span. */
  private static final double LEAST_SPAN = 0.1;

  private static final double HEADROOM = 0.04;

  /** Tick labels and name of the axis across, in heights of this one's name. */
  private static final double LINES_BELOW = 2;

  private final Messages messages;

  /** What the toolkit shows the axis' name in. */
  private final Label title;

  private boolean fromZero;
  private boolean roomy;

  /** Between two ticks, a round number above 0. */
  private double unit = 1;

  private record Range(double lower, double upper, double unit, double scale) {}

  public LinearAxis(Messages messages, ObservableValue<String> name) {
    this.messages = messages;
    setAnimated(false);
    setMinorTickVisible(false);
    labelProperty().bind(name);
    title = (Label) lookup(".axis-label");
    sideProperty().addListener(source -> title.setWrapText(across()));
    title.setTextAlignment(TextAlignment.CENTER);
    messages
        .localeProperty()
        .addListener(
            (source, before, now) -> {
              invalidateRange();
              requestAxisLayout();
            });
  }

  /** Lets the axis begin at 0 although the points do not. */
  public LinearAxis fromZero() {
    fromZero = true;
    return this;
  }

  /**
   * Leaves room above the highest point, and spans at least a tenth of its values: what differs in
   * the last digits only is drawn flat, instead of with labels that nobody can read.
   */
  public LinearAxis roomy() {
    roomy = true;
    return this;
  }

  /** Fixes the axis instead of following the points. */
  public LinearAxis between(double low, double high) {
    setAutoRanging(false);
    setLowerBound(low);
    setUpperBound(high);
    return this;
  }

  /** Length in pixels that a tick needs for itself. */
  protected double apart() {
    double plain = getSide() != null && getSide().isVertical() ? APART_UPRIGHT : APART_ACROSS;
    return plain * getTickLabelFont().getSize() / PLAIN_LABELS;
  }

  @Override
  protected Object autoRange(double least, double most, double length, double labelSize) {
    double low = fromZero ? Math.min(0, least) : least;
    double high = most > low ? most : low + Math.max(1, Math.abs(low) * 0.1);
    if (roomy) {
      double missing = LEAST_SPAN * Math.max(Math.abs(low), Math.abs(high)) - (high - low);
      low -= fromZero ? 0 : Math.max(0, missing / 2);
      high += Math.max(0, missing / 2);
      high += HEADROOM * (high - low);
    }
    Range range = range(low, high, unit(low, high, length), length);
    // rounded out to whole steps it may be too long for them: then there would be no tick at its
    // ends
    double wider = unit(range.lower(), range.upper(), length);
    return wider > range.unit() ? range(low, high, wider, length) : range;
  }

  private Range range(double low, double high, double step, double length) {
    double lower = step * Math.floor(low / step + SLACK);
    double upper = step * Math.ceil(high / step - SLACK);
    return new Range(lower, upper, step, calculateNewScale(length, lower, upper));
  }

  @Override
  protected void setRange(Object range, boolean animate) {
    Range set = (Range) range;
    setLowerBound(set.lower());
    setUpperBound(set.upper());
    unit = set.unit();
    currentLowerBound.set(set.lower());
    setScale(set.scale());
  }

  @Override
  protected Object getRange() {
    return new Range(getLowerBound(), getUpperBound(), unit, getScale());
  }

  @Override
  protected List<Number> calculateTickValues(double length, Object range) {
    Range shown = (Range) range;
    unit = isAutoRanging() ? shown.unit() : unit(shown.lower(), shown.upper(), length);
    return ticks(shown.lower(), shown.upper(), unit);
  }

  /** The multiples of {@code step} between both ends. */
  protected List<Number> ticks(double low, double high, double step) {
    List<Number> ticks = new ArrayList<>();
    for (double i = Math.ceil(low / step - SLACK); i * step <= high + SLACK * step; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** A name longer than an axis across is wide goes on in further lines. */
  @Override
  protected double computePrefHeight(double width) {
    double oneLine = super.computePrefHeight(width);
    return across() && width > 0
        ? oneLine + title.prefHeight(width) - title.prefHeight(USE_COMPUTED_SIZE)
        : oneLine;
  }

  private boolean across() {
    return getSide() == Side.BOTTOM;
  }

  /**
   * A name of a single letter stands upright also beside an upright axis.
   *
   * <p>A name longer than an upright axis goes on beside the axis across, where nothing else
   * stands, instead of being cut.
   */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (across()) {
      double lines = Math.min(getHeight(), title.prefHeight(getWidth()));
      title.resizeRelocate(0, getHeight() - lines, getWidth(), lines);
    } else if (getSide() == Side.LEFT && title.getText().length() == 1) {
      double line = title.prefHeight(USE_COMPUTED_SIZE);
      title.getTransforms().clear();
      title.resizeRelocate(0, Math.rint((getHeight() - line) / 2), line, line);
    } else if (getSide() == Side.LEFT) {
      double beyond = title.prefWidth(USE_COMPUTED_SIZE) - getHeight();
      if (beyond > 0) {
        title.resize(getHeight() + beyond, title.getHeight());
        title.setLayoutY(Math.min(beyond, LINES_BELOW * title.getHeight()));
      }
    }
  }

  /** A tick at an end stays on the axis, also where rounding puts it a breath beyond. */
  @Override
  public double getDisplayPosition(Number value) {
    double place = super.getDisplayPosition(value);
    double length = getSide() != null && getSide().isVertical() ? getHeight() : getWidth();
    if (place < 0 && place > -ROUNDING) {
      return 0;
    }
    return place > length && place < length + ROUNDING ? length : place;
  }

  @Override
  protected List<Number> calculateMinorTickMarks() {
    return List.of();
  }

  @Override
  protected String getTickMarkLabel(Number value) {
    NumberFormat format = NumberFormat.getNumberInstance(messages.locale());
    int decimals = Math.max(0, BigDecimal.valueOf(unit).round(SHORT).stripTrailingZeros().scale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value.doubleValue() + 0.0).replace('-', '−');
  }

  private double unit(double low, double high, double length) {
    return roundUp((high - low) / Math.max(1, Math.floor(length / apart())));
  }

  /** The next of 1, 2, 5, 10, … that is not below {@code value}. */
  static double roundUp(double value) {
    if (!(value > 0) || !Double.isFinite(value)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    double times = value / power - SLACK;
    return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
  }
}
