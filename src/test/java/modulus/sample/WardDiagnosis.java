package modulus.sample;

import java.util.Random;

/** The main diagnoses of the invented ward and what each brings with it. */
enum WardDiagnosis {
  HEART_FAILURE("heart failure", "cardiology", 1.4, 0.05, 6, 2.0, 2.0, 0.08),
  MYOCARDIAL_INFARCTION("myocardial infarction", "cardiology", 1.6, 0.03, 8, 2.2, 1.8, 0.2),
  ATRIAL_FIBRILLATION("atrial fibrillation", "cardiology", 0.7, 0.35, 28, 1.5, 1.2, 0.01),
  PNEUMONIA("pneumonia", "pulmonology", 1.4, 0.01, 12, 4.4, 2.0, 0.04),
  COPD("copd exacerbation", "pulmonology", 1.3, 0.04, 9, 3.1, 1.9, 0.05),
  STROKE("ischaemic stroke", "neurology", 1.7, 0.02, 2, 2.0, 2.2, 0.38),
  HIP_FRACTURE("hip fracture", "surgery", 1.2, 0.01, 4, 3.4, 2.3, 0.45),
  CHOLECYSTITIS("cholecystitis", "surgery", 0.9, 0.3, 6, 4.0, 1.5, 0.0),
  HERNIA("inguinal hernia", "surgery", 0.1, 0.9, 0, 1.0, 0.6, 0.0),
  TYPE_2_DIABETES("type 2 diabetes", "internal medicine", 0.7, 0.3, 2, 1.6, 1.8, 0.01),
  URINARY_INFECTION("urinary tract infection", "internal medicine", 0.9, 0.02, 8, 4.1, 1.6, 0.03),
  /** The rare one: about three in a thousand. */
  AMYLOIDOSIS("systemic amyloidosis", "internal medicine", 1.9, 0.3, 8, 1.9, 2.4, 0.1);

  final String text;
  final String ward;

  /** Mean severity, 0 … 3, at 65 years. */
  final double gravity;

  /** Share of planned admissions. */
  final double elective;

  /** Beats per minute above the mean. */
  final double pulse;

  /** Mean of the logarithm of C-reactive protein. */
  final double inflammation;

  /** Mean of the logarithm of the nights. */
  final double stay;

  /** Share that goes on to rehabilitation. */
  final double rehabilitation;

  WardDiagnosis(
      String text,
      String ward,
      double gravity,
      double elective,
      double pulse,
      double inflammation,
      double stay,
      double rehabilitation) {
    this.text = text;
    this.ward = ward;
    this.gravity = gravity;
    this.elective = elective;
    this.pulse = pulse;
    this.inflammation = inflammation;
    this.stay = stay;
    this.rehabilitation = rehabilitation;
  }

  static WardDiagnosis draw(Random random, int age, boolean female, boolean smoked, double winter) {
    WardDiagnosis[] all = values();
    double[] weights = new double[all.length];
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = all[i].weight(age, female, smoked, winter);
      total += weights[i];
    }
    double drawn = random.nextDouble() * total;
    for (int i = 0; i < weights.length - 1; i++) {
      drawn -= weights[i];
      if (drawn < 0) {
        return all[i];
      }
    }
    return all[weights.length - 1];
  }

  /** Relative frequency in patients of this kind. */
  private double weight(int age, boolean female, boolean smoked, double winter) {
    double old = WardPatient.logistic((age - 68) / 8.0);
    return switch (this) {
      case HEART_FAILURE -> 0.02 + 0.22 * old;
      case MYOCARDIAL_INFARCTION ->
          (0.02 + 0.1 * old) * (female ? 0.7 : 1.3) * (smoked ? 1.5 : 0.7);
      case ATRIAL_FIBRILLATION -> 0.02 + 0.11 * old;
      case PNEUMONIA -> (0.06 + 0.09 * old) * (1 + 0.45 * winter);
      case COPD -> (0.02 + 0.09 * old) * (smoked ? 2.2 : 0.15) * (1 + 0.3 * winter);
      case STROKE -> 0.02 + 0.12 * old;
      case HIP_FRACTURE -> (0.005 + 0.11 * old) * (female ? 1.5 : 0.6);
      case CHOLECYSTITIS -> 0.09 * (female ? 1.3 : 0.8);
      case HERNIA -> 0.1 * (female ? 0.2 : 1.7);
      case TYPE_2_DIABETES -> 0.05 + 0.03 * old;
      case URINARY_INFECTION -> (0.03 + 0.06 * old) * (female ? 1.6 : 0.6);
      case AMYLOIDOSIS -> 0.0008 + 0.0035 * old;
    };
  }
}
