package modulus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Classes stay small enough to be read in one go; lengths are lines of a source file. */
class ClassSizeTest {

  private static final int LONGEST = 400;

  @Test
  void median_is_at_most_80_lines_and_the_ninetieth_percentile_at_most_200() throws IOException {
    List<Integer> lengths = lengths().values().stream().sorted().toList();
    assertThat(lengths).hasSizeGreaterThan(30);
    assertThat(lengths.get(lengths.size() / 2)).isLessThanOrEqualTo(80);
    assertThat(lengths.get(lengths.size() * 9 / 10)).isLessThanOrEqualTo(200);
  }

  @Test
  void no_class_is_a_house_of_its_own() throws IOException {
    assertThat(lengths()).allSatisfy((file, length) -> assertThat(length).isLessThan(LONGEST));
  }

  private static Map<Path, Integer> lengths() throws IOException {
    Map<Path, Integer> lengths = new TreeMap<>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(f -> lengths.put(f, lines(f)));
    }
    return lengths;
  }

  private static int lines(Path file) {
    try {
      return Files.readAllLines(file).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
