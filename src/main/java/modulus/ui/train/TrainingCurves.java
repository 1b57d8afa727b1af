package modulus.ui.train;

import modulus.ui.common.Curve;
import modulus.workbench.TrainingPoint;

/** What was heard of a run's training, one curve per quantity. */
final class TrainingCurves {
  /** Over the seconds since training began, as is its cap; the others over the step. */
  final Curve epsilon = new Curve();

  final Curve epsilonCap = new Curve();
  final Curve reconstruction = new Curve();
  final Curve divergence = new Curve();
  final Curve holdOut = new Curve();
  final Curve lipschitz = new Curve();
  final Curve lipschitzBound = new Curve();
  final Curve clipped = new Curve();

  /**
   * @param cap ε that may be spent, NaN where there is none
   * @param bound the Lipschitz bound, NaN where it is not known
   */
  void add(TrainingPoint point, double cap, double bound) {
    double step = point.step();
    addFinite(epsilon, point.seconds(), point.epsilonSpent());
    addFinite(epsilonCap, point.seconds(), cap);
    addFinite(reconstruction, step, point.reconstruction());
    addFinite(divergence, step, point.divergence());
    point.holdOut().ifPresent(loss -> addFinite(holdOut, step, loss));
    point.lipschitz().ifPresent(constant -> addFinite(lipschitz, step, constant));
    addFinite(lipschitzBound, step, bound);
    point.clippedShare().ifPresent(share -> addFinite(clipped, step, share * 100));
  }

  private static void addFinite(Curve curve, double x, double y) {
    if (Double.isFinite(y)) {
      curve.add(x, y);
    }
  }
}
