package modulus.workbench;

import java.util.List;

/** What an {@link OutlierExperiment} shows, an absent effect included. */
public enum OutlierEffect {
  /** Without the bound rows come no nearer to planted outliers than chance lets them. */
  NOT_SEEN,
  /** Outliers are memorised without the bound; the tight one prevents at least half of that. */
  PREVENTED,
  /** Outliers are memorised, and the bound hardly changes that. */
  UNCHANGED;

  /**
   * @param found off first, tight last
   */
  public static OutlierEffect of(List<OutlierExperiment.Nearness> found) {
    OutlierExperiment.Nearness off = found.get(0);
    OutlierExperiment.Nearness tight = found.get(found.size() - 1);
    double memorised = off.plantedNear() - off.leftOutNear();
    if (memorised <= off.chance()) {
      return NOT_SEEN;
    }
    return tight.plantedNear() - tight.leftOutNear() <= memorised / 2 ? PREVENTED : UNCHANGED;
  }
}
