package modulus.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetDatesTest {
  /** 1900-03-01 and the last second of 9999, in seconds since 1970. */
  private static final long FIRST = -2_203_891_200L;

  private static final long LAST = 253_402_300_799L;

  /** 1899-12-30, from which spreadsheets count. */
  private static final long ORIGIN = -2_209_161_600L;

  @TempDir Path folder;

  /** Number formats as ECMA-376, part 1, 18.8.31 spells them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          uuuu-MM-dd              | yyyy-mm-dd
          yyyy-MM-dd HH:mm:ss     | yyyy-mm-dd hh:mm:ss
          dd.MM.yyyy              | dd\\.mm\\.yyyy
          M/d/uu H:mm             | m\\/d\\/yy h:mm
          dd-MMM-uuuu             | [$-409]dd-mmm-yyyy
          MMM d, uuuu             | [$-409]mmm d\\, yyyy
          uuuu-MM-dd'T'HH:mm:ss   | yyyy-mm-dd"T"hh:mm:ss
          """)
  void a_pattern_has_the_number_format_that_spells_dates_the_same(String pattern, String format) {
    assertThat(SheetDates.of(pattern).map(SheetDates::format)).contains(format);
  }

  /** Months, digits alone, halves of a day, and days an ISO date would be mistaken for. */
  @ParameterizedTest
  @ValueSource(strings = {"uuuu-MM", "MMM uuuu", "uuuuMMdd", "dd.MM.uuuu hh:mm a", "uuuu-dd-MM"})
  void where_a_cell_could_not_be_told_for_certain_there_is_none(String pattern) {
    assertThat(SheetDates.of(pattern)).isEmpty();
  }

  @Property(tries = 500)
  void every_second_of_a_spreadsheet_s_years_keeps_its_place(
      @ForAll @LongRange(min = FIRST, max = LAST) long second) {
    LocalDateTime moment = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    String pattern = "uuuu-MM-dd HH:mm:ss";
    BigDecimal days =
        SheetDates.of(pattern)
            .flatMap(dates -> dates.days(DateTimeFormatter.ofPattern(pattern).format(moment)))
            .orElseThrow();
    assertThat(days.precision()).isLessThanOrEqualTo(15);
    // as a program sees it that keeps cells as double: half a second is rounded away
    BigDecimal seconds = new BigDecimal(days.doubleValue()).multiply(BigDecimal.valueOf(86_400));
    assertThat(seconds.subtract(BigDecimal.valueOf(second - ORIGIN)).abs())
        .isLessThan(new BigDecimal("0.4"));
  }

  /** As mimic4demo_diagnoses spells its admissions. */
  @Test
  void dates_spelled_otherwise_are_read_back_as_the_same_moments_in_iso() throws Exception {
    List<String> cells = List.of("5/12/20 12:53", "12/1/07 0:05", "2/29/96 23:59");
    int[] codes = {0, 1, 2, -1};
    Table table =
        new Table(
            List.of(
                new CategoryColumn("admitted", cells, codes),
                new CategoryColumn(
                    "row", List.of("a", "b", "c", "d"), IntStream.range(0, 4).toArray())));
    Path file = folder.resolve("dates.xlsx");
    WorkbookWriter.write(
        table, List.of("", ""), List.of(SheetDates.of("M/d/uu H:mm"), Optional.empty()), file);

    Column read =
        TableReader.read(file, TableOptions.DETECT, ReadListener.NONE).table().columns().get(0);

    assertThat(List.of(read.text(0), read.text(1), read.text(2)))
        .containsExactly("2020-05-12 12:53:00", "2007-12-01 00:05:00", "2096-02-29 23:59:00");
    assertThat(read.isMissing(3)).isTrue();
  }
}
