package modulus.ui.common;

import java.lang.reflect.RecordComponent;

/**
 * Readies the comparison of records that a background thread hands to the window. The language
 * links a record's {@code equals} at its first call, which takes tens of milliseconds; a property
 * that compares an old value with a new one would spend them on the window's thread.
 */
final class RecordComparison {
  private static final int DEPTH = 4;
  private static final Object UNLIKE_ANY = new Object();

  private RecordComparison() {}

  /** Calls {@code equals} of the value and of the records inside it once, if it is a record. */
  static void link(Object value) {
    link(value, DEPTH);
  }

  private static void link(Object value, int depth) {
    if (depth == 0 || !(value instanceof Record)) {
      return;
    }
    boolean unused = value.equals(UNLIKE_ANY);
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      if (Record.class.isAssignableFrom(component.getType()) || component.getType().isInterface()) {
        link(part(value, component), depth - 1);
      }
    }
  }

  private static Object part(Object value, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException | RuntimeException notOurs) {
      // a delay at most
      return null;
    }
  }
}
