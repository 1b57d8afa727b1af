package modulus.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import modulus.schema.SchemaJson;
import modulus.table.AtomicFile;

/**
 * Makes the fictional ward table of {@code assets/} and, with more rows or columns, tables for
 * tests of scale; row by row, so that memory does not grow. {@link Random} because its numbers are
 * specified to the bit: the same arguments give the same bytes everywhere.
 */
public final class WardSample {
  /** What {@code assets/ward-sample.csv} is made with. */
  public static final int ROWS = 6000;

  public static final long SEED = 20_240_320;

  static final List<String> NAMES =
      List.of(
          "stay_id",
          "admission_date",
          "age",
          "sex",
          "ward",
          "admission_type",
          "main_diagnosis",
          "severity",
          "diabetes",
          "smoking",
          "bmi",
          "systolic_bp",
          "heart_rate",
          "creatinine",
          "crp",
          "hba1c",
          "length_of_stay",
          "discharge");

  /** Columns of {@code assets/ward-sample.csv}. */
  public static final int COLUMNS = NAMES.size();

  private WardSample() {}

  /**
   * Writes the table and its code book.
   *
   * @param arguments nothing, or: rows, columns, seed, file of the table (without code book)
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 4) {
      int rows = Integer.parseInt(arguments[0]);
      int columns = Integer.parseInt(arguments[1]);
      long seed = Long.parseLong(arguments[2]);
      AtomicFile.write(Path.of(arguments[3]), out -> write(rows, columns, seed, out));
      return;
    }
    Path assets = Path.of("assets");
    AtomicFile.write(assets.resolve("ward-sample.csv"), out -> write(ROWS, COLUMNS, SEED, out));
    SchemaJson.write(WardCodeBook.schema(), assets.resolve("ward-sample.schema.json"));
  }

  /**
   * @param columns the first that many; beyond {@link #COLUMNS} further laboratory values that
   *     follow severity and age
   */
  public static void write(int rows, int columns, long seed, OutputStream out) throws IOException {
    Random random = new Random(seed);
    Writer writer =
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    for (int column = 0; column < columns; column++) {
      writer.write(column == 0 ? "" : ",");
      writer.write(column < COLUMNS ? NAMES.get(column) : "laboratory_" + (column - COLUMNS + 1));
    }
    writer.write('\n');
    for (int row = 0; row < rows; row++) {
      writeRow(row, columns, new WardPatient(random), random, writer);
    }
    writer.flush();
  }

  private static void writeRow(
      int row, int columns, WardPatient patient, Random random, Writer writer) throws IOException {
    String[] cells = cells(row, patient, random);
    for (int column = 0; column < columns; column++) {
      if (column > 0) {
        writer.write(',');
      }
      writer.write(column < COLUMNS ? cells[column] : laboratory(column, patient, random));
    }
    writer.write('\n');
  }

  private static String[] cells(int row, WardPatient p, Random random) {
    boolean urgent = p.admission != 0;
    return new String[] {
      // a number that does not tell the order of admission; 7,919 and the modulus are coprime
      Long.toString(10_000_000L + row * 7_919L % 89_999_999L),
      p.admitted.toString(),
      Integer.toString(p.age),
      WardPatient.SEXES[p.female ? 0 : 1],
      p.age >= 84 && random.nextDouble() < 0.35 ? "geriatrics" : p.diagnosis.ward,
      WardPatient.ADMISSIONS[p.admission],
      p.diagnosis.text,
      WardPatient.SEVERITIES[p.severity],
      p.diabetes ? "yes" : "no",
      or("?", random, 0.05, WardPatient.SMOKING[p.smoking]),
      or("", random, p.severity == 3 ? 0.2 : 0.06, tenths(p.bmi)),
      or("", random, 0.02, Long.toString(Math.round(p.systolic))),
      or("", random, 0.02, Long.toString(Math.round(p.heartRate))),
      or("", random, urgent ? 0.06 : 0.3, hundredths(p.creatinine)),
      or("", random, urgent ? 0.12 : 0.6, tenths(p.crp)),
      or("", random, p.diabetes ? 0.25 : 0.85, tenths(p.hba1c)),
      Integer.toString(p.nights),
      WardPatient.DISCHARGES[p.discharge]
    };
  }

  private static String laboratory(int column, WardPatient p, Random random) {
    double weight = (column % 5) / 5.0;
    double value =
        50 + 10 * weight * p.severity + 0.2 * (1 - weight) * p.age + 8 * WardPatient.gauss(random);
    return or("", random, 0.02 * (column % 4), tenths(Math.max(0, value)));
  }

  private static String or(String mark, Random random, double share, String value) {
    return random.nextDouble() < share ? mark : value;
  }

  private static String tenths(double value) {
    long tenths = Math.round(value * 10);
    return tenths / 10 + "." + tenths % 10;
  }

  private static String hundredths(double value) {
    return String.format(Locale.ROOT, "%.2f", Math.round(value * 100) / 100.0);
  }
}
