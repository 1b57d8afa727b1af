package modulus.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.OrderRule;
import modulus.schema.Schema;
import modulus.table.CategoryColumn;
import modulus.table.CsvDialect;
import modulus.table.CsvOptions;
import modulus.table.CsvReader;
import modulus.table.NumberColumn;
import modulus.table.ReadListener;
import modulus.table.Table;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/**
 * privacy.md, section 1: what is done to a record depends on that record and the declarations
 * alone. One row more in the file, however its cells are written, leaves all others as they were.
 */
class RecordByRecordTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2024, 12, 31);

  private static final List<Attribute> ATTRIBUTES =
      List.of(
          attribute("day", new Domain.Date(FIRST, LAST, "uuuuMMdd")),
          attribute("until", new Domain.Date(FIRST, LAST, "uuuuMMdd")),
          attribute("month", new Domain.Date(FIRST, LAST, "MM.uuuu")),
          attribute("turned", new Domain.Date(FIRST, LAST, "uuuu.M")),
          attribute("hour", new Domain.Date(FIRST, LAST, "uuuuMMdd,HH")),
          attribute("lab", new Domain.Numeric(-5, 2000, 2, "")),
          attribute("code", new Domain.Categorical(List.of("1", "2", "007", "1.50"), false)),
          attribute("kind", new Domain.Categorical(List.of("7", "7.0", "1,5", "x"), true)),
          attribute("rate", new Domain.Categorical(List.of("50 %", "1.234", "+5", "x"), true)));

  private static final Schema SCHEMA =
      new Schema(ATTRIBUTES, Optional.empty(), List.of(new OrderRule("day", "until", true)));

  private static final FineCoding CODING = FineCoding.of(SCHEMA);
  private static final RowOrders ORDERS = RowOrders.of(SCHEMA);

  private static Attribute attribute(String name, Domain domain) {
    return new Attribute(name, domain, true, "", DomainOrigin.DECLARED, List.of());
  }

  private static CsvOptions dialect(boolean decimalComma) {
    return CsvOptions.DETECT
        .withDelimiter(';')
        .withQuote('"')
        .withCharset(StandardCharsets.UTF_8)
        .withHeader(true)
        .withDecimalComma(decimalComma)
        .withMissingMarks(CsvDialect.DEFAULT_MISSING_MARKS);
  }

  private static Table read(List<List<String>> rows, boolean decimalComma) {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(";", ATTRIBUTES.stream().map(Attribute::name).toList()));
    rows.forEach(row -> lines.add(String.join(";", row)));
    try {
      Path file = Files.createTempFile("rows", ".csv");
      try {
        Files.write(file, lines);
        return CsvReader.read(file, dialect(decimalComma), ReadListener.NONE).table();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> everywhere(String cell) {
    return Collections.nCopies(ATTRIBUTES.size(), cell);
  }

  @Provide
  Arbitrary<String> cell() {
    Arbitrary<String> days =
        Arbitraries.integers()
            .between(1, 28)
            .map(day -> "202402" + (day < 10 ? "0" + day : String.valueOf(day)));
    Arbitrary<String> mostly =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.of("1", "2", "7", "50", "1.5", "1,5")), Tuple.of(3, days));
    Arbitrary<String> others =
        Arbitraries.of(
            "1.0",
            "1.50",
            "1,50",
            "2.00",
            "7.0",
            "007",
            "0.5",
            ".5",
            "+5",
            "-3",
            "\u22123",
            "1e-01",
            "1.5e+02",
            "4E5",
            "50 %",
            "50%",
            "1.234",
            "1,234",
            "1.234,5",
            "1'234.5",
            "1\u202f234",
            "20240315.0",
            "20240315,0",
            "20240315,10",
            "20240315.1",
            "+7",
            "12.2020",
            "12.202",
            "12,2020",
            "03.2021",
            "2021.1",
            "2021.10",
            "2021.3",
            "2024-03-15",
            "x",
            "other",
            "not measured",
            "",
            "NA",
            "?",
            "12345678901234567",
            "0",
            "-0",
            "1.",
            "1,");
    return Arbitraries.frequencyOf(Tuple.of(3, mostly), Tuple.of(2, others));
  }

  @Provide
  Arbitrary<List<String>> row() {
    return cell().list().ofSize(ATTRIBUTES.size());
  }

  @Provide
  Arbitrary<List<List<String>>> rows() {
    return row().list().ofMinSize(1).ofMaxSize(6);
  }

  @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
  void one_row_more_leaves_the_codes_of_all_others_as_they_are(
      @ForAll("rows") List<List<String>> rows,
      @ForAll("row") List<String> added,
      @ForAll boolean decimalComma) {
    compare(rows, added, decimalComma);
  }

  /** The same where columns are of numbers until the row is added. */
  @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
  void one_cell_more_leaves_the_codes_of_its_column_as_they_are(
      @ForAll("cell") String cell, @ForAll("cell") String added, @ForAll boolean decimalComma) {
    compare(List.of(everywhere(cell), everywhere("5")), everywhere(added), decimalComma);
  }

  private static void compare(List<List<String>> rows, List<String> added, boolean decimalComma) {
    List<List<String>> more = new ArrayList<>(rows);
    more.add(added);
    Table before = read(rows, decimalComma);
    Table after = read(more, decimalComma);
    EncodedTable alone = CODING.encode(before);
    EncodedTable together = CODING.encode(after);
    Table ordered = ORDERS.arranged(before);
    Table orderedTogether = ORDERS.arranged(after);
    for (int j = 0; j < ATTRIBUTES.size(); j++) {
      for (int row = 0; row < before.rows(); row++) {
        String what = ATTRIBUTES.get(j).name() + ": " + rows.get(row).get(j);
        assertThat(together.codes().code(row, j)).as(what).isEqualTo(alone.codes().code(row, j));
        if (alone.unit(j).isPresent()) {
          assertThat(Float.floatToIntBits(together.unit(j).orElseThrow()[row]))
              .as(what)
              .isEqualTo(Float.floatToIntBits(alone.unit(j).orElseThrow()[row]));
        }
      }
    }
    for (String name : List.of("day", "until")) {
      for (int row = 0; row < before.rows(); row++) {
        assertThat(orderedTogether.column(name).orElseThrow().text(row))
            .as("%s of %s in order", name, rows.get(row))
            .isEqualTo(ordered.column(name).orElseThrow().text(row));
      }
    }
  }

  @Test
  void one_date_with_decimals_leaves_sixty_others_readable() {
    List<List<String>> rows = new ArrayList<>();
    IntStream.range(0, 60).forEach(i -> rows.add(everywhere("202403" + (10 + i % 20))));
    rows.add(everywhere("20240315.0"));
    Table table = read(rows, false);
    assertThat(table.columns().get(0)).isInstanceOf(NumberColumn.class);

    short[] codes = CODING.encode(table).codes().column(0);

    assertThat(codes).doesNotContain((short) CODING.missingCode(0));
    assertThat(codes[60]).isEqualTo(codes[5]);
    rows.set(60, everywhere("20240315"));
    assertThat(codes).isEqualTo(CODING.encode(read(rows, false)).codes().column(0));
  }

  @Test
  void a_month_whose_last_zero_no_row_needs_is_read_all_the_same() {
    List<List<String>> rows = List.of(everywhere("12.2020"), everywhere("10.2020"));
    Table numbers = read(rows, false);
    assertThat(numbers.columns().get(2)).isInstanceOf(NumberColumn.class);
    List<List<String>> more = new ArrayList<>(rows);
    more.add(everywhere("03.2021"));
    Table texts = read(more, false);
    assertThat(texts.columns().get(2)).isInstanceOf(CategoryColumn.class);

    assertThat(CODING.encode(numbers).codes().column(2)).containsExactly(11, 9);
    assertThat(CODING.encode(texts).codes().column(2)).containsExactly(11, 9, 14);
  }

  @Test
  void a_number_that_could_be_two_dates_is_none() {
    Table table = read(List.of(everywhere("2021.1"), everywhere("2021.3"), everywhere("x")), false);
    assertThat(CODING.encode(table).codes().column(3))
        .containsExactly(CODING.missingCode(3), 14, CODING.missingCode(3));
  }

  @Test
  void categories_that_are_numbers_are_matched_whatever_decimals_other_rows_have() {
    List<List<String>> rows =
        List.of(everywhere("1"), everywhere("2"), everywhere("2.0"), everywhere("1.50"));
    List<List<String>> more = new ArrayList<>(rows);
    more.add(everywhere("007"));
    assertThat(CODING.encode(read(rows, false)).codes().column(6)).containsExactly(0, 1, 1, 3);
    assertThat(CODING.encode(read(more, false)).codes().column(6)).containsExactly(0, 1, 1, 3, 2);
  }

  @Test
  void a_category_with_a_decimal_comma_is_matched_in_a_column_of_numbers_too() {
    Table numbers = read(List.of(everywhere("1,5"), everywhere("7,0")), true);
    Table texts = read(List.of(everywhere("1,5"), everywhere("7,0"), everywhere("x")), true);
    assertThat(CODING.encode(numbers).codes().column(7)).containsExactly(2, 0);
    assertThat(CODING.encode(texts).codes().column(7)).containsExactly(2, 0, 3);
  }
}
