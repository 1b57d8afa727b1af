package modulus.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/** A small fictional ward as a CSV file: age, sex, diagnosis and stay depend on each other. */
final class WardFile {
  private static final String[] DIAGNOSES = {"I50", "J18", "K35", "S72"};

  private WardFile() {}

  static Path write(Path folder, int rows) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    StringBuilder text = new StringBuilder("age,sex,diagnosis,stay_days,creatinine\n");
    for (int row = 0; row < rows; row++) {
      int diagnosis = random.nextInt(DIAGNOSES.length);
      int age = Math.min(99, 20 + 15 * diagnosis + random.nextInt(35));
      String creatinine =
          random.nextInt(10) == 0
              ? ""
              : String.format(Locale.ROOT, "%.1f", 0.6 + random.nextDouble() * age / 60);
      text.append(age)
          .append(',')
          .append(random.nextBoolean() ? 'f' : 'm')
          .append(',')
          .append(DIAGNOSES[diagnosis])
          .append(',')
          .append(1 + random.nextInt(4 + 3 * diagnosis))
          .append(',')
          .append(creatinine)
          .append('\n');
    }
    return Files.writeString(folder.resolve("ward.csv"), text);
  }
}
