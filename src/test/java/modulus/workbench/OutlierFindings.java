package modulus.workbench;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import modulus.evaluation.audit.PlantedDistances;
import modulus.workbench.OutlierExperiment.Nearness;

/** Findings whose figures follow from one number per bound. */
public final class OutlierFindings {
  /** Every second one is planted. */
  public static final int OUTLIERS = 200;

  private OutlierFindings() {}

  /**
   * Of outliers between 0.2 and 0.6, so many of the 100 planted ones nearer than any left out. By
   * hand: m of 100 nearer than all 100 left out, the others laid evenly between these, each before
   * one left out, are the nearer ones in a share of 0.505 + 0.495 m/100 of the pairs; by chance
   * that share deviates from one half by 0.041.
   *
   * @param off how many of the planted ones without the bound, 0 … 100
   * @param loose the same under the loose one
   * @param tight the same under the tight one
   */
  public static OutlierFinding of(int off, int loose, int tight) {
    return new OutlierFinding(
        List.of(
            nearness("off", 8, 900, off, 0.15),
            nearness("loose", 2, 30, loose, 0.15),
            nearness("tight", 0.5, 2, tight, 0.15)));
  }

  /** As many planted ones nearer than a twentieth without the bound, nothing under the others. */
  public static OutlierFinding copied(int planted) {
    return new OutlierFinding(
        List.of(
            nearness("off", 8, 900, planted, 0.01),
            nearness("loose", 2, 30, 0, 0.01),
            nearness("tight", 0.5, 2, 0, 0.01)));
  }

  /** The nearer ones are taken evenly from all planted ones. */
  private static Nearness nearness(
      String bound, double lipschitz, double epsilon, int nearer, double where) {
    double[] distances =
        IntStream.range(0, OUTLIERS).mapToDouble(i -> 0.2 + 0.4 * i / OUTLIERS).toArray();
    for (int i = 0; i < nearer; i++) {
      distances[2 * ((2 * i + 1) * OUTLIERS / 4 / nearer)] = where;
    }
    BitSet planted = new BitSet();
    IntStream.range(0, OUTLIERS).filter(i -> i % 2 == 0).forEach(planted::set);
    return new Nearness(bound, lipschitz, epsilon, new PlantedDistances(distances, planted));
  }
}
