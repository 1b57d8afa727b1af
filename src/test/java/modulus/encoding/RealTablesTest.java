package modulus.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import modulus.schema.Attribute;
import modulus.schema.ClinicalRanges;
import modulus.schema.Domain;
import modulus.schema.Schema;
import modulus.schema.SchemaCheck;
import modulus.schema.SchemaDraft;
import modulus.schema.SchemaJson;
import modulus.table.CsvOptions;
import modulus.table.CsvReader;
import modulus.table.CsvTable;
import modulus.table.CsvWriter;
import modulus.table.ReadListener;
import modulus.table.Table;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Public clinical tables, where they lie beside the project. */
class RealTablesTest {
  @TempDir Path folder;

  private static CsvTable read(String name) throws Exception {
    Path file =
        Stream.of(Path.of("../shared/data"), Path.of("../../shared/data"))
            .map(data -> data.resolve(name + ".csv"))
            .filter(Files::exists)
            .findFirst()
            .orElse(null);
    Assumptions.assumeTrue(file != null, "the public tables are not here");
    return CsvReader.read(file, CsvOptions.DETECT, ReadListener.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "adult",
        "breast_cancer",
        "covid_testing",
        "datasus_deaths_sample",
        "datasus_hospital_sample",
        "diabetes130",
        "diabetic_data",
        "heart_cleveland",
        "kdd99_8col",
        "mimic4demo_admissions",
        "mimic4demo_diagnoses",
        "nhanes",
        "pima_na",
        "support2",
        "surv_colon",
        "surv_mgus2",
        "surv_pbc"
      })
  void is_read_drafted_coded_decoded_and_written_without_a_hand_on_it(String name)
      throws Exception {
    CsvTable read = read(name);
    Schema schema = SchemaDraft.of(read, ClinicalRanges.builtIn());
    SchemaCheck.check(read.table(), schema);
    assertThat(SchemaJson.read(SchemaJson.write(schema))).isEqualTo(schema);

    FineCoding coding = FineCoding.of(schema);
    EncodedTable encoded = coding.encode(read.table());
    Table decoded = coding.decode(encoded.codes(), new Random(1)::nextInt);

    assertThat(coding.encode(decoded).codes().columns())
        .usingElementComparator((a, b) -> java.util.Arrays.compare(a, b))
        .isEqualTo(encoded.codes().columns());
    assertCategoriesAreUnchanged(schema, read.table(), decoded);
    List<String> marks = schema.modelled().stream().map(Attribute::missingMark).toList();
    CsvWriter.write(decoded, marks, folder.resolve("again.csv"));
    CsvTable again =
        CsvReader.read(folder.resolve("again.csv"), CsvOptions.DETECT, ReadListener.NONE);
    assertThat(again.table().rows()).isEqualTo(decoded.rows());
    assertThat(again.table().columns()).hasSameSizeAs(decoded.columns());
  }

  private static void assertCategoriesAreUnchanged(Schema schema, Table table, Table decoded) {
    for (Attribute attribute : schema.modelled()) {
      if (attribute.domain() instanceof Domain.Categorical domain && !domain.other()) {
        var before = table.column(attribute.name()).orElseThrow();
        var after = decoded.column(attribute.name()).orElseThrow();
        boolean same =
            IntStream.range(0, table.rows())
                .allMatch(row -> after.text(row).equals(before.text(row)));
        assertThat(same).as(attribute.name()).isTrue();
      }
    }
  }

  @Test
  void the_raw_diabetes_table_needs_no_editing() throws Exception {
    Schema schema = SchemaDraft.of(read("diabetic_data"), ClinicalRanges.builtIn());

    assertThat(names(schema, Domain.Identifier.class))
        .containsExactly("encounter_id", "patient_nbr");
    assertThat(names(schema, Domain.Excluded.class)).containsExactly("examide", "citoglipton");
    assertThat(names(schema, Domain.Numeric.class))
        .contains("num_lab_procedures", "num_medications", "number_outpatient");
    assertThat(names(schema, Domain.Categorical.class))
        .contains("age", "weight", "admission_type_id", "diag_1", "diag_2", "diag_3");
  }

  @Test
  void stays_and_times_of_the_intensive_care_tables_are_seen_for_what_they_are() throws Exception {
    Schema schema = SchemaDraft.of(read("mimic4demo_diagnoses"), ClinicalRanges.builtIn());

    assertThat(names(schema, Domain.Identifier.class)).containsExactly("subject_id", "hadm_id");
    assertThat(names(schema, Domain.Date.class)).containsExactly("admittime", "dischtime");
    assertThat(names(schema, Domain.Categorical.class)).contains("icd_code", "icd_version");
  }

  private static List<String> names(Schema schema, Class<? extends Domain> kind) {
    return schema.attributes().stream()
        .filter(attribute -> kind.isInstance(attribute.domain()))
        .map(Attribute::name)
        .toList();
  }
}
