package modulus.vae.network;

import modulus.privacy.GuaranteeRandom;

/** The model's prior, a mixture of K diagonal Gaussians, as a distribution to draw from. */
public final class MixturePrior {
  private final int components;
  private final int latent;
  private final double[] cumulative;
  private final double[] mean;
  private final double[] deviation;

  public MixturePrior(VaeModel model) {
    ParameterLayout layout = model.layout();
    components = layout.components();
    latent = layout.latent();
    cumulative = new double[components];
    mean = new double[components * latent];
    deviation = new double[components * latent];
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < components; k++) {
      largest = Math.max(largest, model.parameter(layout.logitOffset() + k));
    }
    double total = 0;
    for (int k = 0; k < components; k++) {
      total += Math.exp(model.parameter(layout.logitOffset() + k) - largest);
      cumulative[k] = total;
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] = model.parameter(layout.meanOffset() + i);
      deviation[i] = Math.exp(0.5 * model.parameter(layout.logVarianceOffset() + i));
    }
  }

  /**
   * Draws n points.
   *
   * @param points receives them, latent × n, row = dimension, column = point
   */
  public void draw(int n, GuaranteeRandom random, float[] points) {
    double[] normal = new double[latent * n];
    random.fillGaussian(normal, 0, normal.length);
    for (int c = 0; c < n; c++) {
      int k = component(random.nextDouble() * cumulative[components - 1]);
      for (int i = 0; i < latent; i++) {
        int at = k * latent + i;
        points[i * n + c] = (float) (mean[at] + deviation[at] * normal[i * n + c]);
      }
    }
  }

  private int component(double level) {
    int k = 0;
    while (k < components - 1 && cumulative[k] <= level) {
      k++;
    }
    return k;
  }
}
