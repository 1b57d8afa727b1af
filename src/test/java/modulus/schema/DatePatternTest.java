package modulus.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DatePatternTest {
  private static final List<DatePattern> PATTERNS =
      Stream.of(
              DateGuess.SPELLED.stream(),
              DateGuess.NUMBERS.stream(),
              Stream.of(
                      "yyyy-MM-dd",
                      "MMMddyyyy",
                      "uuuuMMdd HHmmss",
                      "uuuuMMddHHmm",
                      "ddMMuuuuHH",
                      "ddMMuu",
                      "d-M-uuuu",
                      "H:m:s d/M/uu",
                      "uuuu-MM-dd HH",
                      "uuuu-MM-dd'at'HH:mm",
                      "uuuu-MM-dd'is'",
                      "dd'.'MM'.'uuuu",
                      "uuuu''MM''dd",
                      "uuuu-MM-dd[ HH:mm]",
                      "uuuu-'4'-MM-dd",
                      "d MMMM uuuu",
                      "EEE dd.MM.uuuu",
                      "dd.MM.uuuu hh:mm a",
                      "uuuu-DDD",
                      "uuuu-MM-dd mm",
                      "uuuu-MM-dd HH:mm:ss.SSS",
                      "u-M-d")
                  .map(DatePattern::of))
          .flatMap(patterns -> patterns)
          .toList();

  private static final String SIGNS = "0123456789 -./:,+TZJanuFebMrh";

  private static OptionalLong byFormatter(DatePattern pattern, String cell) {
    try {
      return OptionalLong.of(pattern.parsed(cell));
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private static void sameAsTheFormatter(DatePattern pattern, String cell) {
    assertThat(pattern.read(cell))
        .as("%s by %s", cell, pattern.pattern())
        .isEqualTo(byFormatter(pattern, cell));
  }

  private static long tick(DatePattern pattern, Random random) {
    long days = random.nextInt(10) == 0 ? 5_000_000 : 200_000;
    return random.nextLong(-days, days) * pattern.ticksPerDay()
        + random.nextLong(pattern.ticksPerDay());
  }

  @Property(tries = 50)
  void every_moment_is_written_and_read_as_the_formatter_does(@ForAll long seed) {
    Random random = new Random(seed);
    for (DatePattern pattern : PATTERNS) {
      long tick = tick(pattern, random);
      String cell = pattern.format(tick);
      assertThat(cell).isEqualTo(pattern.formatted(tick));
      sameAsTheFormatter(pattern, cell);
    }
  }

  @Property(tries = 50)
  void a_cell_with_a_slip_is_read_or_refused_as_the_formatter_does(@ForAll long seed) {
    Random random = new Random(seed);
    for (DatePattern pattern : PATTERNS) {
      StringBuilder cell = new StringBuilder(pattern.format(tick(pattern, random)));
      for (int slips = random.nextInt(3); slips >= 0 && cell.length() > 0; slips--) {
        int at = random.nextInt(cell.length());
        char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
        switch (random.nextInt(3)) {
          case 0 -> cell.setCharAt(at, sign);
          case 1 -> cell.insert(at, sign);
          default -> cell.deleteCharAt(at);
        }
      }
      sameAsTheFormatter(pattern, cell.toString());
    }
  }

  @Property(tries = 50)
  void a_cell_of_another_pattern_is_read_or_refused_as_the_formatter_does(@ForAll long seed) {
    Random random = new Random(seed);
    for (DatePattern pattern : PATTERNS) {
      DatePattern other = PATTERNS.get(random.nextInt(PATTERNS.size()));
      sameAsTheFormatter(pattern, other.format(tick(other, random)));
    }
  }

  @Test
  void days_and_times_that_do_not_exist_are_no_date() {
    DatePattern pattern = DatePattern.of("uuuu-MM-dd HH:mm:ss");
    assertThat(
            Stream.of(
                "2023-02-29 00:00:00",
                "2023-00-10 00:00:00",
                "2023-13-10 00:00:00",
                "2023-01-00 00:00:00",
                "2023-04-31 00:00:00",
                "2023-01-01 24:00:00",
                "2023-01-01 23:60:00",
                "2023-01-01 23:59:60",
                "2023-01-01 23:59",
                ""))
        .allMatch(cell -> pattern.read(cell).isEmpty());
    assertThat(pattern.read("2024-02-29 00:00:01"))
        .hasValue(pattern.tick(LocalDate.of(2024, 2, 29)) + 1);
  }

  @Test
  void a_pattern_that_the_formatter_cannot_read_again_is_none() {
    assertThatThrownBy(() -> DatePattern.of("uuuuM")).isInstanceOf(IllegalArgumentException.class);
  }
}
