package modulus.sample;

import java.time.LocalDate;
import java.util.Random;

/**
 * One invented stay on a hospital ward. The dependencies are what a clinician would expect: age
 * drives the diagnosis, the diagnosis the ward, the severity and the laboratory, and all of them
 * the length of stay and how it ended. No real patient stands behind any number.
 */
final class WardPatient {
  static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 1);
  static final int DAYS = 730;

  static final String[] SEXES = {"female", "male"};
  static final String[] ADMISSIONS = {"elective", "emergency", "transfer"};
  static final String[] SEVERITIES = {"1 mild", "2 moderate", "3 severe", "4 critical"};
  static final String[] SMOKING = {"current", "former", "never"};
  static final String[] DISCHARGES = {"died", "home", "rehabilitation", "transfer"};

  final LocalDate admitted;
  final int age;
  final boolean female;
  final WardDiagnosis diagnosis;
  final boolean diabetes;
  final int smoking;
  final int admission;
  final int severity;
  final double bmi;
  final double systolic;
  final double heartRate;
  final double creatinine;
  final double crp;
  final double hba1c;
  final int nights;
  final int discharge;

  WardPatient(Random random) {
    int day = random.nextInt(DAYS);
    admitted = FIRST_DAY.plusDays(day);
    // 1 in mid-January, −1 in mid-July
    double winter = StrictMath.cos(2 * Math.PI * (day - 15) / 365.0);
    female = random.nextDouble() < 0.51;
    double years = random.nextDouble() < 0.18 ? 38 + 12 * gauss(random) : 70 + 13 * gauss(random);
    age = (int) Math.round(clamp(years, 18, 101));
    smoking = pick(random, age > 80 ? 0.06 : 0.22, female ? 0.18 : 0.34);
    diagnosis = WardDiagnosis.draw(random, age, female, smoking != 2, winter);
    double heavy = diagnosis == WardDiagnosis.TYPE_2_DIABETES ? 5 : 0;
    bmi = clamp(26.5 + heavy - 0.04 * (age - 60) + 4.6 * gauss(random), 13, 62);
    double diabetic = logistic(-3.1 + 0.022 * (age - 50) + 0.11 * (bmi - 26));
    diabetes = diagnosis == WardDiagnosis.TYPE_2_DIABETES || random.nextDouble() < diabetic;
    admission =
        pick(random, diagnosis.elective, diagnosis.elective + 0.86 * (1 - diagnosis.elective));
    double burden = diagnosis.gravity + 0.018 * (age - 65) + 0.5 * (admission - 0.7);
    severity = (int) Math.round(clamp(burden + 0.75 * gauss(random), 0, 3));
    systolic =
        clamp(
            118 + 0.35 * (age - 50) + 0.5 * (bmi - 26) - 9 * severity + 17 * gauss(random),
            60,
            240);
    heartRate = clamp(74 + 7 * severity + diagnosis.pulse + 12 * gauss(random), 32, 190);
    double kidney = -0.22 + 0.009 * (age - 60) + 0.14 * severity + (diabetes ? 0.16 : 0);
    creatinine = clamp(StrictMath.exp(kidney - (female ? 0.2 : 0) + 0.33 * gauss(random)), 0.3, 14);
    crp =
        clamp(
            StrictMath.exp(diagnosis.inflammation + 0.45 * severity + 0.9 * gauss(random)),
            0.3,
            480);
    hba1c = clamp(diabetes ? 7.4 + 1.25 * gauss(random) : 5.5 + 0.35 * gauss(random), 4, 16);
    double stay = diagnosis.stay + 0.28 * severity + 0.004 * (age - 60) + 0.5 * gauss(random);
    nights = (int) clamp(Math.rint(StrictMath.exp(stay)), 0, 120);
    discharge = discharge(random);
  }

  private int discharge(Random random) {
    double dies = logistic(-7.2 + 1.35 * severity + 0.045 * (age - 65));
    double rehabilitates = diagnosis.rehabilitation + 0.05 * severity + 0.004 * (age - 60);
    double moved = 0.03 + 0.02 * severity;
    double drawn = random.nextDouble();
    if (drawn < dies) {
      return 0;
    }
    if (drawn < dies + Math.max(0, rehabilitates)) {
      return 2;
    }
    return drawn < dies + Math.max(0, rehabilitates) + moved ? 3 : 1;
  }

  /** 0 below {@code first}, 1 below {@code second}, else 2. */
  private static int pick(Random random, double first, double second) {
    double drawn = random.nextDouble();
    return drawn < first ? 0 : drawn < Math.max(first, second) ? 1 : 2;
  }

  static double gauss(Random random) {
    return random.nextGaussian();
  }

  static double clamp(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }

  static double logistic(double score) {
    return 1 / (1 + StrictMath.exp(-score));
  }
}
