package modulus.vae.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import modulus.encoding.CodedTable;
import modulus.encoding.SparseInputs;
import modulus.vae.PriorSampler;
import modulus.vae.marginal.SeededRandom;
import modulus.vae.network.EncoderKind;
import modulus.vae.network.VaeModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {

  @Test
  void the_same_draws_give_bit_identical_weights() {
    SmallProblem problem = SmallProblem.of(600, 4, EncoderKind.RELU);
    PrivateTrainingPlan plan = PrivateTrainingPlan.of(600, 2, 0.8, 5);
    assertThat(train(problem, plan, 1).parameters())
        .containsExactly(train(problem, plan, 1).parameters());
    assertThat(train(problem, plan, 2).parameters())
        .isNotEqualTo(train(problem, plan, 1).parameters());
  }

  @Test
  void training_without_noise_lowers_the_loss() {
    SmallProblem problem = SmallProblem.of(500, 4, EncoderKind.RELU);
    List<Double> losses = new ArrayList<>();
    new PrivateTrainer(
            PrivateTrainingPlan.of(500, 1e-6, 0.5, 200).withKlWeight(1), new SeededRandom(1))
        .train(
            problem.model(),
            problem.inputs(),
            problem.targets(),
            new TrainingListener() {
              @Override
              public void onStep(TrainingStep step) {
                losses.add(step.reconstruction() + step.divergence());
              }
            });
    double early = losses.subList(0, 10).stream().mapToDouble(x -> x).average().orElseThrow();
    double late = losses.subList(190, 200).stream().mapToDouble(x -> x).average().orElseThrow();
    assertThat(late).isLessThan(early - 0.3);
  }

  @Test
  void a_run_that_goes_on_from_a_stored_checkpoint_takes_the_steps_that_are_left(
      @TempDir Path folder) throws IOException {
    SmallProblem problem = SmallProblem.of(100, 4, EncoderKind.RELU);
    PrivateTrainingPlan plan = PrivateTrainingPlan.of(100, 1, 0.5, 10).withCheckpointEvery(4);
    List<TrainingCheckpoint> checkpoints = new ArrayList<>();
    new PrivateTrainer(plan, new SeededRandom(1))
        .train(
            problem.model(),
            problem.inputs(),
            problem.targets(),
            new TrainingListener() {
              @Override
              public void onCheckpoint(TrainingCheckpoint checkpoint) {
                checkpoints.add(checkpoint);
              }
            });
    assertThat(checkpoints).extracting(TrainingCheckpoint::step).containsExactly(4, 8);
    Path file = folder.resolve("run.zip");
    CheckpointFile.write(checkpoints.get(1), file);
    TrainingCheckpoint read = CheckpointFile.read(file);
    assertThat(read.model().parameters()).containsExactly(checkpoints.get(1).model().parameters());
    assertThat(read.firstMoment()).containsExactly(checkpoints.get(1).firstMoment());
    assertThat(read.secondMoment()).containsExactly(checkpoints.get(1).secondMoment());
    List<Integer> steps = new ArrayList<>();
    TrainingListener counting =
        new TrainingListener() {
          @Override
          public void onStep(TrainingStep step) {
            steps.add(step.step());
          }
        };
    VaeModel resumed =
        new PrivateTrainer(plan, new SeededRandom(9))
            .resume(read, problem.inputs(), problem.targets(), counting);
    VaeModel direct =
        new PrivateTrainer(plan, new SeededRandom(9))
            .resume(
                checkpoints.get(1), problem.inputs(), problem.targets(), TrainingListener.silent());
    assertThat(steps).containsExactly(9, 10);
    assertThat(resumed.parameters()).containsExactly(direct.parameters());
  }

  @Test
  void cancelling_ends_the_run_before_the_next_chunk() {
    SmallProblem problem = SmallProblem.of(2_000, 4, EncoderKind.RELU);
    int[] asked = {0};
    TrainingListener impatient =
        new TrainingListener() {
          @Override
          public boolean cancelled() {
            return ++asked[0] > 3;
          }
        };
    assertThatThrownBy(
            () ->
                new PrivateTrainer(PrivateTrainingPlan.of(2_000, 1, 1, 50), new SeededRandom(1))
                    .train(problem.model(), problem.inputs(), problem.targets(), impatient))
        .isInstanceOf(TrainingCancelledException.class);
    assertThat(asked[0]).isEqualTo(4);
    asked[0] = 0;
    assertThatThrownBy(
            () ->
                new ReleaseTrainer(ReleaseTrainingPlan.of(1, 200), new SeededRandom(1))
                    .train(problem.model(), problem.inputs(), problem.targets(), impatient))
        .isInstanceOf(TrainingCancelledException.class);
    assertThat(asked[0]).isEqualTo(4);
  }

  /** Some are stopped within a step, others while the hold-out is measured. */
  @Test
  void a_cancelled_run_says_after_which_step_it_was() {
    SmallProblem problem = SmallProblem.of(300, 4, EncoderKind.RELU);
    ReleaseTrainingPlan plan = ReleaseTrainingPlan.of(1, 300);
    Set<Integer> steps = new HashSet<>();
    for (int look = 1; look <= 40; look++) {
      int last = look;
      int[] seen = {0, 0};
      TrainingListener impatient =
          new TrainingListener() {
            @Override
            public void onStep(TrainingStep step) {
              seen[0] = step.step();
            }

            @Override
            public boolean cancelled() {
              return ++seen[1] == last;
            }
          };
      assertThatThrownBy(
              () ->
                  new ReleaseTrainer(plan, new SeededRandom(1))
                      .train(problem.model(), problem.inputs(), problem.targets(), impatient))
          .isInstanceOf(TrainingCancelledException.class)
          .hasMessage("training was cancelled after step " + seen[0]);
      steps.add(seen[0]);
    }
    assertThat(steps).contains(0, 1, 2).hasSizeBetween(20, 39);
  }

  /**
   * With and without one implausible record, 40 runs each at ε ≈ 0.5: a linear read-out of the
   * record's own output bias must not tell the two apart. By Theorem (Dong, Roth, Su 2022) the
   * means of 40 runs differ by at most a few standard errors; without noise or clipping they differ
   * by hundreds.
   */
  @Test
  void one_record_more_changes_the_model_no_more_than_sampling_and_noise_explain() {
    SmallProblem problem = SmallProblem.of(200, 4, EncoderKind.RELU);
    int[] keep = new int[199];
    for (int i = 0; i < keep.length; i++) {
      keep[i] = i;
    }
    SmallProblem without = subset(problem, keep);
    PrivateTrainingPlan plan = PrivateTrainingPlan.of(200, 8, 0.2, 15);
    int bias = problem.model().layout().decoder().get(1).biasOffset();
    int runs = 40;
    double[] sums = new double[2];
    double[] squares = new double[2];
    for (int run = 0; run < runs; run++) {
      double[] read = {
        train(problem, plan, 100 + run).parameters()[bias],
        train(without, plan, 5_000 + run).parameters()[bias]
      };
      for (int side = 0; side < 2; side++) {
        sums[side] += read[side];
        squares[side] += read[side] * read[side];
      }
    }
    double variance = 0;
    for (int side = 0; side < 2; side++) {
      double mean = sums[side] / runs;
      variance += (squares[side] / runs - mean * mean) / (runs - 1);
    }
    double difference = Math.abs(sums[0] - sums[1]) / runs;
    assertThat(variance).isPositive();
    assertThat(difference / Math.sqrt(variance)).isLessThan(7);
  }

  @Test
  void rows_from_the_prior_have_valid_codes_and_the_trained_marginals() {
    SmallProblem problem = SmallProblem.of(3_000, 4, EncoderKind.RELU);
    VaeModel model =
        new PrivateTrainer(
                PrivateTrainingPlan.of(3_000, 1e-6, 0.2, 300).withKlWeight(1), new SeededRandom(1))
            .train(problem.model(), problem.inputs(), problem.targets(), TrainingListener.silent());
    CodedTable rows = new PriorSampler(model).sample(3_001, new SeededRandom(2));
    assertThat(rows.rows()).isEqualTo(3_001);
    for (int j = 0; j < rows.attributes(); j++) {
      double distance = 0;
      for (int code = 0; code < rows.size(j); code++) {
        distance +=
            0.5 * Math.abs(share(rows.column(j), code) - share(problem.targets().column(j), code));
      }
      assertThat(distance).isLessThan(0.1);
    }
  }

  private static double share(short[] column, int code) {
    int hits = 0;
    for (short c : column) {
      hits += c == code ? 1 : 0;
    }
    return hits / (double) column.length;
  }

  private static VaeModel train(SmallProblem problem, PrivateTrainingPlan plan, long seed) {
    return new PrivateTrainer(plan, new SeededRandom(seed))
        .train(problem.model(), problem.inputs(), problem.targets(), TrainingListener.silent());
  }

  private static SmallProblem subset(SmallProblem problem, int[] rows) {
    int width = problem.inputs().width();
    int[] indices = new int[rows.length * width];
    float[] values = new float[rows.length * width];
    short[][] codes = new short[problem.targets().attributes()][rows.length];
    for (int r = 0; r < rows.length; r++) {
      System.arraycopy(problem.inputs().indices(), rows[r] * width, indices, r * width, width);
      System.arraycopy(problem.inputs().values(), rows[r] * width, values, r * width, width);
      for (int j = 0; j < codes.length; j++) {
        codes[j][r] = (short) problem.targets().code(rows[r], j);
      }
    }
    return new SmallProblem(
        new CodedTable(rows.length, problem.targets().sizes(), codes),
        new SparseInputs(rows.length, width, problem.inputs().dimension(), indices, values),
        problem.shape(),
        problem.model());
  }
}
