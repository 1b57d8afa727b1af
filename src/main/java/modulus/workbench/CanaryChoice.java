package modulus.workbench;

/**
 * Whether the next run is audited by planted canaries.
 *
 * @param planted whether any are planted
 * @param count how many are drawn if so, {@link SynthesisRun#LEAST_CANARIES} to {@link
 *     SynthesisRun#MOST_CANARIES}
 */
public record CanaryChoice(boolean planted, int count) {
  /** No audit. */
  public static final CanaryChoice NONE = new CanaryChoice(false, SynthesisRun.DEFAULT_CANARIES);

  public CanaryChoice {
    if (count < SynthesisRun.LEAST_CANARIES || count > SynthesisRun.MOST_CANARIES) {
      throw new IllegalArgumentException(
          "canaries must number "
              + SynthesisRun.LEAST_CANARIES
              + " to "
              + SynthesisRun.MOST_CANARIES
              + " but are "
              + count);
    }
  }
}
