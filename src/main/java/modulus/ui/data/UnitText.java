package modulus.ui.data;

import java.util.Map;
import java.util.stream.Stream;
import javafx.util.StringConverter;
import modulus.ui.common.Messages;
import modulus.ui.common.Text;

/**
 * Units that the known ranges spell with an English word, in the language of the window. Only what
 * is shown is translated: the schema keeps its word, and so do dictionary and certificate.
 */
final class UnitText {
  private static final Map<String, String> KEYS =
      Map.of("years", "unit.years", "weeks", "unit.weeks", "days", "unit.days");

  private UnitText() {}

  /** A {@link Text}, or the unit itself, which is a symbol or the steward's own word. */
  static Object of(String unit) {
    return KEYS.containsKey(unit) ? Text.of(KEYS.get(unit)) : unit;
  }

  private static String in(Messages messages, String unit) {
    return of(unit) instanceof Text text ? messages.render(text) : unit;
  }

  /** Between what a field shows and the unit that {@code form} declares. */
  static StringConverter<String> converter(Messages messages, AttributeForm form) {
    return new StringConverter<>() {
      @Override
      public String toString(String unit) {
        return unit == null ? "" : in(messages, unit);
      }

      /** What shows the attribute's unit means it; any other word is the steward's. */
      @Override
      public String fromString(String shown) {
        return Stream.of(form.unitProperty().get(), form.declaredUnit())
            .filter(unit -> in(messages, unit).equals(shown.strip()))
            .findFirst()
            .orElse(shown);
      }
    };
  }
}
