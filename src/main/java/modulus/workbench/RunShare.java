package modulus.workbench;

/**
 * One run's part of the progress of several that follow each other. What it learns of training is
 * not passed on.
 *
 * @param whole hears of all of them
 * @param index of this run, from 0
 * @param runs how many there are, ≥ 1
 */
public record RunShare(RunListener whole, int index, int runs) implements RunListener {
  private static final double TRAINING = 0.9;
  private static final double TRAINED = 0.95;

  @Override
  public void phase(RunPhase phase, double fraction) {
    double done = phase.compareTo(RunPhase.TRAINING) < 0 ? 0 : TRAINED;
    double within = phase == RunPhase.TRAINING ? TRAINING * fraction : done;
    whole.phase(phase, (index + within) / runs);
  }

  @Override
  public void recorded() {
    whole.recorded();
  }

  @Override
  public void note(String sentence) {
    whole.note(sentence);
  }

  @Override
  public boolean cancelled() {
    return whole.cancelled();
  }
}
