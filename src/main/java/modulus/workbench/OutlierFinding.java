package modulus.workbench;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * What an {@link OutlierExperiment} tells from chance. The same outliers are planted under every
 * bound, so that off and tight are compared outlier by outlier. Eight things could be told wrongly:
 * of each of three bounds that outliers are memorised or single ones copied, and that the tight
 * bound lessens it or makes it worse. Each errs with probability {@value #ERROR} where nothing of
 * the planted outliers gets into the rows, so all together in at most one of twenty experiments,
 * however they depend on each other.
 *
 * @param found off, loose, tight
 */
public record OutlierFinding(List<OutlierExperiment.Nearness> found) {
  /** Of all that could be told wrongly together (Bonferroni). */
  static final double FALSE_ALARM = 0.05;

  /** Of each. */
  static final double ERROR = FALSE_ALARM / 8;

  /** So many standard deviations does a normal variable exceed with probability ERROR. */
  static final double DEVIATIONS = new NormalDistribution().inverseCumulativeProbability(1 - ERROR);

  /**
   * A copy is kept.
   *
   * @throws IllegalArgumentException unless there are three bounds
   */
  public OutlierFinding {
    if (found.size() != 3) {
      throw new IllegalArgumentException("there must be three bounds but are " + found.size());
    }
    found = List.copyOf(found);
  }

  public OutlierExperiment.Nearness off() {
    return found.get(0);
  }

  public OutlierExperiment.Nearness loose() {
    return found.get(1);
  }

  public OutlierExperiment.Nearness tight() {
    return found.get(2);
  }

  /** What is told of all planted outliers together. */
  public OutlierEffect effect() {
    double lessened = off().distances().ahead(tight().distances());
    double chance = chance();
    if (tight().memorised() && lessened < -chance) {
      return OutlierEffect.WORSENED;
    }
    if (off().memorised()) {
      if (lessened <= chance) {
        return OutlierEffect.UNCHANGED;
      }
      return tight().memorised() ? OutlierEffect.LESSENED : OutlierEffect.PREVENTED;
    }
    return loose().memorised() || tight().memorised()
        ? OutlierEffect.ONLY_BOUNDED
        : OutlierEffect.NOT_SEEN;
  }

  /** What chance alone lets off and tight differ by, in shares of pairs. */
  double chance() {
    return DEVIATIONS * off().distances().deviation(tight().distances());
  }

  /**
   * Share 0 … 1 of what exceeds one half without the bound that the tight one takes away; an
   * estimate, meaningful where outliers are memorised without it.
   */
  public double removed() {
    double excess = off().distances().nearer() - 0.5;
    return Math.min(1, Math.max(0, off().distances().ahead(tight().distances()) / excess));
  }

  /**
   * Where single outliers were copied, were their number the clearest; empty where none is told.
   */
  public Optional<OutlierExperiment.Nearness> copied() {
    return found.stream()
        .filter(OutlierExperiment.Nearness::copied)
        .max(Comparator.comparingDouble(each -> each.plantedNear() - each.leftOutNear()));
  }

  /** The least and the largest share of pairs that chance lets under any of the bounds. */
  public double chanceFrom() {
    return found.stream().mapToDouble(OutlierExperiment.Nearness::chanceFrom).min().orElseThrow();
  }

  public double chanceTo() {
    return found.stream().mapToDouble(OutlierExperiment.Nearness::chanceTo).max().orElseThrow();
  }
}
