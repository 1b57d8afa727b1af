package modulus.vae.training;

/**
 * Adam (Kingma and Ba, ICLR 2015) on float32 parameters with float64 moments. Works on noisy
 * gradients only, so its state is post-processing (privacy.md, section 6).
 */
final class Adam {
  static final double FIRST_DECAY = 0.9;
  private static final double SECOND_DECAY = 0.99;
  private static final double FLOOR = 1e-8;

  private final double[] first;
  private final double[] second;
  private int step;

  Adam(double[] first, double[] second, int step) {
    this.first = first;
    this.second = second;
    this.step = step;
  }

  double[] first() {
    return first;
  }

  double[] second() {
    return second;
  }

  void update(float[] parameters, double[] gradient, double learningRate) {
    step++;
    double size = learningRate / (1 - Math.pow(FIRST_DECAY, step));
    double correction = 1 / (1 - Math.pow(SECOND_DECAY, step));
    for (int i = 0; i < parameters.length; i++) {
      double g = gradient[i];
      double m = FIRST_DECAY * first[i] + (1 - FIRST_DECAY) * g;
      double v = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * g * g;
      first[i] = m;
      second[i] = v;
      parameters[i] -= (float) (size * m / (Math.sqrt(v * correction) + FLOOR));
    }
  }

  /** Cosine decay from 1 to 0 over the planned steps. */
  static double cosine(int step, int steps) {
    return 0.5 * (1 + Math.cos(Math.PI * step / steps));
  }
}
