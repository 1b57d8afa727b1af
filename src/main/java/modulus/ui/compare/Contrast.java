package modulus.ui.compare;

import java.util.Comparator;
import java.util.stream.Stream;
import javafx.scene.paint.Color;

/** Contrast of colours as the WCAG 2 define it, from 1 (none) to 21 (black on white). */
final class Contrast {
  /** What small letters need. */
  static final double ENOUGH = 4.5;

  private Contrast() {}

  /**
   * The colour to write with: {@code usual} where it can be read, else black or white.
   *
   * @param fill what is written on, more or less transparent
   * @param ground what {@code fill} lies on, opaque
   */
  static Color ink(Color fill, Color ground, Color usual) {
    Color behind = over(fill, ground);
    return of(usual, behind) >= ENOUGH
        ? usual
        : Stream.of(Color.BLACK, Color.WHITE)
            .max(Comparator.comparingDouble(each -> of(each, behind)))
            .orElseThrow();
  }

  /** What is seen where {@code fill} lies on an opaque {@code ground}. */
  static Color over(Color fill, Color ground) {
    return ground.interpolate(
        new Color(fill.getRed(), fill.getGreen(), fill.getBlue(), 1), fill.getOpacity());
  }

  /** Of two opaque colours, in any order. */
  static double of(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
