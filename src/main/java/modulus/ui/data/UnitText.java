package modulus.ui.data;

import java.util.stream.Stream;
import javafx.util.StringConverter;
import modulus.ui.common.Messages;
import modulus.ui.common.Text;
import modulus.ui.common.UnitWords;

/** Units as a field shows them: see {@link UnitWords}. */
final class UnitText {
  private UnitText() {}

  private static String in(Messages messages, String unit) {
    return UnitWords.of(unit) instanceof Text text ? messages.render(text) : unit;
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
