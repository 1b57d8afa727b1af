package modulus.ui.model;

import java.util.Objects;
import modulus.ui.common.Text;

/**
 * Why no run can start with what stands on the screens.
 *
 * @param field id of the field that is to be put right; empty where it is on another screen
 * @param sentence what is wrong with it
 */
record Fault(String field, Text sentence) {
  Fault {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(sentence, "sentence");
  }
}
