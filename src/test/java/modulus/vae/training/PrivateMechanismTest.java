package modulus.vae.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import modulus.encoding.CodedTable;
import modulus.encoding.PatientRows;
import modulus.encoding.SparseInputs;
import modulus.vae.marginal.SeededRandom;
import modulus.vae.network.EncoderKind;
import modulus.vae.network.VaeModel;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

/** privacy.md, section 6.2, on the code path that trains. False-alarm probabilities ≤ 1e-6 each. */
class PrivateMechanismTest {
  private static final double FALSE_ALARM = 1e-6;

  @Test
  void batch_sizes_are_binomial() {
    int rows = 40;
    double q = 0.3;
    int draws = 20_000;
    PoissonSampling sampling =
        new PoissonSampling(PatientRows.single(rows), q, new SeededRandom(1));
    long[] observed = new long[4];
    double[] expected = new double[4];
    int[] edges = {9, 12, 15, rows};
    BinomialDistribution binomial = new BinomialDistribution(null, rows, q);
    for (int draw = 0; draw < draws; draw++) {
      PatientBatch batch = sampling.draw();
      int size = batch.size();
      int bin = 0;
      while (size > edges[bin]) {
        bin++;
      }
      observed[bin]++;
    }
    double below = 0;
    for (int bin = 0; bin < 4; bin++) {
      double upTo = binomial.cumulativeProbability(edges[bin]);
      expected[bin] = (upTo - below) * draws;
      below = upTo;
    }
    assertThat(new ChiSquareTest().chiSquareTest(expected, observed)).isGreaterThan(FALSE_ALARM);
  }

  @Test
  void records_enter_a_batch_independently_with_probability_q() {
    double q = 0.4;
    int draws = 20_000;
    PoissonSampling sampling = new PoissonSampling(PatientRows.single(3), q, new SeededRandom(2));
    long[] observed = new long[8];
    double[] expected = new double[8];
    for (int draw = 0; draw < draws; draw++) {
      PatientBatch batch = sampling.draw();
      int size = batch.size();
      int pattern = 0;
      for (int i = 0; i < size; i++) {
        pattern |= 1 << batch.records()[i];
      }
      observed[pattern]++;
    }
    for (int pattern = 0; pattern < 8; pattern++) {
      int in = Integer.bitCount(pattern);
      expected[pattern] = draws * Math.pow(q, in) * Math.pow(1 - q, 3 - in);
    }
    assertThat(new ChiSquareTest().chiSquareTest(expected, observed)).isGreaterThan(FALSE_ALARM);
  }

  @Test
  void what_is_added_to_the_clipped_sum_is_gaussian_noise_of_the_claimed_deviation() {
    double sigma = 3;
    double clip = 0.5;
    SmallProblem problem = SmallProblem.of(50, 4, EncoderKind.RELU);
    PrivateTrainingPlan plan =
        PrivateTrainingPlan.of(50, sigma, 0.5, 10).withClip(clip).withKlWeight(0.7);
    int size = problem.model().layout().size();
    List<Double> standardised = new ArrayList<>();
    for (int repeat = 0; repeat < 60; repeat++) {
      double[] noised = new double[size];
      double[] plain = new double[size];
      try (NoisyGradient with = mechanism(problem, plan, repeat);
          NoisyGradient without = mechanism(problem, plan, repeat)) {
        float[] parameters = problem.model().parameters();
        with.compute(
            parameters,
            PatientBatch.single(problem.allRows(), 50),
            noised,
            0,
            TrainingListener.silent());
        without.clippedSum(
            parameters,
            PatientBatch.single(problem.allRows(), 50),
            plain,
            0,
            TrainingListener.silent());
      }
      for (int i = 0; i < size; i++) {
        double noise = noised[i] * plan.expectedBatch() - plain[i];
        standardised.add(noise / (sigma * clip));
      }
    }
    int count = standardised.size();
    double squares = standardised.stream().mapToDouble(x -> x * x).sum();
    double sum = standardised.stream().mapToDouble(x -> x).sum();
    ChiSquaredDistribution chi = new ChiSquaredDistribution(null, count);
    assertThat(squares)
        .isBetween(
            chi.inverseCumulativeProbability(FALSE_ALARM / 2),
            chi.inverseCumulativeProbability(1 - FALSE_ALARM / 2));
    assertThat(sum / Math.sqrt(count)).isBetween(-5.0, 5.0);
    long beyondTwo = standardised.stream().filter(x -> Math.abs(x) > 2).count();
    double share = 0.04550026;
    assertThat((double) beyondTwo)
        .isCloseTo(share * count, within(5 * Math.sqrt(share * (1 - share) * count)));
  }

