package modulus.ui.common;

import java.util.List;
import java.util.Objects;

/**
 * Something to be read, not yet in a language: a key of the message bundle and what fills its
 * places ({@link Figure}s, further texts, what the core {@link Told tells}, or names).
 */
public record Text(String key, List<Object> arguments) {
  public Text {
    Objects.requireNonNull(key, "key");
    arguments = List.copyOf(arguments);
  }

  public static Text of(String key, Object... arguments) {
    return new Text(key, List.of(arguments));
  }
}
