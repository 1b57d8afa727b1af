package modulus.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;
import modulus.evaluation.ShuffledTable;
import modulus.evaluation.learning.Learner;
import modulus.evaluation.learning.LearningOptions;
import modulus.schema.ClinicalRanges;
import modulus.schema.Schema;
import modulus.schema.SchemaDraft;
import modulus.table.CsvTable;
import modulus.table.Table;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final LearningOptions QUICK =
      LearningOptions.DEFAULT.withLearners(Set.of(Learner.LOGISTIC_REGRESSION));

  private static JsonNode json(Optional<String> target, Optional<Table> test) throws Exception {
    CsvTable real = ShuffledTable.resource("ward-real.csv");
    Schema schema = SchemaDraft.of(real, ClinicalRanges.builtIn());
    Table synthetic = ShuffledTable.resource("ward-shuffled.csv").table();
    Evaluation evaluation =
        Evaluation.of(real.table(), synthetic, schema, target, test, QUICK, () -> false);
    return new ObjectMapper().readTree(EvaluationJson.write(evaluation));
  }

  @Test
  void the_figures_bear_the_judges_names_and_the_notice_stands_first() throws Exception {
    JsonNode json = json(Optional.empty(), Optional.empty());

    assertThat(json.fieldNames().next()).isEqualTo("notice");
    assertThat(json.get("notice").asText()).contains("do not release");
    assertThat(json.get("tvd1").asText()).startsWith("0.0691");
    assertThat(json.get("tvd2").asText()).startsWith("0.2836");
    assertThat(json.get("tvd1_worst").asText()).isEqualTo("length_of_stay");
    assertThat(json.get("real_rows").asInt()).isEqualTo(500);
    assertThat(json.get("attributes")).hasSize(16);
    assertThat(json.has("tvd1_floor")).isFalse();
    assertThat(json.has("target")).isFalse();
  }

  @Test
  void a_hold_out_gives_the_floor_and_the_place_to_test() throws Exception {
    Table test = ShuffledTable.resource("ward-real.csv").table();

    JsonNode json = json(Optional.of("diabetes"), Optional.of(test));

    assertThat(json.get("tvd1_floor").asDouble()).isZero();
    assertThat(json.get("exact_copy_test").asDouble()).isEqualTo(1);
    assertThat(json.get("hold_out").asText()).isEqualTo("separate table");
    assertThat(json.get("tested_rows").asInt()).isEqualTo(500);
    assertThat(json.get("trtr_lr_auc").asDouble())
        .isGreaterThan(json.get("tstr_lr_auc").asDouble());
  }

  @Test
  void without_a_hold_out_a_fifth_of_the_real_table_is_tested_and_it_says_so() throws Exception {
    JsonNode json = json(Optional.of("diabetes"), Optional.empty());

    assertThat(json.get("hold_out").asText()).contains("which the generator has seen");
    assertThat(json.get("tested_rows").asInt()).isEqualTo(100);
    assertThat(json.has("tvd1_floor")).isFalse();
  }
}