  @Test
  void the_sum_is_divided_by_the_expected_batch_whatever_was_drawn() {
    SmallProblem problem = SmallProblem.of(60, 4, EncoderKind.RELU);
    PrivateTrainingPlan plan = PrivateTrainingPlan.of(80, 1e-12, 0.25, 10);
    assertThat(plan.expectedBatch()).isEqualTo(20);
    for (int drawn : new int[] {0, 1, 20, 60}) {
      double[] mean = new double[problem.model().layout().size()];
      double[] sum = new double[mean.length];
      try (NoisyGradient one = mechanism(problem, plan, 7);
          NoisyGradient other = mechanism(problem, plan, 7)) {
        float[] parameters = problem.model().parameters();
        one.compute(
            parameters,
            PatientBatch.single(problem.allRows(), drawn),
            mean,
            0,
            TrainingListener.silent());
        other.clippedSum(
            parameters,
            PatientBatch.single(problem.allRows(), drawn),
            sum,
            0,
            TrainingListener.silent());
      }
      for (int i = 0; i < sum.length; i++) {
        assertThat(mean[i]).isCloseTo(sum[i] / 20, within(1e-10));
      }
    }
  }

  @Test
  void one_record_more_moves_the_sum_by_no_more_than_the_clipping_norm() {
    int rows = 30;
    double clip = 0.7;
    SmallProblem problem = SmallProblem.of(rows, 4, EncoderKind.RELU);
    float[] noise = problem.noise(rows, 8);
    double[] with = new double[problem.model().layout().size()];
    try (ChunkPass pass = new ChunkPass(problem.shape(), rows)) {
      pass.setParameters(problem.model().parameters());
      sum(pass, problem, problem.allRows(), noise, clip, with);
      for (int left = 0; left < rows; left++) {
        int[] others = new int[rows - 1];
        float[] theirs = new float[problem.shape().latent() * others.length];
        for (int c = 0; c < others.length; c++) {
          others[c] = c < left ? c : c + 1;
          for (int i = 0; i < problem.shape().latent(); i++) {
            theirs[i * others.length + c] = noise[i * rows + others[c]];
          }
        }
        double[] without = new double[with.length];
        sum(pass, problem, others, theirs, clip, without);
        double moved = 0;
        for (int i = 0; i < with.length; i++) {
          moved += (with[i] - without[i]) * (with[i] - without[i]);
        }
        assertThat(Math.sqrt(moved)).isPositive().isLessThanOrEqualTo(clip);
      }
    }
  }

  @Test
  void the_event_charged_is_the_mechanism_that_runs() {
    PrivateTrainingPlan plan = PrivateTrainingPlan.of(100, 2.5, 0.2, 7);
    assertThat(plan.event().noiseMultiplier()).isEqualTo(2.5);
    assertThat(plan.event().samplingProbability()).isEqualTo(0.2);
    assertThat(plan.event().steps()).isEqualTo(7);
    int[] steps = {0};
    SmallProblem problem = SmallProblem.of(100, 4, EncoderKind.RELU);
    new PrivateTrainer(plan, new SeededRandom(1))
        .train(
            problem.model(),
            problem.inputs(),
            problem.targets(),
            new TrainingListener() {
              @Override
              public void onStep(TrainingStep step) {
                steps[0]++;
                assertThat(step.clippedShare().getAsDouble()).isBetween(0.0, 1.0);
              }
            });
    assertThat(steps[0]).isEqualTo(7);
  }

  @Test
  void an_empty_table_trains_on_noise_alone() {
    SmallProblem problem = SmallProblem.of(1, 4, EncoderKind.RELU);
    SparseInputs none =
        new SparseInputs(0, 4, problem.inputs().dimension(), new int[0], new float[0]);
    CodedTable noTargets = new CodedTable(0, problem.targets().sizes(), new short[4][0]);
    VaeModel model =
        new PrivateTrainer(PrivateTrainingPlan.of(10, 1, 0.5, 5), new SeededRandom(1))
            .train(problem.model(), none, noTargets, TrainingListener.silent());
    assertThat(model.parameters()).doesNotContain(problem.model().parameters()[0]);
  }

  @Test
  void inputs_and_targets_that_do_not_fit_are_refused() {
    SmallProblem problem = SmallProblem.of(10, 4, EncoderKind.RELU);
    SmallProblem other = SmallProblem.of(11, 4, EncoderKind.RELU);
    PrivateTrainer trainer =
        new PrivateTrainer(PrivateTrainingPlan.of(10, 1, 0.5, 5), new SeededRandom(1));
    assertThatThrownBy(
            () ->
                trainer.train(
                    problem.model(), other.inputs(), problem.targets(), TrainingListener.silent()))
        .hasMessageContaining("rows");
    assertThatThrownBy(() -> PrivateTrainingPlan.of(10, 0, 0.5, 5))
        .hasMessageContaining("noiseMultiplier");
    assertThatThrownBy(() -> PrivateTrainingPlan.of(10, 1, 1.5, 5))
        .hasMessageContaining("samplingProbability");
  }

  private static void sum(
      ChunkPass pass,
      SmallProblem problem,
      int[] records,
      float[] noise,
      double clip,
      double[] out) {
    int n = records.length;
    pass.run(problem.inputs(), problem.targets(), records, 0, n, noise, 0.7f, false);
    pass.addClipped(problem.inputs(), records, 0, n, clip, 0.7f, out);
  }

  private static NoisyGradient mechanism(
      SmallProblem problem, PrivateTrainingPlan plan, long seed) {
    return new NoisyGradient(
        problem.shape(), plan, new SeededRandom(seed), problem.inputs(), problem.targets(), 1);
  }
}
