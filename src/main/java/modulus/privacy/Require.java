package modulus.privacy;

/** Preconditions that name the rule and the value. */
final class Require {
  private Require() {}

  static void positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be finite and > 0 but is " + value);
    }
  }

  static void probability(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must lie in (0, 1] but is " + value);
    }
  }

  static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + " but is " + value);
    }
  }

  static void nonNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be finite and >= 0 but is " + value);
    }
  }

  static void delta(double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException("delta must lie in (0, 1) but is " + value);
    }
  }
}
