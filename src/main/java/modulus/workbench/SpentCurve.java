package modulus.workbench;

import java.util.ArrayList;
import java.util.List;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.PrivacyEvent.PoissonSubsampledGaussian;
import modulus.vae.training.PrivateTrainingPlan;

/**
 * ε spent as training proceeds (privacy.md, section 6), for display: computed by the accountant at
 * a few steps, in between that of the next of these, so that what is shown is never below what is
 * spent. The quick accountant errs upward; the plan as a whole is certified to stay below the cap,
 * so any part of it does, and the smaller of both bounds is shown.
 */
final class SpentCurve implements RunContext.SpentEpsilon {
  /** ε grows about as the root of the steps, so the knots are closer together at the start. */
  private static final int KNOTS = 24;

  private final List<PrivacyEvent> before;
  private final PrivateTrainingPlan training;
  private final double delta;
  private final double cap;
  private int knot;
  private int reached;
  private double spent;

  /**
   * @param before events charged before training
   * @param cap ε that the whole plan stays below
   */
  SpentCurve(List<PrivacyEvent> before, PrivateTrainingPlan training, double delta, double cap) {
    this.before = before;
    this.training = training;
    this.delta = delta;
    this.cap = cap;
    this.spent = epsilon(before);
  }

  @Override
  public double after(int step, int steps) {
    if (step > reached) {
      while (step > reached) {
        knot++;
        reached = (int) Math.ceil((double) steps * knot * knot / (KNOTS * KNOTS));
      }
      // the quick bounds err by different amounts; what is spent never falls
      spent = Math.max(spent, at(reached));
    }
    return spent;
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
