package modulus.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import modulus.table.CellLooks;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DateGuessTest {

  /** Every pattern on every cell in its place, by the formatter alone. */
  private static Optional<DateGuess.Dates> byTryingEverything(List<String> cells) {
    boolean digits = cells.get(0).chars().allMatch(Character::isDigit);
    if (digits && cells.get(0).length() != 8) {
      return Optional.empty();
    }
    for (DatePattern pattern : digits ? DateGuess.NUMBERS : DateGuess.SPELLED) {
      Optional<DateGuess.Dates> dates = wholly(pattern, cells, digits);
      if (dates.isPresent()) {
        return dates.map(found -> withExchanged(found, cells));
      }
    }
    return Optional.empty();
  }

  private static DateGuess.Dates withExchanged(DateGuess.Dates found, List<String> cells) {
    String pattern = found.pattern().pattern();
    boolean either =
        pattern.startsWith("M")
            && pattern.contains("/d")
            && wholly(
                    DatePattern.of(pattern.replaceFirst("(M+)/(d+)", "$2/$1")),
                    cells,
                    found.number())
                .isPresent();
    return new DateGuess.Dates(
        found.pattern(), found.first(), found.last(), found.number(), either);
  }

  private static Optional<DateGuess.Dates> wholly(
      DatePattern pattern, List<String> cells, boolean digits) {
    List<Long> ticks = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Optional<Long> tick = exact(pattern, cells.get(i));
      tick.ifPresent(ticks::add);
      if (i < DateGuess.PROBE && tick.isEmpty()) {
        return Optional.empty();
      }
    }
    int misses = cells.size() - ticks.size();
    return misses > (1 - DateGuess.MIN_SHARE) * cells.size()
        ? Optional.empty()
        : Optional.of(
            new DateGuess.Dates(
                pattern, Collections.min(ticks), Collections.max(ticks), digits, false));
  }

  private static Optional<Long> exact(DatePattern pattern, String cell) {
    try {
      long tick = pattern.parsed(cell);
      int year = pattern.day(tick).getYear();
      return pattern.formatted(tick).equals(cell)
              && year >= DateGuess.FIRST_YEAR
              && year <= DateGuess.LAST_YEAR
          ? Optional.of(tick)
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Dates of one pattern over few or many days, in order or not, with some cells amiss. */
  private static List<String> column(Random random) {
    List<DatePattern> patterns = random.nextInt(5) == 0 ? DateGuess.NUMBERS : DateGuess.SPELLED;
    DatePattern pattern = patterns.get(random.nextInt(patterns.size()));
    DatePattern other = patterns.get(random.nextInt(patterns.size()));
    long from = random.nextLong(10_957, 22_000);
    int days = 1 + random.nextInt(random.nextBoolean() ? 12 : 3_000);
    List<Long> ticks = new ArrayList<>();
    for (int i = 2 + random.nextInt(random.nextBoolean() ? 60 : 1_200); i > 0; i--) {
      ticks.add(
          random.nextLong(from * pattern.ticksPerDay(), (from + days) * pattern.ticksPerDay()));
    }
    if (random.nextBoolean()) {
      Collections.sort(ticks);
    }
    List<String> cells = new ArrayList<>();
    ticks.forEach(tick -> cells.add(pattern.format(tick)));
    // about as many as are allowed
    for (int amiss = random.nextInt(2 + cells.size() / 50); amiss > 0; amiss--) {
      String slip =
          random.nextBoolean() ? "unknown" : other.format(random.nextLong(from, from + days));
      cells.set(random.nextInt(cells.size()), slip);
    }
    return cells;
  }

  @Property(tries = 150)
  void it_is_what_trying_every_pattern_on_every_cell_finds(@ForAll long seed) {
    List<String> cells = column(new Random(seed));
    Optional<DateGuess.Dates> expected = byTryingEverything(cells);
    Optional<DateGuess.Dates> found = DateGuess.of(cells, () -> false);
    assertThat(found.map(DateGuess.Dates::pattern))
        .isEqualTo(expected.map(DateGuess.Dates::pattern));
    assertThat(found).isEqualTo(expected);
    assertThat(found.map(DateGuess.Dates::proposal))
        .usingRecursiveComparison()
        .isEqualTo(expected.map(DateGuess.Dates::proposal));
  }

  /** Cells that count how often one was asked for. */
  private static final class Counted extends AbstractList<String> {
    private final List<String> cells;
    private int asked;

    Counted(List<String> cells) {
      this.cells = cells;
    }

    @Override
    public String get(int index) {
      asked++;
      return cells.get(index);
    }

    @Override
    public int size() {
      return cells.size();
    }
  }

  private static List<String> moments(String pattern, int count, int every) {
    DatePattern spelled = DatePattern.of(pattern);
    return IntStream.range(0, count).mapToObj(i -> spelled.format((long) i * every)).toList();
  }

  @Test
  void it_ends_within_a_few_thousand_cells_of_the_cancel() {
    Counted cells = new Counted(moments("uuuu-MM-dd HH:mm:ss", 10 * CellLooks.CELLS, 100));
    int[] looks = {0};
    assertThatThrownBy(() -> DateGuess.of(cells, () -> ++looks[0] == 4))
        .isInstanceOf(CancellationException.class);
    assertThat(looks[0]).isEqualTo(4);
    assertThat(cells.asked).isBetween(2 * CellLooks.CELLS, 4 * CellLooks.CELLS);
  }

  @Test
  void a_pattern_of_other_dates_is_known_by_the_sample() {
    // day first, in order: those of the first twelve days could as well have the month first
    Counted cells = new Counted(moments("dd/MM/uuuu HH:mm", 40_000, 13));
    assertThat(DateGuess.of(cells, () -> false).orElseThrow().pattern().pattern())
        .isEqualTo("dd/MM/uuuu HH:mm");
    assertThat(cells.asked).isLessThan(40_000 + 2_000);
  }
}
