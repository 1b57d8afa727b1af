package modulus.vae.training;

import java.util.OptionalDouble;
import modulus.encoding.CodedTable;
import modulus.encoding.PatientRows;
import modulus.encoding.SparseInputs;
import modulus.privacy.GuaranteeRandom;
import modulus.vae.network.CertifiedLipschitz;
import modulus.vae.network.VaeModel;

/**
 * Noise-free training with a hard Lipschitz bound on the encoder (privacy.md, section 3): after
 * every update every encoder layer is projected. Stops early on a hold-out and returns the
 * parameters that did best there, or the last if they do as well. The model it returns is as
 * private as the table.
 */
public final class ReleaseTrainer {
  /**
   * A hold-out loss up to this factor above the best is as good: the latent noise it is measured
   * with moves it more, and the last parameters fit the marginals best.
   */
  private static final double AS_GOOD = 1.005;

  private final ReleaseTrainingPlan plan;
  private final GuaranteeRandom random;

  public ReleaseTrainer(ReleaseTrainingPlan plan, GuaranteeRandom random) {
    this.plan = plan;
    this.random = random;
  }

  /**
   * @param inputs n ≥ 2 records, inputScale · φ(x)
   * @param targets the same records as codes of the decoder's blocks
   * @return a model whose certified Lipschitz bound is at most the plan's
   * @throws IllegalArgumentException if inputs, targets and shape do not fit each other
   * @throws TrainingCancelledException if the listener asked for it
   * @throws modulus.vae.network.LipschitzBoundExceededException if the bound did not hold
   */
  public VaeModel train(
      VaeModel initial, SparseInputs inputs, CodedTable targets, TrainingListener listener) {
    return train(initial, inputs, targets, PatientRows.single(inputs.rows()), listener);
  }

  /**
   * The same for patients with several records, who are held out with all of them.
   *
   * @param patients whose records they are
   */
  public VaeModel train(
      VaeModel initial,
      SparseInputs inputs,
      CodedTable targets,
      PatientRows patients,
      TrainingListener listener) {
    TrainingData.check(initial.shape(), inputs, targets);
    Require.atLeast("rows", inputs.rows(), 2);
    if (patients.rows() != inputs.rows()) {
      throw new IllegalArgumentException(
          "the patients have " + patients.rows() + " rows but the inputs " + inputs.rows());
    }
    PatientHoldOut drawn = PatientHoldOut.draw(patients, plan.holdOutShare(), random);
    int[] holdOut = drawn.held();
    int[] kept = drawn.trained();
    float[] parameters = initial.parameters();
    LipschitzProjection projection =
        new LipschitzProjection(initial.shape(), plan.lipschitz(), plan.inputScale());
    projection.apply(parameters);
    float[] best = parameters;
    try (PlainGradient gradient =
        new PlainGradient(initial.shape(), plan, random, inputs, targets)) {
      double bestLoss = Double.POSITIVE_INFINITY;
      double lastLoss = Double.POSITIVE_INFINITY;
      int sinceBest = 0;
      Epochs epochs = new Epochs(gradient, projection, parameters, kept, listener);
      for (int epoch = 0; epoch < plan.maxEpochs() && sinceBest < plan.patience(); epoch++) {
        epochs.run();
        if (holdOut.length == 0) {
          best = parameters;
          continue;
        }
        double loss = gradient.loss(parameters, holdOut, epochs.step, listener);
        epochs.holdOut = OptionalDouble.of(loss);
        lastLoss = loss;
        if (loss < bestLoss) {
          bestLoss = loss;
          best = parameters.clone();
          sinceBest = 0;
        } else {
          sinceBest++;
        }
      }
      if (lastLoss <= AS_GOOD * bestLoss) {
        best = parameters;
      }
    }
    VaeModel model = new VaeModel(initial.shape(), best);
    CertifiedLipschitz.of(model, plan.inputScale()).requireAtMost(plan.lipschitz());
    return model;
  }

  /** Optimiser state and reports of one run. */
  private final class Epochs {
    private final PlainGradient gradient;
    private final LipschitzProjection projection;
    private final float[] parameters;
    private final int[] records;
    private final TrainingListener listener;
    private final double[] sum;
    private final Adam adam;
    private final RateMeter rate = new RateMeter();
    private final int stepsPerEpoch;
    private int step;
    private OptionalDouble holdOut = OptionalDouble.empty();

    Epochs(
        PlainGradient gradient,
        LipschitzProjection projection,
        float[] parameters,
        int[] records,
        TrainingListener listener) {
      this.gradient = gradient;
      this.projection = projection;
      this.parameters = parameters;
      this.records = records;
      this.listener = listener;
      sum = new double[parameters.length];
      adam = new Adam(new double[parameters.length], new double[parameters.length], 0);
      stepsPerEpoch = (records.length + plan.batch() - 1) / plan.batch();
    }

    void run() {
      PatientHoldOut.shuffle(records, random);
      int steps = stepsPerEpoch * plan.maxEpochs();
      for (int from = 0; from < records.length; from += plan.batch()) {
        int n = Math.min(plan.batch(), records.length - from);
        gradient.mean(parameters, records, from, n, sum, step, listener);
        adam.update(parameters, sum, plan.learningRate() * Adam.cosine(step, steps));
        double lipschitz = projection.apply(parameters) * plan.inputScale();
        step++;
        rate.add(n);
        listener.onStep(
            new TrainingStep(
                step,
                steps,
                gradient.reconstruction(),
                gradient.divergence(),
                OptionalDouble.empty(),
                holdOut,
                OptionalDouble.of(lipschitz),
                rate.perSecond()));
      }
    }
  }
}
