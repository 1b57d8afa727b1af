package modulus.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import modulus.evaluation.MarginalComparison.Bar;
import modulus.evaluation.MarginalComparison.Kind;
import modulus.evaluation.MarginalComparison.Quantile;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.table.CategoryColumn;
import modulus.table.CellLooks;
import modulus.table.Column;
import modulus.table.NumberColumn;
import modulus.table.Table;
import org.junit.jupiter.api.Test;

class MarginalsTest {

  private static Attribute attribute(String name, Domain domain) {
    return new Attribute(name, domain, true, "", DomainOrigin.DECLARED, List.of());
  }

  private static MarginalComparison ward(Attribute attribute) throws Exception {
    Table real = ShuffledTable.resource("ward-real.csv").table();
    Table shuffled = ShuffledTable.resource("ward-shuffled.csv").table();
    return Marginals.compare(real, shuffled, attribute, () -> false);
  }

  private static MarginalComparison compare(Column real, Column synthetic, Attribute attribute)
      throws EvaluationException {
    return Marginals.compare(
        new ComparedCells(real, attribute, () -> false),
        new ComparedCells(synthetic, attribute, () -> false));
  }

  private static double sum(List<Bar> bars, java.util.function.ToDoubleFunction<Bar> share) {
    return bars.stream().mapToDouble(share).sum();
  }

  /**
   * Quantiles from numpy 1.24.2 (nanquantile; 24.075, 30.025, 36.275 there), shares from pandas.
   */
  @Test
  void a_number_is_shown_in_shared_bins_with_quantiles() throws Exception {
    MarginalComparison bmi = ward(attribute("bmi", new Domain.Numeric(10, 80, 1, "kg/m²")));

    assertThat(bmi.kind()).isEqualTo(Kind.NUMERIC);
    assertThat(bmi.bars().get(0).low()).isEqualTo(12);
    assertThat(bmi.bars().get(0).label()).isEqualTo("12 – 14");
    assertThat(bmi.bars()).hasSize(18);
    // 46 + 34 of 500 real stays in [24, 25) and [25, 26), by numpy's histogram
    assertThat(bmi.bars().get(6).real()).isCloseTo(80 / 500.0, within(1e-12));
    assertThat(bmi.realMissing()).isEqualTo(0.074);
    assertThat(bmi.syntheticMissing()).isEqualTo(0.096);
    assertThat(sum(bmi.bars(), Bar::real)).isCloseTo(1 - 0.074, within(1e-9));
    assertThat(sum(bmi.bars(), Bar::synthetic)).isCloseTo(1 - 0.096, within(1e-9));
    assertThat(bmi.quantiles())
        .extracting(Quantile::level, Quantile::real, Quantile::synthetic)
        .containsExactly(
            tuple(0.0, "13.6", "16.1"),
            tuple(0.05, "19.7", "19.85"),
            tuple(0.25, "23.9", "24.08"),
            tuple(0.5, "26.9", "26.9"),
            tuple(0.75, "29.85", "30.03"),
            tuple(0.95, "35.19", "36.28"),
            tuple(1.0, "47", "43.5"));
    assertThat(bmi.quantiles().get(5).realAt()).isCloseTo(35.19, within(0.005));
    assertThat(bmi.quantiles().get(5).syntheticAt()).isCloseTo(36.28, within(0.005));
    assertThat(bmi.distance()).isCloseTo(0.064, within(0.00005));
  }

  @Test
  void a_category_is_shown_by_frequency_and_strangers_last() throws Exception {
    MarginalComparison ward =
        ward(attribute("ward", new Domain.Categorical(List.of("surgery"), true)));
    MarginalComparison sex = ward(attribute("sex", new Domain.Categorical(List.of("male"), true)));

    assertThat(ward.kind()).isEqualTo(Kind.CATEGORICAL);
    assertThat(ward.bars())
        .extracting(Bar::label)
        .containsExactly(
            "surgery", "cardiology", "internal medicine", "pulmonology", "neurology", "geriatrics");
    assertThat(ward.bars().get(0).real()).isEqualTo(0.286);
    assertThat(ward.bars().get(0).synthetic()).isEqualTo(74 / 250.0);
    assertThat(ward.syntheticMissing()).isEqualTo(6 / 250.0);
    assertThat(ward.quantiles()).isEmpty();
    assertThat(sex.bars()).hasSize(3);
    assertThat(sex.bars().get(2).label()).isEqualTo("other values");
    assertThat(sex.bars().get(2).real()).isZero();
    assertThat(sex.bars().get(2).synthetic()).isPositive();
  }

  @Test
  void days_are_binned_and_spelled_as_the_file_does() throws Exception {
    Attribute seen =
        attribute(
            "seen",
            new Domain.Date(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1), "dd.MM.yyyy"));
    List<String> days =
        IntStream.rangeClosed(1, 28).mapToObj(day -> "%02d.02.2023".formatted(day)).toList();
    CategoryColumn real = new CategoryColumn("seen", days, IntStream.range(0, 28).toArray());
    CategoryColumn synthetic = new CategoryColumn("seen", days, new int[] {0, 0, 27, -1});

    MarginalComparison comparison = compare(real, synthetic, seen);

