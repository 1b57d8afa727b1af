package modulus.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import modulus.table.CategoryColumn;
import modulus.table.Column;
import modulus.table.NumberColumn;
import modulus.table.ReadListener;
import modulus.table.Table;
import org.junit.jupiter.api.Test;

class SchemaDraftTest {
  private static final int ROWS = 4000;

  private static Attribute draft(Column column) {
    return SchemaDraft.of(new Table(List.of(column)), ClinicalRanges.builtIn()).attributes().get(0);
  }

  private static NumberColumn numbers(String name, int decimals, IntToDoubleFunction value) {
    double[] values = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      values[row] = value.applyAsDouble(row);
    }
    return new NumberColumn(name, values, new BitSet(), decimals);
  }

  private static CategoryColumn texts(String name, IntFunction<String> value) {
    List<String> dictionary = new ArrayList<>();
    int[] codes = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      String text = value.apply(row);
      if (text == null) {
        codes[row] = CategoryColumn.MISSING;
        continue;
      }
      int known = dictionary.indexOf(text);
      codes[row] = known < 0 ? dictionary.size() : known;
      if (known < 0) {
        dictionary.add(text);
      }
    }
    return new CategoryColumn(name, dictionary, codes);
  }

  @Test
  void a_draft_is_told_of_column_by_column_and_ends_when_asked() {
    List<Column> columns =
        List.of(numbers("a", 0, row -> row), numbers("b", 0, row -> row % 9), texts("c", r -> "x"));
    List<Double> heard = new ArrayList<>();
    ReadListener twice =
        new ReadListener() {
          @Override
          public void progress(double done) {
            heard.add(done);
          }

          @Override
          public boolean cancelled() {
            return heard.size() == 2;
          }
        };
    assertThatThrownBy(
            () ->
                SchemaDraft.of(
                    new Table(columns), List.of("", "", ""), ClinicalRanges.builtIn(), twice))
        .isInstanceOf(CancellationException.class);
    assertThat(heard).containsExactly(0.0, 1 / 3.0);
  }

  @Test
  void few_distinct_integers_are_codes_in_the_order_of_their_size() {
    Attribute drafted = draft(numbers("triage", 0, row -> (row * 7) % 12));
    assertThat(drafted.domain())
        .isEqualTo(
            new Domain.Categorical(
                List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"), false));
    assertThat(drafted.origin()).isEqualTo(DomainOrigin.READ_FROM_DATA);
  }

  /** 0.1 steps through a half-precision float, as in support2: 0.89990234 where 0.9 was meant. */
  @Test
  void digits_that_a_float_left_behind_are_not_precision() {
    Attribute drafted = draft(numbers("level", 8, row -> halfPrecision((3 + row % 120) / 10.0)));
    assertThat(drafted.domain()).isEqualTo(new Domain.Numeric(0, 13, 1, ""));
    assertThat(drafted.warnings()).containsExactly(SchemaWarning.ROUNDING_NOISE);
  }

  @Test
  void numbers_that_lie_between_shorter_ones_keep_their_digits() {
    Attribute drafted = draft(numbers("level", 8, row -> 0.3 + row * 0.00271828));
    assertThat(((Domain.Numeric) drafted.domain()).decimals()).isEqualTo(8);
    assertThat(drafted.warnings()).isEmpty();
  }

  /** The nearest float of 11 significant bits, to eight decimals. */
  private static double halfPrecision(double value) {
    double unit = Math.scalb(1.0, Math.getExponent(value) - 10);
    return Math.rint(Math.rint(value / unit) * unit * 1e8) / 1e8;
  }

  @Test
  void numbers_get_a_range_rounded_outward_to_numbers_a_person_would_write() {
    assertThat(draft(numbers("score", 1, row -> 3.1 + (row % 941) / 10.0)).domain())
        .isEqualTo(new Domain.Numeric(0, 100, 1, ""));
    assertThat(draft(numbers("balance", 0, row -> -513 + row % 1000)).domain())
        .isEqualTo(new Domain.Numeric(-550, 500, 0, ""));
    assertThat(draft(numbers("share", 4, row -> 0.6001 + (row % 300) / 10_000.0)).domain())
        .isEqualTo(new Domain.Numeric(0.6, 0.63, 4, ""));
  }

  @Test
  void a_clinical_name_of_one_range_gets_it_and_only_that_counts_as_declared() {
    Attribute drafted = draft(numbers("BMI", 1, row -> 18 + (row % 200) / 10.0));

    assertThat(drafted.domain()).isEqualTo(new Domain.Numeric(5, 120, 1, "kg/m²"));
    assertThat(drafted.origin()).isEqualTo(DomainOrigin.DECLARED);
    assertThat(drafted.formOrigin()).isEqualTo(DomainOrigin.READ_FROM_DATA);
    assertThat(drafted.covered()).isFalse();
    assertThat(drafted.declared().covered()).isTrue();
  }

  @Test
  void the_unit_is_the_one_whose_range_holds_the_values() {
    assertThat(draft(numbers("body_temperature", 1, row -> 36 + (row % 40) / 10.0)).domain())
        .isEqualTo(new Domain.Numeric(25, 45, 1, "°C"));
    assertThat(draft(numbers("body_temperature", 1, row -> 97 + (row % 60) / 10.0)).domain())
        .isEqualTo(new Domain.Numeric(77, 113, 1, "°F"));
  }

  /** Which of two units a table has is told by its patients, and one of them can decide it. */
  @Test
  void a_range_that_the_values_chose_among_several_of_one_name_is_read_from_the_data() {
    for (String name : List.of("creatinine", "hba1c", "height", "temp", "peso")) {
      Attribute drafted = draft(numbers(name, 1, row -> 30 + (row % 90) / 10.0));
      assertThat(drafted.domain()).as(name).isInstanceOf(Domain.Numeric.class);
      assertThat(drafted.origin()).as(name).isEqualTo(DomainOrigin.READ_FROM_DATA);
    }
    Attribute named = draft(numbers("temp_c", 1, row -> 36 + (row % 40) / 10.0));
    assertThat(named.domain()).isEqualTo(new Domain.Numeric(25, 45, 1, "°C"));
    assertThat(named.origin()).as("its unit is in its name").isEqualTo(DomainOrigin.DECLARED);
  }

  @Test
  void no_range_counts_as_declared_that_other_values_under_the_same_name_would_change() {
    Map<String, Set<Domain>> declared = new HashMap<>();
    for (ClinicalRange range : ClinicalRanges.builtIn().ranges()) {
      double step = (range.high() - range.low()) / ROWS;
      for (String name : range.names()) {
        Attribute drafted = draft(numbers(name, 3, row -> range.low() + (row + 0.5) * step));
        if (drafted.origin() == DomainOrigin.DECLARED) {
          declared.computeIfAbsent(name, fresh -> new HashSet<>()).add(drafted.domain());
        }
      }
    }
    assertThat(declared).containsKeys("age", "bmi", "sodium").doesNotContainKeys("hdl", "albumin");
    assertThat(declared.values()).allSatisfy(ranges -> assertThat(ranges).hasSize(1));
  }

  @Test
  void ranges_that_the_values_chose_are_to_be_confirmed_or_estimated_as_any_that_was_read() {
    Column chosen = numbers("creatinine", 1, row -> row % 90 / 10.0);
    Column known = numbers("bmi", 1, row -> 18 + (row % 200) / 10.0);
    Schema draft = SchemaDraft.of(new Table(List.of(chosen, known)), ClinicalRanges.builtIn());
    assertThat(Confirmation.of(draft).stream().map(Confirmation::reason))
        .containsExactly(
            "Its range was read from the data; replace it by the range that is possible.",
            "Its range is public; that it is the right one, its precision and whether it may be"
                + " missing were read from the data.");
    assertThat(draft.withPrivateDomains().attributes().stream().map(Attribute::estimatedPrivately))
        .containsExactly(true, false);
  }

  @Test
  void a_clinical_name_over_values_that_make_no_sense_for_it_is_no_match() {
    Attribute brackets =
        draft(texts("age", row -> "[" + row % 10 * 10 + "-" + (row % 10 + 1) * 10 + ")"));
    assertThat(brackets.domain()).isInstanceOf(Domain.Categorical.class);
    Attribute coded = draft(numbers("glucose", 0, row -> row % 3));
    assertThat(coded.domain()).isInstanceOf(Domain.Categorical.class);
    Attribute days = draft(numbers("age", 0, row -> row * 9));
    assertThat(days.origin()).isEqualTo(DomainOrigin.READ_FROM_DATA);
  }

  @Test
  void numbers_and_names_of_people_and_stays_are_identifiers() {
    for (Column column :
        List.of(
            numbers("encounter_id", 0, row -> 1e6 + row * 13),
            numbers("patient_nbr", 0, row -> row * 2 / 3 * 17),
            numbers("subject_id", 0, row -> 10_000 + row % 100),
            numbers("row", 0, row -> row + 1),
            texts("mrn", row -> "A" + row % 300),
            texts("fake_last_name", row -> "name" + row % 50),
            texts("barcode", row -> "X" + row))) {
      Attribute drafted = draft(column);
      assertThat(drafted.domain()).as(column.name()).isEqualTo(new Domain.Identifier());
      assertThat(drafted.warnings()).startsWith(SchemaWarning.LOOKS_LIKE_IDENTIFIER);
    }
  }

  @Test
  void kinds_of_things_are_not_identifiers() {
    assertThat(draft(numbers("discharge_disposition_id", 0, row -> row % 26)).domain())
        .isInstanceOf(Domain.Categorical.class);
    assertThat(draft(numbers("number_outpatient", 0, row -> row % 39)).domain())
        .isInstanceOf(Domain.Numeric.class);
    assertThat(draft(numbers("fnlwgt", 0, row -> 12_285 + row * 371.0)).domain())
        .isInstanceOf(Domain.Numeric.class);
  }

  @Test
  void dates_are_found_in_the_pattern_that_spells_them_exactly() {
    Attribute american =
        draft(
            texts(
                "admittime",
                row -> (row % 12 + 1) + "/" + (row % 28 + 1) + "/20 " + row % 24 + ":05"));
    assertThat(((Domain.Date) american.domain()).pattern()).isEqualTo("M/d/uu H:mm");
    assertThat(((Domain.Date) american.domain()).low()).hasToString("2020-01-01");
    assertThat(((Domain.Date) american.domain()).high()).hasToString("2020-12-31");
    Attribute german =
        draft(
            texts("aufnahme", row -> String.format("%02d.%02d.2021", row % 28 + 1, row % 12 + 1)));
    assertThat(((Domain.Date) german.domain()).pattern()).isEqualTo("dd.MM.uuuu");
  }

  @Test
  void dates_stored_as_numbers_are_dates_with_a_warning() {
    Attribute number = draft(numbers("visit", 0, row -> 20_240_301 + row % 28));
    assertThat(((Domain.Date) number.domain()).pattern()).isEqualTo("uuuuMMdd");
    assertThat(number.warnings()).containsExactly(SchemaWarning.DATE_STORED_AS_NUMBER);
    Attribute text =
        draft(texts("DTNASC", row -> String.format("%02d%02d1950", row % 28 + 1, row % 12 + 1)));
    assertThat(((Domain.Date) text.domain()).pattern()).isEqualTo("ddMMuuuu");
    assertThat(text.warnings()).containsExactly(SchemaWarning.DATE_STORED_AS_NUMBER);
  }

  @Test
  void codes_with_leading_zeros_stay_codes_with_a_warning() {
    Attribute drafted = draft(texts("icd9", row -> String.format("%03d", row % 40)));
    assertThat(drafted.domain()).isInstanceOf(Domain.Categorical.class);
    assertThat(drafted.warnings()).containsExactly(SchemaWarning.LEADING_ZEROS);
  }

  @Test
  void free_text_and_constants_are_left_out() {
    Attribute notes =
        draft(texts("notes", row -> "patient number " + row + " was seen on the ward today"));
    assertThat(notes.domain()).isEqualTo(new Domain.Excluded());
    assertThat(notes.warnings()).containsExactly(SchemaWarning.FREE_TEXT);
    Attribute constant = draft(texts("examide", row -> "No"));
    assertThat(constant.domain()).isEqualTo(new Domain.Excluded());
    assertThat(constant.warnings()).containsExactly(SchemaWarning.CONSTANT);
    assertThat(draft(texts("empty", row -> null)).domain()).isEqualTo(new Domain.Excluded());
  }

  @Test
  void of_too_many_categories_the_most_frequent_are_kept_and_the_rest_is_other() {
    // values 0 … 499 occur three times and more, the later ones once; "other" itself is no category
    Attribute drafted =
        draft(
            texts(
                "procedure",
                row -> row < 1500 ? "p" + row % 500 : row < 1600 ? "other" : "q" + row % 1300));
    Domain.Categorical domain = (Domain.Categorical) drafted.domain();
    assertThat(domain.other()).isTrue();
    assertThat(domain.categories()).hasSize(1000).contains("p0", "p499").doesNotContain("other");
    assertThat(drafted.warnings()).containsExactly(SchemaWarning.HIGH_CARDINALITY);
  }

  @Test
  void missing_is_allowed_where_it_occurs() {
    assertThat(draft(texts("smoking", row -> row % 9 == 0 ? null : "s" + row % 3)).missingAllowed())
        .isTrue();
    assertThat(draft(texts("sex", row -> "s" + row % 2)).missingAllowed()).isFalse();
  }

  @Test
  void everything_taken_from_the_data_is_to_be_confirmed() {
    Schema schema =
        SchemaDraft.of(
            new Table(
                List.of(
                    numbers("age", 0, row -> 20 + row % 60),
                    texts("sex", row -> "s" + row % 2),
                    numbers("encounter_id", 0, row -> row * 3))),
            ClinicalRanges.builtIn());

    assertThat(schema.domainsCovered()).isFalse();
    assertThat(Confirmation.of(schema))
        .extracting(Confirmation::attribute)
        .containsExactly("age", "sex", "encounter_id");
    assertThat(schema.declared().domainsCovered()).isTrue();
  }

  private static Schema drafted(Column... columns) {
    return SchemaDraft.of(new Table(List.of(columns)), ClinicalRanges.builtIn());
  }

  private static List<String> asked(Column... columns) {
    Schema schema = drafted(columns);
    return schema.patientQuestion(schema).stream().toList();
  }

  @Test
  void an_identifier_that_repeats_raises_the_question_whether_it_names_the_patient() {
    Column age = numbers("age", 0, row -> 20 + row % 60);
    for (String name : List.of("subject_id", "patient_id", "mrn", "pid", "Patientennummer")) {
      assertThat(asked(age, numbers(name, 0, row -> 10_000 + row / 40)))
          .as(name)
          .containsExactly(name);
    }
    assertThat(asked(age, texts("PatientID", row -> "P" + 1000 + row / 40)))
        .containsExactly("PatientID");
    assertThat(asked(age, numbers("hadm_id", 0, row -> 10_000 + row / 40)))
        .as("rows of one stay are of one patient")
        .containsExactly("hadm_id");
    assertThat(asked(age, numbers("n_aih", 0, row -> 1_216_100_000_000.0 + 77 * (row / 40 * 40))))
        .as("too few numbers to be told from codes by their kind")
        .isEmpty();
    assertThat(asked(age, numbers("n_aih", 0, row -> 1_216_100_000_000.0 + 77 * Math.max(9, row))))
        .as("nearly all different and long: an identifier by its kind")
        .containsExactly("n_aih");
  }

  @Test
  void what_does_not_repeat_or_is_of_many_patients_raises_no_question() {
    assertThat(asked(numbers("patient_id", 0, row -> 10_000 + row))).isEmpty();
    assertThat(
            asked(
                numbers("age", 0, row -> 20 + row % 60),
                texts("sex", row -> "s" + row % 2),
                texts("ward_id", row -> "w" + row % 8),
                texts("icd_code", row -> "I" + row % 90),
                numbers("zip", 0, row -> 10_115 + row % 400),
                numbers("provider_id", 0, row -> 1_000 + row % 40),
                texts("cause", row -> "*I" + row / 2 + "/*J" + row)))
        .isEmpty();
  }

  @Test
  void of_several_identifiers_the_one_named_after_the_patient_is_asked_of() {
    Column stay = numbers("hadm_id", 0, row -> 50_000 + row / 10);
    Column who = numbers("subject_id", 0, row -> 10_000 + row / 40);
    assertThat(asked(stay, who)).containsExactly("subject_id");
  }

  @Test
  void the_question_is_answered_by_a_patient_column_or_by_the_word_that_rows_are_patients() {
    Schema schema =
        drafted(
            numbers("age", 0, row -> 20 + row % 60),
            numbers("subject_id", 0, row -> 10_000 + row / 40));
    Schema elsewhere =
        schema.withAttributes(
            schema.attributes().stream()
                .map(
                    each ->
                        new Attribute(
                            each.name(), each.domain(), false, "", each.origin(), List.of()))
                .toList());
    assertThat(schema.declared().patientQuestion(schema)).as("not by confirming all").isPresent();
    assertThat(elsewhere.patientQuestion(schema)).as("a schema written elsewhere").isPresent();
    assertThat(Confirmation.of(schema))
        .anyMatch(each -> each.reason().contains("Does it name the patient?"));

    Schema named = schema.withPatient(new PatientColumn("subject_id", 1));
    Schema rows = schema.withEachRowAPatient(true);
    for (Schema answered : List.of(named, rows, rows.declared())) {
      assertThat(answered.patientQuestion(schema)).isEmpty();
      assertThat(Confirmation.of(answered))
          .noneMatch(each -> each.reason().contains("Does it name the patient?"));
    }
    assertThat(rows.withPatient(new PatientColumn("subject_id", 1)).eachRowAPatient()).isFalse();
    assertThat(named.withoutPatient().patientQuestion(schema)).as("asked again").isPresent();
  }

  @Test
  void a_long_number_that_hardly_ever_repeats_looks_like_an_identifier() {
    Attribute admission = draft(numbers("N_AIH", 0, row -> 1_216_100_000_000.0 + 977 * row));
    assertThat(admission.domain()).isEqualTo(new Domain.Identifier());
    assertThat(admission.warnings()).containsExactly(SchemaWarning.LOOKS_LIKE_IDENTIFIER);
    assertThat(draft(numbers("platelets", 0, row -> 90_000 + 77 * row)).domain())
        .isInstanceOf(Domain.Numeric.class);
    assertThat(draft(numbers("copies", 0, row -> 977.0 * row * row)).domain())
        .as("also small numbers: a measurement")
        .isInstanceOf(Domain.Numeric.class);
    assertThat(draft(numbers("CEP", 0, row -> 69_650_000 + 1_000 * (row % 300))).domain())
        .as("a postcode")
        .isInstanceOf(Domain.Categorical.class);
  }

  /** Codes of a thousand kinds and more, and numbers of patients that repeat. */
  @Test
  void a_draft_is_given_up_amid_a_column_of_many_different_words() {
    Table wide =
        new Table(
            List.of(
                texts("note", row -> "word " + row % 2_500),
                texts("patient_id", row -> "P" + (10_000 + row / 2))));
    AtomicInteger looks = new AtomicInteger();
    ReadListener counting = stoppingAt(looks, Integer.MAX_VALUE);
    Schema draft = SchemaDraft.of(wide, List.of("", ""), ClinicalRanges.builtIn(), counting);
    assertThat(draft.attributes().get(0).warnings()).contains(SchemaWarning.HIGH_CARDINALITY);
    int whole = looks.get();
    assertThat(whole).as("more than at the columns and their dates").isGreaterThan(8);
    for (int at = 1; at <= whole; at++) {
      looks.set(0);
      ReadListener stopping = stoppingAt(looks, at);
      assertThatThrownBy(
              () -> SchemaDraft.of(wide, List.of("", ""), ClinicalRanges.builtIn(), stopping))
          .isInstanceOf(CancellationException.class);
      assertThat(looks).hasValue(at);
    }
  }

  private static ReadListener stoppingAt(AtomicInteger looks, int last) {
    return new ReadListener() {
      @Override
      public void progress(double done) {}

      @Override
      public boolean cancelled() {
        return looks.incrementAndGet() >= last;
      }
    };
  }
}
