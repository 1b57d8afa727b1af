package modulus.vae.training;

import modulus.vae.network.VaeModel;

/**
 * A state of training to go on from: model, optimiser moments and steps done. Like the model, its
 * content is as private as the training that made it.
 */
public final class TrainingCheckpoint {
  private final VaeModel model;
  private final int step;
  private final double[] firstMoment;
  private final double[] secondMoment;

  /**
   * @param step steps done, ≥ 0
   * @param firstMoment one number per parameter; copied
   * @param secondMoment one number per parameter, ≥ 0; copied
   */
  public TrainingCheckpoint(VaeModel model, int step, double[] firstMoment, double[] secondMoment) {
    int size = model.layout().size();
    if (step < 0) {
      throw new IllegalArgumentException("step must be >= 0 but is " + step);
    }
    if (firstMoment.length != size || secondMoment.length != size) {
      throw new IllegalArgumentException("need " + size + " moments of each kind");
    }
    this.model = model;
    this.step = step;
    this.firstMoment = firstMoment.clone();
    this.secondMoment = secondMoment.clone();
  }

  /** Before the first step. */
  public static TrainingCheckpoint start(VaeModel model) {
    int size = model.layout().size();
    return new TrainingCheckpoint(model, 0, new double[size], new double[size]);
  }

  public VaeModel model() {
    return model;
  }

  public int step() {
    return step;
  }

  public double[] firstMoment() {
    return firstMoment.clone();
  }

  public double[] secondMoment() {
    return secondMoment.clone();
  }

  /**
   * The gradient of the step that led from {@code before} to here: what an observer of every state
   * sees of a step. After private training it is the noisy one.
   *
   * @throws IllegalArgumentException if {@code before} is not one step earlier
   */
  public double[] gradientSince(TrainingCheckpoint before) {
    if (before.step != step - 1 || before.firstMoment.length != firstMoment.length) {
      throw new IllegalArgumentException(
          "need the state after step " + (step - 1) + " but got that after " + before.step);
    }
    double[] gradient = new double[firstMoment.length];
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] =
          (firstMoment[i] - Adam.FIRST_DECAY * before.firstMoment[i]) / (1 - Adam.FIRST_DECAY);
    }
    return gradient;
  }
}
