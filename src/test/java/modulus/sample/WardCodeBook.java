package modulus.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.Schema;

/** The fictional ward's code book: every domain is public, because it was made up here. */
final class WardCodeBook {
  private WardCodeBook() {}

  static Schema schema() {
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(attribute("stay_id", new Domain.Identifier(), null));
    attributes.add(
        attribute(
            "admission_date",
            new Domain.Date(LocalDate.of(2022, 1, 1), LocalDate.of(2023, 12, 31), "yyyy-MM-dd"),
            null));
    attributes.add(attribute("age", new Domain.Numeric(18, 105, 0, "years"), null));
    attributes.add(attribute("sex", oneOf(WardPatient.SEXES), null));
    attributes.add(
        attribute(
            "ward",
            oneOf(
                "cardiology",
                "geriatrics",
                "internal medicine",
                "neurology",
                "pulmonology",
                "surgery"),
            null));
    attributes.add(attribute("admission_type", oneOf(WardPatient.ADMISSIONS), null));
    String[] diagnoses =
        Arrays.stream(WardDiagnosis.values()).map(one -> one.text).sorted().toArray(String[]::new);
    attributes.add(attribute("main_diagnosis", oneOf(diagnoses), null));
    attributes.add(attribute("severity", oneOf(WardPatient.SEVERITIES), null));
    attributes.add(attribute("diabetes", oneOf("no", "yes"), null));
    attributes.add(attribute("smoking", oneOf(WardPatient.SMOKING), "?"));
    attributes.add(attribute("bmi", new Domain.Numeric(10, 70, 1, "kg/m²"), ""));
    attributes.add(attribute("systolic_bp", new Domain.Numeric(40, 260, 0, "mmHg"), ""));
    attributes.add(attribute("heart_rate", new Domain.Numeric(20, 220, 0, "1/min"), ""));
    attributes.add(attribute("creatinine", new Domain.Numeric(0, 15, 2, "mg/dL"), ""));
    attributes.add(attribute("crp", new Domain.Numeric(0, 500, 1, "mg/L"), ""));
    attributes.add(attribute("hba1c", new Domain.Numeric(3, 20, 1, "%"), ""));
    attributes.add(attribute("length_of_stay", new Domain.Numeric(0, 120, 0, "days"), null));
    attributes.add(attribute("discharge", oneOf(WardPatient.DISCHARGES), null));
    return new Schema(attributes);
  }

  /**
   * @param missingMark null where a value is always present
   */
  private static Attribute attribute(String name, Domain domain, String missingMark) {
    return new Attribute(
        name,
        domain,
        missingMark != null,
        missingMark == null ? "" : missingMark,
        DomainOrigin.DECLARED,
        List.of());
  }

  private static Domain oneOf(String... categories) {
    return new Domain.Categorical(List.of(categories), false);
  }
}
