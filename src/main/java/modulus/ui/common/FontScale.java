package modulus.ui.common;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** How large the letters of the window are, and whatever has to grow with them. */
public final class FontScale {
  /** What can be chosen, in percent of the theme's own size. */
  public static final List<Integer> PERCENTS = List.of(100, 110, 125, 150, 175, 200);

  private static final int PLAIN = 100;
  private static final double DENSE_ROW = 27;

  private final IntegerProperty percent = new SimpleIntegerProperty(this, "percent", PLAIN);

  /** One of {@link #PERCENTS}. */
  public IntegerProperty percentProperty() {
    return percent;
  }

  /** Takes up a size that was kept; one that cannot be chosen counts as the next smaller one. */
  public void restore(int kept) {
    percent.set(
        PERCENTS.stream().filter(each -> each <= kept).reduce((less, more) -> more).orElse(PLAIN));
  }

  /** The next larger size, or the largest. */
  public void enlarge() {
    percent.set(
        PERCENTS.stream()
            .filter(each -> each > percent.get())
            .findFirst()
            .orElse(PERCENTS.get(PERCENTS.size() - 1)));
  }

  /** The next smaller size, or the smallest. */
  public void reduce() {
    restore(percent.get() - 1);
  }

  /** The theme's own size. */
  public void reset() {
    percent.set(PLAIN);
  }

  /** 1 … 2. */
  public double factor() {
    return percent.get() / (double) PLAIN;
  }

  /** A length that is {@code plain} at the theme's own size, in pixels. */
  public DoubleBinding times(double plain) {
    return percent.multiply(plain / PLAIN);
  }

  /** As {@link #times}, in whole pixels: what is repeated so looks the same everywhere. */
  public DoubleBinding wholePixels(double plain) {
    return Bindings.createDoubleBinding(() -> Math.rint(plain * factor()), percent);
  }

  /** The height of a row of a table whose rows are dense, in whole pixels. */
  public DoubleBinding denseRow() {
    return wholePixels(DENSE_ROW);
  }
}
