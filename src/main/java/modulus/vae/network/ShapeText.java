package modulus.vae.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A {@link NetworkShape} as lines {@code name=value}; lists are separated by commas. */
final class ShapeText {
  private ShapeText() {}

  static String write(NetworkShape shape) {
    return "inputs="
        + shape.inputs()
        + "\nencoderWidths="
        + join(shape.encoderWidths())
        + "\nlatent="
        + shape.latent()
        + "\ndecoderWidths="
        + join(shape.decoderWidths())
        + "\nblocks="
        + join(shape.blocks())
        + "\ncomponents="
        + shape.components()
        + "\nencoderKind="
        + shape.encoderKind()
        + "\n";
  }

  /**
   * @throws IllegalArgumentException if a line is missing or a value is out of its domain
   */
  static NetworkShape read(String text) {
    Map<String, String> lines = new HashMap<>();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        lines.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return new NetworkShape(
        number(lines, "inputs"),
        numbers(lines, "encoderWidths"),
        number(lines, "latent"),
        numbers(lines, "decoderWidths"),
        numbers(lines, "blocks"),
        number(lines, "components"),
        EncoderKind.valueOf(value(lines, "encoderKind")));
  }

  private static String value(Map<String, String> lines, String name) {
    String value = lines.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the shape lacks " + name);
    }
    return value;
  }

  private static int number(Map<String, String> lines, String name) {
    return Integer.parseInt(value(lines, name));
  }

  private static List<Integer> numbers(Map<String, String> lines, String name) {
    return Arrays.stream(value(lines, name).split(",", -1)).map(Integer::valueOf).toList();
  }

  private static String join(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
