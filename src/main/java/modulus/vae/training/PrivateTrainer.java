package modulus.vae.training;

import java.util.Optional;
import java.util.OptionalDouble;
import modulus.encoding.CodedTable;
import modulus.encoding.PatientRows;
import modulus.encoding.SparseInputs;
import modulus.privacy.GuaranteeRandom;
import modulus.vae.network.VaeModel;

/**
 * Differentially private training of all parameters (encoder, decoder, prior) by DP-SGD (Abadi et
 * al., CCS 2016; privacy.md, section 6.2): Poisson-sampled batches of patients, every patient's
 * summed gradient clipped to C, Gaussian noise of standard deviation σ·C in float64 on the sum,
 * divided by the expected batch. What the accountant charges is {@link
 * PrivateTrainingPlan#event()}.
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
    return train(initial, inputs, targets, PatientRows.single(inputs.rows()), listener);
  }

  /**
   * The same for patients with several records each.
   *
   * @param patients whose records they are
   */
  public VaeModel train(
      VaeModel initial,
      SparseInputs inputs,
      CodedTable targets,
      PatientRows patients,
      TrainingListener listener) {
    return resume(TrainingCheckpoint.start(initial), inputs, targets, patients, listener);
  }

  /** Goes on from a checkpoint of the same plan until all T steps are done; a record a patient. */
  public VaeModel resume(
      TrainingCheckpoint checkpoint,
      SparseInputs inputs,
      CodedTable targets,
      TrainingListener listener) {
    return resume(checkpoint, inputs, targets, PatientRows.single(inputs.rows()), listener);
  }

  /** Goes on from a checkpoint of the same plan until all T steps are done. */
  public VaeModel resume(
      TrainingCheckpoint checkpoint,
      SparseInputs inputs,
      CodedTable targets,
      PatientRows patients,
      TrainingListener listener) {
    VaeModel model = checkpoint.model();
    TrainingData.check(model.shape(), inputs, targets);
    if (patients.rows() != inputs.rows()) {
      throw new IllegalArgumentException(
          "the patients have " + patients.rows() + " rows but the inputs " + inputs.rows());
    }
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
    PoissonSampling sampling = new PoissonSampling(patients, plan.samplingProbability(), random);
    Optional<LipschitzProjection> projection =
        plan.encoderBound()
            .map(
                bound ->
                    new LipschitzProjection(model.shape(), bound.lipschitz(), bound.inputScale()));
    try (NoisyGradient noisy =
        new NoisyGradient(model.shape(), plan, random, inputs, targets, patients.most())) {
      RateMeter rate = new RateMeter();
      for (int step = checkpoint.step(); step < plan.steps(); step++) {
        if (listener.cancelled()) {
          throw new TrainingCancelledException(step);
        }
        PatientBatch batch = sampling.draw();
        noisy.compute(parameters, batch, gradient, step, listener);
        double learningRate = plan.learningRate() * Adam.cosine(step, plan.steps());
        adam.update(parameters, gradient, learningRate);
        OptionalDouble lipschitz =
            projection.isPresent()
                ? OptionalDouble.of(
                    projection.get().apply(parameters) * plan.encoderBound().get().inputScale())
                : OptionalDouble.empty();
        rate.add(batch.size());
        listener.onStep(
            new TrainingStep(
                step + 1,
                plan.steps(),
                noisy.reconstruction(),
                noisy.divergence(),
                OptionalDouble.of(noisy.clipped() / (double) Math.max(1, batch.patients())),
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
