package modulus.ui.export;

import java.util.Arrays;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** A passphrase as it is typed: characters that are wiped, never a string. */
final class Secret {
  private final ReadOnlyIntegerWrapper length = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private char[] typed = new char[0];

  /** Takes what is typed now; what was typed before is wiped. */
  void type(CharSequence text) {
    char[] taken = new char[text.length()];
    for (int i = 0; i < taken.length; i++) {
      taken[i] = text.charAt(i);
    }
    Arrays.fill(typed, '\0');
    typed = taken;
    length.set(taken.length);
    changes.set(changes.get() + 1);
  }

  /** A copy, which whoever takes it wipes. */
  char[] copy() {
    return typed.clone();
  }

  boolean sameAs(Secret other) {
    return Arrays.equals(typed, other.typed);
  }

  void clear() {
    type("");
  }

  /** How often what is typed changed, also where its length did not. */
  ReadOnlyIntegerProperty changes() {
    return changes.getReadOnlyProperty();
  }

  /** How many characters are typed; 0 once it was used. */
  ReadOnlyIntegerProperty lengthProperty() {
    return length.getReadOnlyProperty();
  }
}
