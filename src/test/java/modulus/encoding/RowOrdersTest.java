package modulus.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.OrderRule;
import modulus.schema.Schema;
import modulus.table.CategoryColumn;
import modulus.table.NumberColumn;
import modulus.table.Table;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RowOrdersTest {
  private static final int ROWS = 40;

  private static Attribute number(String name, double low, double high, int decimals) {
    return attribute(name, new Domain.Numeric(low, high, decimals, "d"));
  }

  private static Attribute date(String name, String low, String high, String pattern) {
    return attribute(name, new Domain.Date(LocalDate.parse(low), LocalDate.parse(high), pattern));
  }

  private static Attribute attribute(String name, Domain domain) {
    return new Attribute(name, domain, true, "", DomainOrigin.DECLARED, List.of());
  }

  private static Schema schema(List<OrderRule> orders, Attribute... attributes) {
    return new Schema(List.of(attributes), java.util.Optional.empty(), orders);
  }

  private static OrderRule rule(String first, String last) {
    return OrderRule.declared(first, last);
  }

  private static NumberColumn numbers(String name, int decimals, double... values) {
    BitSet missing = new BitSet();
    IntStream.range(0, values.length).filter(i -> Double.isNaN(values[i])).forEach(missing::set);
    return new NumberColumn(name, values, missing, decimals);
  }

  private static CategoryColumn texts(String name, String... values) {
    List<String> dictionary = Arrays.stream(values).filter(v -> v != null).distinct().toList();
    return new CategoryColumn(
        name, dictionary, Arrays.stream(values).mapToInt(dictionary::indexOf).toArray());
  }

  private static List<String> row(Table table, int row) {
    return table.columns().stream().map(column -> column.text(row)).toList();
  }

  /** A synthetic table as a model that learned nothing would draw it. */
  private static Table drawn(Schema schema, int seed) {
    Random random = new Random(seed);
    FineCoding coding = FineCoding.of(schema);
    int[] sizes = coding.sizes();
    short[][] codes = new short[sizes.length][ROWS];
    for (int j = 0; j < sizes.length; j++) {
      for (int row = 0; row < ROWS; row++) {
        codes[j][row] = (short) random.nextInt(sizes[j]);
      }
    }
    return coding.decode(new CodedTable(ROWS, sizes, codes), random::nextInt);
  }

  private static double value(Table table, String column, int row) {
    return ((NumberColumn) table.column(column).orElseThrow()).value(row);
  }

  private static final Schema MIXED =
      schema(
          List.of(
              rule("a", "b"),
              rule("b", "c"),
              rule("a", "d"),
              rule("in", "out"),
              rule("out", "death"),
              rule("reg", "in")),
          number("c", 3, 9, 0),
          number("a", 0, 8, 1),
          number("d", -5, 40, 2),
          number("b", 2.5, 30, 1),
          date("death", "2020-02-01", "2020-04-30", "dd.MM.yyyy"),
          date("out", "2020-01-10", "2020-03-10", "yyyy-MM-dd HH:mm"),
          date("reg", "2020-01-01", "2020-03-01", "yyyy-MM-dd HH:mm:ss"),
          date("in", "2020-01-01", "2020-03-31", "yyyyMMdd"));

  @Property(tries = 200)
  void every_order_holds_afterwards_within_domains_and_precision(@ForAll int seed) {
    Table before = drawn(MIXED, seed);
    Table after = RowOrders.of(MIXED).arranged(before);
    assertThat(RowOrders.of(MIXED).broken(after)).isEmpty();
    FineCoding coding = FineCoding.of(MIXED);
    double[][] ranges = {{3, 9}, {0, 8}, {-5, 40}, {2.5, 30}};
    String[] names = {"c", "a", "d", "b"};
    for (int row = 0; row < ROWS; row++) {
      for (String[] pair : new String[][] {{"a", "b"}, {"b", "c"}, {"a", "c"}, {"a", "d"}}) {
        assertThat(value(after, pair[0], row) > value(after, pair[1], row)).isFalse();
      }
      for (int k = 0; k < names.length; k++) {
        NumberColumn column = (NumberColumn) after.column(names[k]).orElseThrow();
        assertThat(column.isMissing(row))
            .isEqualTo(before.column(names[k]).orElseThrow().isMissing(row));
        if (!column.isMissing(row)) {
          assertThat(column.value(row)).isBetween(ranges[k][0], ranges[k][1]);
          assertThat(Double.parseDouble(column.text(row))).isEqualTo(column.value(row));
        }
      }
      assertDates(after, row);
    }
    // whatever is outside a domain would be clamped on the way in, whatever unreadable be missing
    Table again = coding.decode(coding.encode(after).codes(), new Random(seed)::nextInt);
    for (int j = 0; j < MIXED.attributes().size(); j++) {
      assertThat(again.columns().get(j).missingCount())
          .isEqualTo(before.columns().get(j).missingCount());
    }
  }

  /** By the calendar of java.time alone: days against days, moments against moments. */
  private static void assertDates(Table table, int row) {
    LocalDateTime in = day(table, "in", row, "yyyyMMdd");
    LocalDateTime death = day(table, "death", row, "dd.MM.yyyy");
    LocalDateTime out = moment(table, "out", row, "yyyy-MM-dd HH:mm");
    LocalDateTime reg = moment(table, "reg", row, "yyyy-MM-dd HH:mm:ss");
    assertThat(in != null && out != null && in.toLocalDate().isAfter(out.toLocalDate())).isFalse();
    assertThat(out != null && death != null && out.toLocalDate().isAfter(death.toLocalDate()))
        .isFalse();
    assertThat(reg != null && in != null && reg.toLocalDate().isAfter(in.toLocalDate())).isFalse();
    assertThat(in != null && death != null && in.isAfter(death)).isFalse();
    within(in, "2020-01-01", "2020-03-31");
    within(death, "2020-02-01", "2020-04-30");
    within(out, "2020-01-10", "2020-03-10");
    within(reg, "2020-01-01", "2020-03-01");
  }

  private static void within(LocalDateTime value, String low, String high) {
    if (value != null) {
      assertThat(value.toLocalDate()).isBetween(LocalDate.parse(low), LocalDate.parse(high));
    }
  }

  private static LocalDateTime day(Table table, String name, int row, String pattern) {
    String text = table.column(name).orElseThrow().text(row);
    return text.isEmpty()
        ? null
        : LocalDate.parse(text, DateTimeFormatter.ofPattern(pattern)).atStartOfDay();
  }

  private static LocalDateTime moment(Table table, String name, int row, String pattern) {
    String text = table.column(name).orElseThrow().text(row);
    return text.isEmpty() ? null : LocalDateTime.parse(text, DateTimeFormatter.ofPattern(pattern));
  }

  @Property(tries = 100)
  void a_chain_of_equal_domains_is_sorted_so_that_every_row_keeps_its_values(
      @ForAll int seed, @ForAll @IntRange(min = 2, max = 6) int length) {
    List<Attribute> attributes = new ArrayList<>();
    List<OrderRule> rules = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      attributes.add(number("x" + i, 0, 20, 0));
      if (i > 0) {
        rules.add(rule("x" + i, "x" + (i - 1)));
      }
    }
    Schema schema = new Schema(attributes, java.util.Optional.empty(), rules);
    Table before = drawn(schema, seed);
    Table after = RowOrders.of(schema).arranged(before);
    for (int row = 0; row < ROWS; row++) {
      List<String> expected =
          row(before, row).stream()
              .filter(text -> !text.isEmpty())
              .sorted((a, b) -> Integer.compare(Integer.parseInt(b), Integer.parseInt(a)))
              .toList();
      assertThat(row(after, row).stream().filter(text -> !text.isEmpty())).isEqualTo(expected);
    }
  }

  @Test
  void a_pair_in_the_wrong_order_changes_places_and_all_else_stays() {
    Schema schema =
        schema(List.of(rule("low", "high")), number("low", 0, 9, 0), number("high", 0, 9, 0));
    Table table =
        new Table(
            List.of(
                numbers("low", 0, 7, 2, Double.NaN, 4),
                numbers("high", 0, 3, 5, 1, 4),
                texts("note", "a", "b", "c", "d")));
    Table after = RowOrders.of(schema).arranged(table);
    assertThat(IntStream.range(0, 4).mapToObj(row -> row(after, row)))
        .containsExactly(
            List.of("3", "7", "a"),
            List.of("2", "5", "b"),
            List.of("", "1", "c"),
            List.of("4", "4", "d"));
  }

  @Test
  void an_order_through_a_missing_value_holds_too() {
    Schema schema =
        schema(
            List.of(rule("a", "b"), rule("b", "c")),
            number("a", 0, 9, 0),
            number("b", 0, 9, 0),
            number("c", 0, 9, 0));
    Table table =
        new Table(List.of(numbers("a", 0, 8), numbers("b", 0, Double.NaN), numbers("c", 0, 2)));
    assertThat(row(RowOrders.of(schema).arranged(table), 0)).containsExactly("2", "", "8");
  }

  @Test
  void where_a_domain_forbids_the_exchange_the_later_is_raised_and_the_earlier_lowered_to_fit() {
    Schema schema =
        schema(List.of(rule("low", "high")), number("low", 5, 9, 1), number("high", 0, 7, 0));
    Table table = new Table(List.of(numbers("low", 1, 5.5, 8.3), numbers("high", 0, 1, 2)));
    Table after = RowOrders.of(schema).arranged(table);
    assertThat(row(after, 0)).containsExactly("5.5", "6");
    assertThat(row(after, 1)).containsExactly("7.0", "7");
  }

  @Test
  void dates_of_another_precision_exchange_their_days_and_keep_their_times() {
    Schema schema =
        schema(
            List.of(rule("admitted", "died")),
            date("admitted", "2020-01-01", "2020-12-31", "yyyy-MM-dd HH:mm"),
            date("died", "2020-01-01", "2020-12-31", "M/d/yy"));
    Table table =
        new Table(
            List.of(
                texts("admitted", "2020-05-07 14:38", "2020-05-07 14:38"),
                texts("died", "3/2/20", "5/7/20")));
    Table after = RowOrders.of(schema).arranged(table);
    assertThat(row(after, 0)).containsExactly("2020-03-02 14:38", "5/7/20");
    assertThat(row(after, 1)).containsExactly("2020-05-07 14:38", "5/7/20");
  }

  @Test
  void proposals_have_no_effect_and_a_row_is_arranged_by_itself_alone() {
    Attribute[] pair = {number("low", 0, 9, 0), number("high", 0, 9, 0)};
    Table table = new Table(List.of(numbers("low", 0, 7, 9), numbers("high", 0, 3, 1)));
    assertThat(
            RowOrders.of(schema(List.of(new OrderRule("low", "high", false)), pair))
                .arranged(table))
        .isSameAs(table);
    RowOrders orders = RowOrders.of(schema(List.of(rule("low", "high")), pair));
    assertThat(orders.broken(table)).containsExactly(rule("low", "high"));
    assertThat(Stream.of(0, 1).map(row -> row(orders.arranged(table.select(new int[] {row})), 0)))
        .containsExactly(row(orders.arranged(table), 0), row(orders.arranged(table), 1));
  }
}
