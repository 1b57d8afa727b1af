package modulus.vae.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import modulus.encoding.PatientRows;
import modulus.vae.marginal.SeededRandom;
import modulus.vae.network.EncoderKind;
import org.junit.jupiter.api.Test;

class PatientHoldOutTest {
  /** Ten patients: 91 rows, then one each. */
  private static final PatientRows UNEQUAL =
      PatientRows.of(IntStream.rangeClosed(0, 10).map(i -> i == 0 ? 0 : 90 + i).toArray());

  @Test
  void a_patient_is_held_out_with_all_rows_or_with_none() {
    PatientRows patients = PatientRows.of(new int[] {0, 3, 4, 9, 11, 12, 20});
    for (int seed = 0; seed < 50; seed++) {
      PatientHoldOut drawn = PatientHoldOut.draw(patients, 0.5, new SeededRandom(seed));
      Set<Integer> held = Arrays.stream(drawn.held()).boxed().collect(Collectors.toSet());
      int whole = 0;
      for (int patient = 0; patient < patients.patients(); patient++) {
        Set<Integer> own =
            IntStream.range(patients.first(patient), patients.end(patient))
                .boxed()
                .collect(Collectors.toSet());
        whole += held.containsAll(own) ? 1 : 0;
        assertThat(held.containsAll(own) || own.stream().noneMatch(held::contains)).isTrue();
      }
      assertThat(whole).isEqualTo(3);
      Set<Integer> all = new TreeSet<>(held);
      Arrays.stream(drawn.trained()).forEach(all::add);
      assertThat(all).hasSize(20);
      assertThat(drawn.held().length + drawn.trained().length).isEqualTo(20);
    }
  }

  /** 400 draws of one in ten: 40 expected, standard deviation 6; fails with probability 1e-6. */
  @Test
  void patients_with_many_rows_are_drawn_no_more_often_than_others() {
    int manyHeld = 0;
    for (int seed = 0; seed < 400; seed++) {
      manyHeld += PatientHoldOut.draw(UNEQUAL, 0.1, new SeededRandom(seed)).held().length / 91;
    }
    assertThat(manyHeld).isBetween(11, 69);
  }

  /**
   * With batches of one record an epoch has a step per record: 9 or 99, never the 90 of a draw by
   * row.
   */
  @Test
  void training_keeps_whole_patients_back() {
    SmallProblem problem = SmallProblem.of(100, 3, EncoderKind.RELU);
    Set<Integer> steps = new TreeSet<>();
    for (int seed = 0; seed < 40; seed++) {
      new ReleaseTrainer(
              ReleaseTrainingPlan.of(1, 100).withBatch(1).withEpochs(1, 1), new SeededRandom(seed))
          .train(
              problem.model(),
              problem.inputs(),
              problem.targets(),
              UNEQUAL,
              new TrainingListener() {
                @Override
                public void onStep(TrainingStep step) {
                  steps.add(step.steps());
                }
              });
    }
    assertThat(steps).containsExactly(9, 99);
  }

  @Test
  void patients_of_another_table_are_refused() {
    SmallProblem problem = SmallProblem.of(50, 3, EncoderKind.RELU);
    assertThatThrownBy(
            () ->
                new ReleaseTrainer(ReleaseTrainingPlan.of(1, 100), new SeededRandom(1))
                    .train(
                        problem.model(),
                        problem.inputs(),
                        problem.targets(),
                        UNEQUAL,
                        TrainingListener.silent()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the patients have 100 rows but the inputs 50");
  }
}
