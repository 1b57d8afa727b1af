package modulus.ui.common;

import java.util.Map;

/**
 * Units that the known ranges spell with an English word, in the language of the window. Only what
 * is shown is translated: the schema keeps its word, and so do dictionary and certificate.
 */
public final class UnitWords {
  private static final Map<String, String> KEYS =
      Map.of("years", "unit.years", "weeks", "unit.weeks", "days", "unit.days");

  private UnitWords() {}

  /** A {@link Text}, or the unit itself, which is a symbol or the steward's own word. */
  public static Object of(String unit) {
    return KEYS.containsKey(unit) ? Text.of(KEYS.get(unit)) : unit;
  }
}
