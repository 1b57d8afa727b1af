package modulus.evaluation.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;
import modulus.evaluation.ShuffledTable;
import modulus.schema.ClinicalRanges;
import modulus.schema.Schema;
import modulus.schema.SchemaDraft;
import modulus.table.CsvTable;
import modulus.table.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosestRecordsTest {
  private CsvTable real;
  private Table keptBack;
  private Table shuffled;
  private Schema schema;

  @BeforeEach
  void read() throws Exception {
    real = ShuffledTable.resource("ward-real.csv");
    keptBack = ShuffledTable.resource("ward-kept-back.csv").table();
    shuffled = ShuffledTable.resource("ward-shuffled.csv").table();
    schema = SchemaDraft.of(real, ClinicalRanges.builtIn());
  }

  private ClosestRecords closest(Table synthetic) throws Exception {
    return ClosestRecords.of(
        real.table(), keptBack, synthetic, schema, ClosestRecords.ROWS, 1, () -> false);
  }

  /**
   * bench/evaluate.py of the shared folder, all rows compared (it computes in single precision).
   */
  @Test
  void agrees_with_the_judge() throws Exception {
    ClosestRecords found = closest(shuffled);

    assertThat(found.compared()).isEqualTo(250);
    assertThat(found.closerShare()).isCloseTo(0.54, within(1e-9));
    assertThat(found.closerExpected()).isEqualTo(0.5);
    assertThat(found.median()).isCloseTo(0.20613158, within(1e-6));
    assertThat(found.realMedian()).isCloseTo(0.11919156, within(1e-6));
    assertThat(found.nearShare()).isZero();
  }

  @Test
  void copies_are_found_out() throws Exception {
    ClosestRecords found = closest(real.table());

    assertThat(found.closerShare()).isEqualTo(1);
    assertThat(found.median()).isZero();
    assertThat(found.nearShare()).isEqualTo(1);
  }

  @Test
  void new_patients_are_as_near_as_new_patients_are() throws Exception {
    ClosestRecords found = closest(keptBack);

    assertThat(found.median()).isEqualTo(found.realMedian());
    assertThat(found.nearShare()).isCloseTo(0.05, within(0.01));
  }

  @Test
  void ends_when_cancelled() {
    int[] asked = new int[1];

    assertThatThrownBy(
            () ->
                ClosestRecords.of(
                    real.table(), keptBack, shuffled, schema, 1000, 1, () -> ++asked[0] > 7))
        .isInstanceOf(CancellationException.class);
    assertThat(asked[0]).isEqualTo(8);
  }
}
