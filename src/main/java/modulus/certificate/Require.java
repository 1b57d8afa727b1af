package modulus.certificate;

/** Preconditions that name the rule and the value. */
final class Require {
  /** Names and labels are at most this long. */
  static final int LONGEST_LINE = 200;

  private Require() {}

  static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and > 0 but is " + value);
    }
  }

  static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + " but is " + value);
    }
  }

  /** Nothing that makes a text appear as another ({@link WritingDirection}). */
  static void asShown(String name, String text) {
    WritingDirection.control(text)
        .ifPresent(
            c -> {
              throw new IllegalArgumentException(
                  "%s must hold no characters that turn the direction of writing but holds U+%04X"
                      .formatted(name, c));
            });
  }

  /** A short text without line breaks or other control characters, not blank, as it is shown. */
  static void line(String name, String text) {
    if (text.isBlank() || text.length() > LONGEST_LINE) {
      throw new IllegalArgumentException(
          name
              + " must have 1 to "
              + LONGEST_LINE
              + " characters and not be blank but has "
              + text.length());
    }
    text.codePoints()
        .filter(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)
        .findFirst()
        .ifPresent(
            c -> {
              throw new IllegalArgumentException(
                  name + " must hold no control characters but holds code point " + c);
            });
    asShown(name, text);
  }
}
