package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.Schema;
import modulus.table.CategoryColumn;
import modulus.table.Table;
import org.junit.jupiter.api.Test;

/** What is told before a release, held against a run of the product on the fictional ward. */
class ReleaseOutlookTest {
  private static final int PATIENTS = 2000;

  private static Map<String, Integer> counts(Table table, String column) {
    CategoryColumn categories = (CategoryColumn) table.column(column).orElseThrow();
    Map<String, Integer> counts = new HashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      if (!categories.isMissing(row)) {
        counts.merge(categories.dictionary().get(categories.code(row)), 1, Integer::sum);
      }
    }
    return counts;
  }

  /**
   * Each category's error, in units of the chance of the draw, has mean square 1 where the model
   * hits the marginals. A figure told half as large would have 4; the bound leaves room for what
   * the model misses and for chance: some twenty categories, most of them independent.
   */
  @Test
  void counts_of_a_release_stray_from_the_table_s_as_the_draw_alone_would_have_it() {
    Table table = WardTable.first(PATIENTS);
    Schema schema = WardTable.schema();
    double lipschitz = 2 / Math.sqrt(schema.modelled().size());
    SynthesisSettings settings =
        SynthesisSettings.defaults()
            .withScope(Scope.RELEASE_ONLY)
            .withLipschitz(OptionalDouble.of(lipschitz))
            .withEpsilon(OptionalDouble.empty());
    Table released =
        new SynthesisRun(table, schema, settings).run(RunListener.silent()).synthetic();
    double unit = ReleaseOutlook.count(PATIENTS, released.rows()).largest() / ReadOuts.NORMAL_95;
    int example = ReadOut.exampleCategory(PATIENTS);
    List<Double> squares = new ArrayList<>();
    for (Attribute attribute : schema.modelled()) {
      if (attribute.domain() instanceof Domain.Categorical
          && table.column(attribute.name()).orElseThrow() instanceof CategoryColumn) {
        Map<String, Integer> drawn = counts(released, attribute.name());
        counts(table, attribute.name())
            .forEach(
                (category, count) -> {
                  if (count >= ReleaseSynthesis.SMALLEST_GROUP && count < PATIENTS) {
                    double scaled =
                        drawn.getOrDefault(category, 0) * (double) PATIENTS / released.rows();
                    // the told figure is that of the example; others go by t·(n₀ − t)
                    double scale =
                        (double) count * (PATIENTS - count) / example / (PATIENTS - example);
                    squares.add(Math.pow((scaled - count) / unit, 2) / scale);
                  }
                });
      }
    }
    assertThat(squares).hasSizeGreaterThan(10);
    assertThat(squares.stream().mapToDouble(each -> each).average().orElseThrow())
        .isBetween(0.2, 3.0);
  }
}
