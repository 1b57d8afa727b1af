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
 * along the straight line, which lies below the concave truth by less than a pixel. The quick
 * accountant errs upward; the plan as a whole is certified to stay below the cap, so any part of it
 * does, and the smaller of both bounds is shown.
 */
final class SpentCurve implements RunContext.SpentEpsilon {
  private static final int KNOTS = 10;

  private final List<PrivacyEvent> before;
  private final PrivateTrainingPlan training;
  private final double delta;
  private final double cap;
  private int lowStep;
  private double low;
  private int highStep;
  private double high;

  /**
   * @param before events charged before training
   * @param cap ε that the whole plan stays below
   */
  SpentCurve(List<PrivacyEvent> before, PrivateTrainingPlan training, double delta, double cap) {
    this.before = before;
    this.training = training;
    this.delta = delta;
    this.cap = cap;
    this.low = epsilon(before);
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
    return epsilon(events);
  }

  private double epsilon(List<PrivacyEvent> events) {
    return Math.min(cap, Accountant.quickEpsilon(events, delta, Adjacency.ADD_REMOVE));
  }
}
