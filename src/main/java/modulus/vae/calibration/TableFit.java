package modulus.vae.calibration;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * One table of a maximum-entropy fit: its part of Λ, and the step that minimises the dual over that
 * part while the other tables stay.
 */
final class TableFit {
  /** Bound on one step of ln w; keeps a cell with target 0 finite. */
  private static final double LARGEST_STEP = 40;

  /**
   * Share of a table's excess error that is put down to the pool in that very table: fitting the
   * other tables removes part of it. Compared in decision 0003: 0.3, 0.5, 1, 3.
   */
  private static final double OWN_ERROR = 0.3;

  /** Standard deviations of Σ noise² by which an error must exceed it: else noise is fitted. */
  private static final double VISIBLE = 2;

  /** Parts of the rows that are summed apart. */
  private static final int PARTS = 2;

  private final short[] first;
  private final short[] second;
  private final int size;
  private final double[] target;
  private final double[] variances;
  private final double[] lambda;
  private final double[] weighted;
  private final double[][] partial;
  private final float[] factor;
  private double strength;

  /**
   * @param first codes of the pool's rows in the first attribute
   * @param second codes in the second attribute, of {@code size} codes; all 0 for a one-way table
   * @param target noisy frequencies
   * @param variances of their noise
   * @param strength κ ≥ 0, the number of records the pool counts for
   */
  TableFit(
      short[] first,
      short[] second,
      int size,
      double[] target,
      double[] variances,
      double strength) {
    this.first = first;
    this.second = second;
    this.size = size;
    this.target = target;
    this.variances = variances;
    this.strength = strength;
    this.lambda = new double[target.length];
    this.partial = new double[PARTS][target.length];
    this.weighted = partial[0];
    this.factor = new float[target.length];
  }

  /**
   * Lowers κ where the pool is visibly wrong. If the true table's cells scatter about the pool's
   * frequencies p with variance p/κ, the squared distance to the noisy table has expectation 1/κ +
   * Σ s²; what exceeds the noise, and the noise's own spread, estimates 1/κ (empirical Bayes).
   */
  void adaptStrength(float[] weights, BooleanSupplier cancelled) {
    sum(weights, cancelled);
    double total = Arrays.stream(weighted).sum();
    double excess = 0;
    double noiseVariance = 0;
    for (int cell = 0; cell < target.length; cell++) {
      double difference = weighted[cell] / total - target[cell];
      excess += difference * difference - variances[cell];
      noiseVariance += 2 * variances[cell] * variances[cell];
    }
    double visible = Math.max(0, excess - VISIBLE * Math.sqrt(noiseVariance));
    strength = 1 / (OWN_ERROR * visible + 1 / strength);
  }

  void fit(float[] weights, BooleanSupplier cancelled) {
    sum(weights, cancelled);
    for (int cell = 0; cell < target.length; cell++) {
      double ridge = strength * variances[cell];
      double step = step(weighted[cell], target[cell], lambda[cell], ridge);
      lambda[cell] += step;
      factor[cell] = (float) Math.exp(step);
    }
    inParts(weights, cancelled, (part, from, end) -> multiply(weights, from, end));
  }

  /** The parts' sums are added in order, so that the result is the same on any number of cores. */
  private void sum(float[] weights, BooleanSupplier cancelled) {
    inParts(weights, cancelled, (part, from, end) -> add(partial[part], weights, from, end));
    for (int part = 1; part < PARTS; part++) {
      for (int cell = 0; cell < weighted.length; cell++) {
        weighted[cell] += partial[part][cell];
      }
    }
  }

  private interface RowRange {
    void visit(int part, int from, int end);
  }

  /**
   * One pass over the rows: some milliseconds for a million of them. It is asked before whether to
   * go on, by the calling thread: the answer may take as long as a pause, and the threads that help
   * with the parts are not only this fit's.
   */
  private static void inParts(float[] weights, BooleanSupplier cancelled, RowRange rows) {
    stopIf(cancelled);
    IntStream.range(0, PARTS)
        .parallel()
        .forEach(part -> rows.visit(part, start(part, weights), start(part + 1, weights)));
  }

  private static int start(int part, float[] weights) {
    return (int) ((long) part * weights.length / PARTS);
  }

  private void multiply(float[] weights, int from, int end) {
    for (int row = from; row < end; row++) {
      weights[row] *= factor[first[row] * size + second[row]];
    }
  }

  private void add(double[] cells, float[] weights, int from, int end) {
    Arrays.fill(cells, 0);
    for (int row = from; row < end; row++) {
      cells[first[row] * size + second[row]] += weights[row];
    }
  }

  private static void stopIf(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("calibration was cancelled");
    }
  }

  /**
   * The root δ of e·exp(δ) + ρ·(λ + δ) = t, by Newton's method from the right of the root, where it
   * descends monotonically because the left side is convex and increasing.
   *
   * @param e weight now in the cell; where it is 0 no row can be moved and δ = 0
   */
  static double step(double e, double t, double lambda, double ridge) {
    if (e <= 0) {
      return 0;
    }
    double right = t - ridge * lambda;
    double delta = 0;
    if (right > e) {
      delta = Math.log(right / e);
      delta = ridge > 0 ? Math.min(delta, (right - e) / ridge) : delta;
    } else if (ridge == 0) {
      return right > 0 ? Math.max(-LARGEST_STEP, Math.log(right / e)) : -LARGEST_STEP;
    }
    for (int iteration = 0; iteration < 50; iteration++) {
      double moved = e * Math.exp(delta);
      double change = (moved + ridge * delta - right) / (moved + ridge);
      delta -= change;
      if (Math.abs(change) < 1e-7) {
        break;
      }
    }
    return Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, delta));
  }
}
