package modulus.workbench;

/** What an {@link OutlierExperiment} shows, an absent effect included. */
public enum OutlierEffect {
  /** Under no bound are planted outliers told from those left out by more than chance. */
  NOT_SEEN,
  /** Outliers are memorised without the bound, less under the tight one, where none is told. */
  PREVENTED,
  /** Outliers are memorised without the bound and under the tight one, there less. */
  LESSENED,
  /** Outliers are memorised without the bound; that the tight one changes it is not told. */
  UNCHANGED,
  /** Outliers are memorised under a bound, which is not told without it nor as a difference. */
  ONLY_BOUNDED,
  /** Outliers are memorised under the tight bound, and more so than without it. */
  WORSENED
}
