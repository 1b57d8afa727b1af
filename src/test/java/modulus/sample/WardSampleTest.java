package modulus.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import modulus.schema.Schema;
import modulus.schema.SchemaCheck;
import modulus.schema.SchemaJson;
import modulus.table.Column;
import modulus.table.CsvOptions;
import modulus.table.CsvReader;
import modulus.table.NumberColumn;
import modulus.table.ReadListener;
import modulus.table.Table;
import org.junit.jupiter.api.Test;

class WardSampleTest {
  private static final Path CSV = Path.of("assets/ward-sample.csv");
  private static final Path SCHEMA = Path.of("assets/ward-sample.schema.json");

  private static Table sample() throws Exception {
    return CsvReader.read(CSV, CsvOptions.DETECT, ReadListener.NONE).table();
  }

  @Test
  void the_generator_makes_the_sample_byte_for_byte() throws Exception {
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    WardSample.write(WardSample.ROWS, WardSample.COLUMNS, WardSample.SEED, made);

    assertThat(Files.readAllBytes(CSV)).isEqualTo(made.toByteArray());
    assertThat(SchemaJson.read(SCHEMA)).isEqualTo(WardCodeBook.schema());
  }

  @Test
  void the_sample_fits_its_code_book_which_covers_every_domain() throws Exception {
    Schema schema = SchemaJson.read(SCHEMA);

    SchemaCheck.check(sample(), schema);
    assertThat(schema.domainsCovered()).isTrue();
    assertThat(schema.modelled()).hasSizeGreaterThanOrEqualTo(14);
  }

  @Test
  void one_diagnosis_is_rare() throws Exception {
    Column diagnosis = sample().column("main_diagnosis").orElseThrow();
    Map<String, Integer> counts = new HashMap<>();
    for (int row = 0; row < diagnosis.rows(); row++) {
      counts.merge(diagnosis.text(row), 1, Integer::sum);
    }
    assertThat(counts.remove(WardDiagnosis.AMYLOIDOSIS.text)).isBetween(8, 40);
    assertThat(counts).hasSize(WardDiagnosis.values().length - 1);
    assertThat(counts.values()).allMatch(count -> count > 100);
  }

  @Test
  void the_dependencies_are_those_a_clinician_expects() throws Exception {
    Table table = sample();
    assertThat(mean(table, "age", "main_diagnosis", "hip fracture"))
        .isGreaterThan(mean(table, "age", "main_diagnosis", "inguinal hernia") + 8);
    assertThat(mean(table, "crp", "main_diagnosis", "pneumonia"))
        .isGreaterThan(3 * mean(table, "crp", "main_diagnosis", "atrial fibrillation"));
    assertThat(mean(table, "hba1c", "diabetes", "yes"))
        .isGreaterThan(mean(table, "hba1c", "diabetes", "no") + 1.5);
    assertThat(mean(table, "length_of_stay", "severity", "4 critical"))
        .isGreaterThan(1.5 * mean(table, "length_of_stay", "severity", "1 mild"));
    assertThat(mean(table, "age", "discharge", "died"))
        .isGreaterThan(mean(table, "age", "discharge", "home") + 4);
  }

  @Test
  void laboratory_values_are_skewed_and_missing_more_often_in_planned_stays() throws Exception {
    Table table = sample();
    NumberColumn crp = (NumberColumn) table.column("crp").orElseThrow();
    Column admission = table.column("admission_type").orElseThrow();
    Map<String, int[]> missing = new HashMap<>();
    int belowMean = 0;
    int present = 0;
    double mean = mean(table, "crp", "sex", null);
    for (int row = 0; row < crp.rows(); row++) {
      int[] counts = missing.computeIfAbsent(admission.text(row), any -> new int[2]);
      counts[crp.isMissing(row) ? 0 : 1]++;
      if (!crp.isMissing(row)) {
        present++;
        belowMean += crp.value(row) < mean ? 1 : 0;
      }
    }
    assertThat((double) belowMean / present).isGreaterThan(0.65);
    assertThat(share(missing.get("elective"))).isGreaterThan(3 * share(missing.get("emergency")));
  }

  private static double share(int[] counts) {
    return (double) counts[0] / (counts[0] + counts[1]);
  }

  /**
   * @param value null for all rows
   */
  private static double mean(Table table, String number, String by, String value) {
    NumberColumn column = (NumberColumn) table.column(number).orElseThrow();
    Column group = table.column(by).orElseThrow();
    double sum = 0;
    int count = 0;
    for (int row = 0; row < table.rows(); row++) {
      boolean chosen = value == null || group.text(row).equals(value);
      if (chosen && !column.isMissing(row)) {
        sum += column.value(row);
        count++;
      }
    }
    return sum / count;
  }
}
