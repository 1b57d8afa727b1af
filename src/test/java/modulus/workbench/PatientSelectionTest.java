package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import modulus.privacy.GuaranteeRandom;
import modulus.privacy.SecureGuaranteeRandom;
import modulus.schema.ClinicalRanges;
import modulus.schema.PatientColumn;
import modulus.schema.Schema;
import modulus.schema.SchemaCheck;
import modulus.schema.SchemaDraft;
import modulus.schema.SchemaException;
import modulus.table.CategoryColumn;
import modulus.table.CsvOptions;
import modulus.table.CsvReader;
import modulus.table.NumberColumn;
import modulus.table.ReadListener;
import modulus.table.Table;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** privacy.md, section 1: at most c rows per patient, uniformly chosen, before anything else. */
class PatientSelectionTest {
  private static final GuaranteeRandom RANDOM = new SecureGuaranteeRandom();

  @TempDir Path folder;

  @Test
  void at_most_c_rows_of_every_patient_are_kept_side_by_side_and_patients_are_counted()
      throws SchemaException {
    Table table = table(60, 5);
    PatientSelection kept = PatientSelection.of(table, schema(table, 3), RANDOM, () -> false);
    assertThat(kept.patients().patients()).isEqualTo(60);
    assertThat(kept.table().rows()).isEqualTo(kept.patients().rows());
    Set<String> seen = new HashSet<>();
    for (int patient = 0; patient < 60; patient++) {
      int first = kept.patients().first(patient);
      String name = name(kept.table(), first);
      assertThat(seen.add(name)).isTrue();
      Set<Integer> values = new HashSet<>();
      for (int row = first; row < kept.patients().end(patient); row++) {
        assertThat(name(kept.table(), row)).isEqualTo(name);
        assertThat(values.add(value(kept.table(), row))).isTrue();
      }
      int had = 1 + Integer.parseInt(name.substring(1)) % 5;
      assertThat(values).hasSize(Math.min(3, had));
    }
  }

  /** Ten subsets of three out of five rows; false-alarm probability 1e-6. */
  @Test
  void every_subset_of_a_patient_s_rows_is_equally_likely() throws SchemaException {
    Table table = table(60, 5);
    Schema schema = schema(table, 3);
    Map<Set<Integer>, Integer> observed = new HashMap<>();
    int draws = 0;
    for (int repeat = 0; repeat < 500; repeat++) {
      PatientSelection kept = PatientSelection.of(table, schema, RANDOM, () -> false);
      for (int patient = 0; patient < 60; patient++) {
        int first = kept.patients().first(patient);
        if (Integer.parseInt(name(kept.table(), first).substring(1)) % 5 == 4) {
          Set<Integer> subset = new HashSet<>();
          for (int row = first; row < kept.patients().end(patient); row++) {
            subset.add(value(kept.table(), row));
          }
          observed.merge(subset, 1, Integer::sum);
          draws++;
        }
      }
    }
    double expected = draws / 10.0;
    double statistic =
        observed.values().stream().mapToDouble(o -> (o - expected) * (o - expected)).sum()
            / expected;
    assertThat(observed).hasSize(10);
    assertThat(statistic)
        .isLessThan(new ChiSquaredDistribution(null, 9).inverseCumulativeProbability(1 - 1e-6));
  }

  @Test
  void a_row_that_names_no_patient_and_too_few_patients_are_refused_in_a_sentence() {
    Table few = table(49, 2);
    assertThatThrownBy(() -> PatientSelection.of(few, schema(few, 1), RANDOM, () -> false))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("49 patients");
    Table table = table(60, 5);
    int[] codes = new int[table.rows()];
    codes[4] = CategoryColumn.MISSING;
    Table nameless =
        new Table(List.of(new CategoryColumn("who", List.of("p0"), codes), table.columns().get(1)));
    assertThatThrownBy(() -> PatientSelection.of(nameless, schema(table, 1), RANDOM, () -> false))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("every row must name its patient");
  }

  @Test
  void whose_row_it_is_does_not_depend_on_whether_another_row_s_name_is_a_number()
      throws SchemaException {
    List<String> cells = new ArrayList<>(List.of("7", "7.0", "7.00", "8"));
    for (int other = 100; other < 160; other++) {
      cells.add(String.valueOf(other));
    }
    Table numbers = named(cells);
    assertThat(numbers.columns().get(0)).isInstanceOf(NumberColumn.class);
    cells.addAll(List.of("X1", "007"));
    Table words = named(cells);
    assertThat(words.columns().get(0)).isInstanceOf(CategoryColumn.class);

    for (Table table : List.of(numbers, words)) {
      Schema schema = schema(table, 5);
      PatientSelection kept = PatientSelection.of(table, schema, RANDOM, () -> false);
      assertThat(IntStream.range(0, 3).mapToObj(row -> value(kept.table(), row)))
          .containsExactlyInAnyOrder(0, 1, 2);
      assertThat(kept.patients().end(0)).isEqualTo(3);
      assertThat(kept.patients().patients())
          .isEqualTo(table == numbers ? 62 : 64)
          .isEqualTo(PatientSelection.patients(table, schema));
    }
    Table once = named(cells.subList(1, cells.size()));
    assertThat(
            PatientSelection.of(once, schema(once, 1), RANDOM, () -> false).patients().patients())
        .isEqualTo(64);
  }

  @Test
  void one_patient_spelled_in_fifty_ways_is_no_table_of_fifty_patients() {
    List<String> cells = new ArrayList<>();
    for (int zeros = 0; zeros < 50; zeros++) {
      cells.add("7." + "0".repeat(zeros));
    }
    cells.add("X1");
    Table table = named(cells);
    assertThatThrownBy(() -> SchemaCheck.check(table, schema(table, 1)))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("rows are of 2 patients");
  }

  /** A file with these names of patients, its rows counted from 0. */
  private Table named(List<String> cells) {
    StringBuilder lines = new StringBuilder("who;visit;other\n");
    for (int row = 0; row < cells.size(); row++) {
      lines.append(cells.get(row)).append(';').append(row).append(';').append(row % 7).append('\n');
    }
    try {
      Path file = Files.writeString(folder.resolve("named.csv"), lines);
      return CsvReader.read(
              file, CsvOptions.DETECT.withHeader(true).withDecimalComma(false), ReadListener.NONE)
          .table();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Patient i has 1 + i mod {@code cycle} rows, whose values are 0, 1, …; rows are interleaved. */
  static Table table(int patients, int cycle) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < patients; i++) {
      names.add("p" + i);
    }
    List<Integer> who = new ArrayList<>();
    List<Integer> value = new ArrayList<>();
    for (int visit = 0; visit < cycle; visit++) {
      for (int i = 0; i < patients; i++) {
        if (visit <= i % cycle) {
          who.add(i);
          value.add(visit);
        }
      }
    }
    double[] values = value.stream().mapToDouble(v -> v).toArray();
    double[] other = new double[values.length];
    Arrays.setAll(other, row -> (row * 7) % 11);
    return new Table(
        List.of(
            new CategoryColumn("who", names, who.stream().mapToInt(i -> i).toArray()),
            new NumberColumn("visit", values, new BitSet(), 0),
            new NumberColumn("other", other, new BitSet(), 0)));
  }

  static Schema schema(Table table, int most) {
    return SchemaDraft.of(table, ClinicalRanges.builtIn())
        .withPatient(new PatientColumn("who", most));
  }

  private static String name(Table table, int row) {
    return table.column("who").orElseThrow().text(row);
  }

  private static int value(Table table, int row) {
    return Integer.parseInt(table.column("visit").orElseThrow().text(row));
  }
}
