package modulus.workbench;

import java.util.ArrayList;
import java.util.List;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.PrivacyEvent.PoissonSubsampledGaussian;
import modulus.vae.training.PrivateTrainingPlan;

/**
 * ε spent as training proceeds, for display: computed by the accountant at a few steps, in between
 * along the straight line, which lies below the concave truth by less than a pixel.
 */
final class SpentCurve implements RunContext.SpentEpsilon {
  private static final int KNOTS = 10;

  private final List<PrivacyEvent> before;
  private final PrivateTrainingPlan training;
  private final double delta;
  private int lowStep;
  private double low;
  private int highStep;
  private double high;

  /**
   * @param before events charged before training
   */
  SpentCurve(List<PrivacyEvent> before, PrivateTrainingPlan training, double delta) {
    this.before = before;
    this.training = training;
    this.delta = delta;
    this.low = Accountant.quickEpsilon(before, delta, Adjacency.ADD_REMOVE);
    this.high = low;
  }

  @Override
  public double after(int step, int steps) {
    while (step > highStep) {
      lowStep = highStep;
      low = high;
      highStep = Math.min(steps, lowStep + Math.max(1, steps / KNOTS));
      high = at(highStep);
    }
    double share = (step - lowStep) / (double) Math.max(1, highStep - lowStep);
    return low + share * (high - low);
  }

  private double at(int steps) {
    List<PrivacyEvent> events = new ArrayList<>(before);
    events.add(
        new PoissonSubsampledGaussian(
            training.noiseMultiplier(), training.samplingProbability(), steps));
    return Accountant.quickEpsilon(events, delta, Adjacency.ADD_REMOVE);
  }
}
