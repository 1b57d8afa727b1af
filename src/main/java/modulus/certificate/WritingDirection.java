package modulus.certificate;

import java.util.OptionalInt;

/**
 * Characters nobody sees that turn the direction of writing (the class Bidi_Control of Unicode). A
 * name with one can be shown as another name, and turn round what stands beside it.
 */
public final class WritingDirection {
  private WritingDirection() {}

  /** The first such code point in a text. */
  public static OptionalInt control(String text) {
    return text.codePoints().filter(WritingDirection::isControl).findFirst();
  }

  private static boolean isControl(int codePoint) {
    return codePoint == 0x061c
        || codePoint == 0x200e
        || codePoint == 0x200f
        || (codePoint >= 0x202a && codePoint <= 0x202e)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
