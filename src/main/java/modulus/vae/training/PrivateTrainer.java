package modulus.vae.training;

import java.util.Optional;
import java.util.OptionalDouble;
import modulus.encoding.CodedTable;
import modulus.encoding.SparseInputs;
import modulus.privacy.GuaranteeRandom;
import modulus.vae.network.VaeModel;

/**
 * Differentially private training of all parameters (encoder, decoder, prior) by DP-SGD (Abadi et
 * al., CCS 2016; privacy.md, section 6.2): Poisson-sampled batches, every record's gradient clipped
 * to C, Gaussian noise of standard deviation σ·C in float64 on the sum, divided by the expected
 * batch. What the accountant charges is {@link PrivateTrainingPlan#event()}.
 */
public final class PrivateTrainer {
  static final int CHUNK = 256;

  private final PrivateTrainingPlan plan;
  private final GuaranteeRandom random;

  public PrivateTrainer(PrivateTrainingPlan plan, GuaranteeRandom random) {
    this.plan = plan;
    this.random = random;
  }

  /**
   * Trains from {@code initial}, which must not depend on the table except through charged events.
   *
   * @param inputs n records as encoder inputs
   * @param targets the same n records as codes of the decoder's blocks
   * @throws IllegalArgumentException if inputs, targets and shape do not fit each other
   * @throws TrainingCancelledException if the listener asked for it
   */
  public VaeModel train(
      VaeModel initial, SparseInputs inputs, CodedTable targets, TrainingListener listener) {
    return resume(TrainingCheckpoint.start(initial), inputs, targets, listener);
  }

  /** Goes on from a checkpoint of the same plan until all T steps are done. */
  public VaeModel resume(
      TrainingCheckpoint checkpoint,
      SparseInputs inputs,
      CodedTable targets,
      TrainingListener listener) {
    VaeModel model = checkpoint.model();
    TrainingData.check(model.shape(), inputs, targets);
    if (checkpoint.step() > plan.steps()) {
      throw new IllegalArgumentException(
          "the checkpoint has done "
              + checkpoint.step()
              + " steps but the plan allows only "
              + plan.steps());
    }
    float[] parameters = model.parameters();
    double[] gradient = new double[parameters.length];
    Adam adam = new Adam(checkpoint.firstMoment(), checkpoint.secondMoment(), checkpoint.step());
    PoissonSampling sampling =
        new PoissonSampling(inputs.rows(), plan.samplingProbability(), random);
    Optional<LipschitzProjection> projection =
        plan.encoderBound()
            .map(
                bound ->
                    new LipschitzProjection(model.shape(), bound.lipschitz(), bound.inputScale()));
    try (NoisyGradient noisy = new NoisyGradient(model.shape(), plan, random, inputs, targets)) {
      RateMeter rate = new RateMeter();
      for (int step = checkpoint.step(); step < plan.steps(); step++) {
        if (listener.cancelled()) {
          throw new TrainingCancelledException(step);
        }
        int size = sampling.draw();
        noisy.compute(parameters, sampling.batch(), size, gradient, step, listener);
        double learningRate = plan.learningRate() * Adam.cosine(step, plan.steps());
        adam.update(parameters, gradient, learningRate);
        OptionalDouble lipschitz =
            projection.isPresent()
                ? OptionalDouble.of(
                    projection.get().apply(parameters) * plan.encoderBound().get().inputScale())
                : OptionalDouble.empty();
        rate.add(size);
        listener.onStep(
            new TrainingStep(
                step + 1,
                plan.steps(),
                noisy.reconstruction(),
                noisy.divergence(),
                OptionalDouble.of(size == 0 ? 0 : noisy.clipped() / (double) size),
                OptionalDouble.empty(),
                lipschitz,
                rate.perSecond()));
        if (plan.checkpointEvery() > 0 && (step + 1) % plan.checkpointEvery() == 0) {
          listener.onCheckpoint(
              new TrainingCheckpoint(
                  new VaeModel(model.shape(), parameters), step + 1, adam.first(), adam.second()));
        }
      }
    }
    return new VaeModel(model.shape(), parameters);
  }
}
