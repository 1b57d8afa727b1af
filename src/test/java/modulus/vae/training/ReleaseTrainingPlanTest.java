package modulus.vae.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReleaseTrainingPlanTest {

  @Property(tries = 500)
  void about_as_many_steps_are_planned_for_any_number_of_records(
      @ForAll @IntRange(min = 400, max = 340_000) int records) {
    ReleaseTrainingPlan plan = ReleaseTrainingPlan.of(0.5, records);
    int perEpoch = (records + plan.batch() - 1) / plan.batch();
    assertThat(plan.maxEpochs() * perEpoch).isBetween(1_300, 2_000);
    assertThat(plan.patience()).isEqualTo(plan.maxEpochs());
  }

  @Test
  void few_records_are_not_one_batch_and_many_are_seen_three_times() {
    assertThat(ReleaseTrainingPlan.of(0.5, 100).batch()).isEqualTo(32);
    assertThat(ReleaseTrainingPlan.of(0.5, 5_000_000).maxEpochs()).isEqualTo(3);
  }

  @Test
  void a_plan_without_records_is_refused() {
    assertThatThrownBy(() -> ReleaseTrainingPlan.of(0.5, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("records")
        .hasMessageContaining("0");
  }
}
