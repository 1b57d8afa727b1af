package modulus.workbench;

import java.util.List;

/** What an {@link OutlierExperiment} shows, an absent effect included. */
public enum OutlierEffect {
  /** Without the bound rows come no nearer to planted outliers than chance lets them. */
  NOT_SEEN,
  /** Rows come nearer to planted outliers; the tight bound prevents at least half of that. */
  PREVENTED,
  /** Rows come nearer to planted outliers, and the bound hardly changes that. */
  UNCHANGED;

  /**
   * @param found off first, tight last
   */
  public static OutlierEffect of(List<OutlierExperiment.Nearness> found) {
    OutlierExperiment.Nearness off = found.get(0);
    OutlierExperiment.Nearness tight = found.get(found.size() - 1);
    double memorised = off.plantedNearer() - 0.5;
    if (memorised <= off.chance()) {
      return NOT_SEEN;
    }
    return tight.plantedNearer() - 0.5 <= memorised / 2 ? PREVENTED : UNCHANGED;
  }
}
