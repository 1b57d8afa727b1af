package modulus.vae.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import modulus.vae.network.EncoderKind;
import modulus.vae.network.VaeModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** privacy.md, section 6.2: the clipping norm is each record's exact gradient norm. */
class GhostClippingTest {
  private static final float BETA = 0.7f;

  @ParameterizedTest
  @EnumSource(EncoderKind.class)
  void the_norm_equals_the_norm_of_the_record_s_own_gradient_formed_alone(EncoderKind kind) {
    int rows = 90;
    SmallProblem problem = SmallProblem.of(rows, 11, kind);
    float[] noise = problem.noise(rows, 5);
    double[] ghost = new double[rows];
    try (ChunkPass chunk = new ChunkPass(problem.shape(), rows);
        ChunkPass single = new ChunkPass(problem.shape(), 1)) {
      chunk.setParameters(problem.model().parameters());
      single.setParameters(problem.model().parameters());
      chunk.run(
          problem.inputs(), problem.targets(), problem.allRows(), 0, rows, noise, BETA, false);
      System.arraycopy(chunk.squaredNorm(), 0, ghost, 0, rows);
      for (int row = 0; row < rows; row++) {
        double[] gradient = alone(single, problem, row, noise, rows);
        double naive = norm(gradient);
        assertThat(Math.sqrt(ghost[row]) / naive).isCloseTo(1, within(1e-5));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(EncoderKind.class)
  void every_gradient_agrees_with_central_differences_of_the_loss_written_down_again(
      EncoderKind kind) {
    int rows = 12;
    SmallProblem problem = SmallProblem.of(rows, 3, kind);
    float[] noise = problem.noise(rows, 7);
    float[] parameters = problem.model().parameters();
    double[] wide = new double[parameters.length];
    Arrays.setAll(wide, i -> parameters[i]);
    ReferenceLoss reference = new ReferenceLoss(problem.shape(), BETA);
    try (ChunkPass single = new ChunkPass(problem.shape(), 1)) {
      single.setParameters(parameters);
      for (int row = 0; row < rows; row++) {
        double[] xi = new double[problem.shape().latent()];
        for (int i = 0; i < xi.length; i++) {
          xi[i] = noise[i * rows + row];
        }
        double[] expected = reference.gradient(wide, problem.inputs(), problem.targets(), row, xi);
        double[] actual = alone(single, problem, row, noise, rows);
        for (int i = 0; i < expected.length; i++) {
          assertThat(actual[i]).isCloseTo(expected[i], within(2e-5 * (1 + norm(expected))));
        }
      }
    }
  }

  @Test
  void no_record_contributes_more_than_the_clipping_norm() {
    int rows = 40;
    double clip = 0.8;
    SmallProblem problem = SmallProblem.of(rows, 21, EncoderKind.RELU);
    float[] noise = problem.noise(rows, 9);
    try (ChunkPass single = new ChunkPass(problem.shape(), 1)) {
      single.setParameters(problem.model().parameters());
      for (int row = 0; row < rows; row++) {
        double[] raw = alone(single, problem, row, noise, rows);
        double[] clipped = new double[raw.length];
        int[] record = {row};
        single.addClipped(problem.inputs(), record, 0, 1, clip, BETA, clipped);
        assertThat(norm(clipped)).isLessThanOrEqualTo(clip);
      }
    }
  }

  @Test
  void the_clipped_sum_is_the_sum_of_the_clipped_gradients() {
    int rows = 70;
    double clip = 9;
    SmallProblem problem = SmallProblem.of(rows, 33, EncoderKind.RELU);
    float[] noise = problem.noise(rows, 4);
    double[] expected = new double[problem.model().layout().size()];
    double[] actual = new double[expected.length];
    int clippedAlone = 0;
    int clippedTogether;
    try (ChunkPass chunk = new ChunkPass(problem.shape(), rows);
        ChunkPass single = new ChunkPass(problem.shape(), 1)) {
      chunk.setParameters(problem.model().parameters());
      single.setParameters(problem.model().parameters());
      chunk.run(
          problem.inputs(), problem.targets(), problem.allRows(), 0, rows, noise, BETA, false);
      clippedTogether =
          chunk.addClipped(problem.inputs(), problem.allRows(), 0, rows, clip, BETA, actual);
      for (int row = 0; row < rows; row++) {
        double[] gradient = alone(single, problem, row, noise, rows);
        double factor = Math.min(1, clip / norm(gradient));
        clippedAlone += factor < 1 ? 1 : 0;
        for (int i = 0; i < expected.length; i++) {
          expected[i] += factor * gradient[i];
        }
      }
    }
    assertThat(clippedTogether).isEqualTo(clippedAlone).isBetween(1, rows - 1);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(1e-4 * rows));
    }
  }

  @Test
  void a_gradient_that_is_not_finite_counts_as_zero_and_spoils_no_other_record() {
    int rows = 20;
    SmallProblem problem = SmallProblem.of(rows, 8, EncoderKind.RELU);
    float[] noise = problem.noise(rows, 2);
    float[] spoilt = noise.clone();
    int bad = 6;
    for (int i = 0; i < problem.shape().latent(); i++) {
      spoilt[i * rows + bad] = i == 0 ? Float.NaN : Float.POSITIVE_INFINITY;
    }
    double[] with = new double[problem.model().layout().size()];
    double[] without = new double[with.length];
    VaeModel model = problem.model();
    try (ChunkPass pass = new ChunkPass(problem.shape(), rows)) {
      pass.setParameters(model.parameters());
      pass.run(
          problem.inputs(), problem.targets(), problem.allRows(), 0, rows, spoilt, BETA, false);
      pass.addClipped(problem.inputs(), problem.allRows(), 0, rows, 1, BETA, with);
      for (int row = 0; row < rows; row++) {
        if (row != bad) {
          alone(pass, problem, row, noise, rows);
          pass.addClipped(problem.inputs(), new int[] {row}, 0, 1, 1, BETA, without);
        }
      }
    }
    for (int i = 0; i < with.length; i++) {
      assertThat(with[i]).isCloseTo(without[i], within(1e-5));
    }
  }

  /** One record's unclipped gradient, formed in a chunk of its own. */
  private static double[] alone(
      ChunkPass pass, SmallProblem problem, int row, float[] noise, int rows) {
    float[] own = new float[problem.shape().latent()];
    for (int i = 0; i < own.length; i++) {
      own[i] = noise[i * rows + row];
    }
    int[] record = {row};
    double[] gradient = new double[problem.model().layout().size()];
    pass.run(problem.inputs(), problem.targets(), record, 0, 1, own, BETA, false);
    pass.addClipped(problem.inputs(), record, 0, 1, Double.POSITIVE_INFINITY, BETA, gradient);
    pass.run(problem.inputs(), problem.targets(), record, 0, 1, own, BETA, false);
    return gradient;
  }

  private static double norm(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