    assertThat(comparison.kind()).isEqualTo(Kind.DATE);
    assertThat(comparison.bars()).hasSize(28);
    assertThat(comparison.bars().get(0).low()).isEqualTo(LocalDate.of(2023, 2, 1).toEpochDay());
    assertThat(comparison.bars().get(0).synthetic()).isEqualTo(0.5);
    assertThat(comparison.bars().get(27).synthetic()).isEqualTo(0.25);
    double first = LocalDate.of(2023, 2, 1).toEpochDay();
    assertThat(comparison.quantiles().get(0))
        .isEqualTo(new Quantile(0, "01.02.2023", "01.02.2023", first, first));
    assertThat(comparison.quantiles().get(6))
        .isEqualTo(new Quantile(1, "28.02.2023", "28.02.2023", first + 27, first + 27));
    assertThat(comparison.syntheticMissing()).isEqualTo(0.25);
  }

  @Test
  void integers_close_together_have_a_bin_each() throws Exception {
    Attribute stay = attribute("stay", new Domain.Numeric(0, 1000, 0, "d"));
    NumberColumn real = new NumberColumn("stay", new double[] {1, 2, 2, 14}, new BitSet(), 0);
    NumberColumn synthetic = new NumberColumn("stay", new double[] {3, 14}, new BitSet(), 0);

    List<Bar> bars = compare(real, synthetic, stay).bars();

    assertThat(bars).hasSize(14);
    assertThat(bars.get(1)).isEqualTo(new Bar("2 – 3", 2, 3, 0.5, 0));
    assertThat(bars.get(13)).isEqualTo(new Bar("14 – 15", 14, 15, 0.25, 0.5));
  }

  @Test
  void a_column_without_any_value_has_no_bars() throws Exception {
    Attribute stay = attribute("stay", new Domain.Numeric(0, 1000, 0, "d"));
    BitSet missing = new BitSet();
    missing.set(0);
    NumberColumn empty = new NumberColumn("stay", new double[] {0}, missing, 0);

    MarginalComparison comparison = compare(empty, empty, stay);

    assertThat(comparison.bars()).isEmpty();
    assertThat(comparison.quantiles()).allMatch(q -> q.real().isEmpty() && q.synthetic().isEmpty());
    assertThat(comparison.distance()).isZero();
  }

  @Test
  void what_is_not_released_is_not_compared() {
    NumberColumn column = new NumberColumn("id", new double[] {1}, new BitSet(), 0);

    assertThatThrownBy(() -> compare(column, column, attribute("id", new Domain.Identifier())))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("Column 'id' is not part of the synthetic table.");
  }

  @Test
  void of_equally_frequent_texts_the_first_are_shown_and_the_rest_together() throws Exception {
    List<String> words = IntStream.range(0, 40).mapToObj(i -> "word " + (i * 7) % 40).toList();
    int[] codes = IntStream.range(0, 41).map(i -> i % 40).toArray();
    CategoryColumn column = new CategoryColumn("word", words, codes);

    MarginalComparison compared =
        compare(column, column, attribute("word", new Domain.Categorical(List.of("a", "b"), true)));

    assertThat(compared.bars().stream().map(Bar::label))
        .containsExactlyElementsOf(
            Stream.concat(
                    words.stream().limit(Marginals.CATEGORIES),
                    Stream.of(MarginalComparison.OTHER_VALUES))
                .toList());
    assertThat(compared.bars().get(0).real()).isEqualTo(2 / 41.0);
  }

  @Test
  void a_comparison_ends_wherever_it_is_among_many_texts() throws Exception {
    List<String> words = IntStream.range(0, 2 * CellLooks.CELLS).mapToObj(i -> "w" + i).toList();
    Table table =
        new Table(
            List.of(new CategoryColumn("word", words, IntStream.range(0, words.size()).toArray())));
    Attribute word = attribute("word", new Domain.Categorical(List.of("a", "b"), true));
    AtomicInteger looks = new AtomicInteger();
    Marginals.compare(table, table, word, () -> looks.incrementAndGet() < 0);
    int all = looks.get();
    assertThat(all).isGreaterThan(10);

    for (int last = 1; last <= all; last++) {
      int when = last;
      looks.set(0);
      assertThatThrownBy(
              () -> Marginals.compare(table, table, word, () -> looks.incrementAndGet() == when))
          .isInstanceOf(CancellationException.class);
      assertThat(looks).hasValue(when);
    }
  }

  /** As many looks as there are thousands of cells to read, and no more. */
  @Test
  void the_dates_of_a_column_are_read_once_and_the_comparison_ends_among_them() throws Exception {
    Attribute seen =
        attribute(
            "seen",
            new Domain.Date(LocalDate.of(2020, 1, 1), LocalDate.of(2100, 1, 1), "dd.MM.yyyy"));
    LocalDate first = LocalDate.of(2020, 1, 1);
    List<String> days =
        IntStream.range(0, 10_000)
            .mapToObj(first::plusDays)
            .map(day -> day.format(DateTimeFormatter.ofPattern("dd.MM.yyyy")))
            .toList();
    Table table =
        new Table(List.of(new CategoryColumn("seen", days, IntStream.range(0, 10_000).toArray())));
    AtomicInteger looks = new AtomicInteger();
    Marginals.compare(table, table, seen, () -> looks.incrementAndGet() < 0);
    assertThat(looks).hasValue(6);

    looks.set(0);
    assertThatThrownBy(
            () -> Marginals.compare(table, table, seen, () -> looks.incrementAndGet() == 2))
        .isInstanceOf(CancellationException.class);
    assertThat(looks).hasValue(2);
  }
}
