package modulus.vae.training;

/** Records per second since its making, for display. */
final class RateMeter {
  private final long start = System.nanoTime();
  private long records;

  void add(int count) {
    records += count;
  }

  double perSecond() {
    return records / (1e-9 * Math.max(1, System.nanoTime() - start));
  }
}
