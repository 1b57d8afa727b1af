package modulus.vae.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import modulus.encoding.SparseInputs;
import modulus.vae.PosteriorMixtureSampler;
import modulus.vae.marginal.SeededRandom;
import modulus.vae.network.CertifiedLipschitz;
import modulus.vae.network.EncoderKind;
import modulus.vae.network.LipschitzBoundExceededException;
import modulus.vae.network.MeanEncoder;
import modulus.vae.network.NetworkShape;
import modulus.vae.network.VaeModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** privacy.md, section 3: ‖μ(x) − μ(x')‖ ≤ L‖x − x'‖, whatever x and x'. */
class LipschitzBoundTest {
  private static final double DECLARED = 0.8;

  @ParameterizedTest
  @EnumSource(EncoderKind.class)
  void no_pair_random_or_adversarial_is_stretched_beyond_the_certified_bound(EncoderKind kind) {
    VaeModel model = trained(kind);
    double certified = CertifiedLipschitz.of(model, 1).bound();
    assertThat(certified).isLessThanOrEqualTo(DECLARED);
    Pairs pairs = new Pairs(model);
    SplittableRandom random = new SplittableRandom(3);
    double worst = 0;
    for (int i = 0; i < 100_000; i++) {
      worst =
          Math.max(worst, pairs.ratio(pairs.random(random, Math.exp(-6 * random.nextDouble()))));
    }
    double adversarial = 0;
    for (int start = 0; start < 20; start++) {
      adversarial = Math.max(adversarial, pairs.ascend(pairs.random(random, 1), 150));
    }
    assertThat(adversarial).isGreaterThan(worst);
    assertThat(Math.max(worst, adversarial)).isLessThanOrEqualTo(certified * (1 + 1e-9));
    assertThat(adversarial)
        .as("the search finds pairs near the bound")
        .isGreaterThan(0.5 * certified);
  }

  @Test
  void a_model_above_the_declared_bound_is_refused() {
    VaeModel model = trained(EncoderKind.RELU);
    double certified = CertifiedLipschitz.of(model, 1).bound();
    assertThatThrownBy(() -> new PosteriorMixtureSampler(model, certified * (1 - 1e-9)))
        .isInstanceOf(LipschitzBoundExceededException.class)
        .hasMessageContaining("above the declared bound");
    assertThatThrownBy(() -> new PosteriorMixtureSampler(model, DECLARED / 2))
        .isInstanceOf(LipschitzBoundExceededException.class);
  }

  @ParameterizedTest
  @EnumSource(EncoderKind.class)
  void no_rows_are_drawn_where_the_rounding_of_means_could_reach_beyond_the_bound(
      EncoderKind kind) {
    VaeModel model = trained(kind);
    double certified = CertifiedLipschitz.of(model, 1).bound();
    assertThatThrownBy(() -> new PosteriorMixtureSampler(model, certified))
        .isInstanceOf(LipschitzBoundExceededException.class);
    assertThat(new PosteriorMixtureSampler(model, certified * (1 + 1e-9)).certified().bound())
        .isEqualTo(certified);
    // what training leaves free is a thousand times as much
    assertThat(certified).isLessThan(DECLARED * (1 - 1e-6));
  }

  /** The rounding of a mean is bounded for records no longer than φ makes them. */
  @Test
  void records_that_the_embedding_cannot_have_made_are_not_drawn_from() {
    SparseInputs inputs = SmallProblem.of(400, 2, EncoderKind.RELU).inputs();
    PosteriorMixtureSampler sampler =
        new PosteriorMixtureSampler(trained(EncoderKind.RELU), DECLARED);
    SeededRandom random = new SeededRandom(7);
    assertThat(sampler.sample(inputs.scaled(0.5f), 10, random).rows()).isEqualTo(10);
    assertThatThrownBy(() -> sampler.sample(inputs, 10, random))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("records must have a squared norm of at most 4 but one is longer");
  }

  @ParameterizedTest
  @EnumSource(EncoderKind.class)
  void the_bound_holds_after_every_update(EncoderKind kind) {
    SmallProblem problem = SmallProblem.of(200, 2, kind);
    ReleaseTrainingPlan plan =
        ReleaseTrainingPlan.of(DECLARED, 200).withEpochs(3, 3).withBatch(20).withLearningRate(0.1);
    double[] most = {0};
    new ReleaseTrainer(plan, new SeededRandom(5))
        .train(
            problem.model(),
            problem.inputs(),
            problem.targets(),
            new TrainingListener() {
              @Override
              public void onStep(TrainingStep step) {
                most[0] = Math.max(most[0], step.lipschitz().getAsDouble());
              }
            });
    assertThat(most[0]).isPositive().isLessThan(DECLARED);
  }

  private static VaeModel trained(EncoderKind kind) {
    SmallProblem problem = SmallProblem.of(400, 2, kind);
    ReleaseTrainingPlan plan =
        ReleaseTrainingPlan.of(DECLARED, 200)
            .withEpochs(20, 20)
            .withBatch(50)
            .withLearningRate(0.02);
    return new ReleaseTrainer(plan, new SeededRandom(5))
        .train(problem.model(), problem.inputs(), problem.targets(), TrainingListener.silent());
  }

  /** Pairs (x, x') in ℝᵖ × ℝᵖ, stored one after the other. */
  private static final class Pairs {
    private final MeanEncoder encoder;
    private final int dimension;
    private final int[] indices;

    Pairs(VaeModel model) {
      NetworkShape shape = model.shape();
      encoder = new MeanEncoder(model);
      dimension = shape.inputs();
      indices = new int[2 * dimension];
      Arrays.setAll(indices, i -> i % dimension);
    }

    float[] random(SplittableRandom random, double spread) {
      float[] pair = new float[2 * dimension];
      for (int i = 0; i < dimension; i++) {
        pair[i] = (float) (2 * random.nextGaussian());
        pair[dimension + i] = (float) (pair[i] + spread * random.nextGaussian());
      }
      return pair;
    }

    double ratio(float[] pair) {
      SparseInputs inputs = new SparseInputs(2, dimension, dimension, indices, pair);
      double[] first = encoder.mean(inputs, 0).clone();
      double[] second = encoder.mean(inputs, 1);
      double moved = 0;
      double latent = 0;
      for (int i = 0; i < dimension; i++) {
        double d = (double) pair[i] - pair[dimension + i];
        moved += d * d;
      }
      for (int i = 0; i < 3; i++) {
        latent += (first[i] - second[i]) * (first[i] - second[i]);
      }
      return moved == 0 ? 0 : Math.sqrt(latent / moved);
    }

    /** Normalised gradient ascent on the ratio, both points moving; central differences. */
    double ascend(float[] pair, int steps) {
      double best = ratio(pair);
      for (int step = 0; step < steps; step++) {
        double[] gradient = new double[pair.length];
        double norm = 0;
        float h = 1e-2f;
        for (int i = 0; i < pair.length; i++) {
          float kept = pair[i];
          pair[i] = kept + h;
          double up = ratio(pair);
          pair[i] = kept - h;
          gradient[i] = up - ratio(pair);
          pair[i] = kept;
          norm += gradient[i] * gradient[i];
        }
        for (int i = 0; i < pair.length; i++) {
          pair[i] += (float) (0.3 * gradient[i] / Math.sqrt(norm + 1e-30));
        }
        best = Math.max(best, ratio(pair));
      }
      return best;
    }
  }
}
