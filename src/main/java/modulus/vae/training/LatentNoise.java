package modulus.vae.training;

import modulus.privacy.GuaranteeRandom;

/** Standard normal ξ for a chunk of records. */
final class LatentNoise {
  private final int latent;
  private final GuaranteeRandom random;
  private final double[] wide;
  private final float[] noise;

  LatentNoise(int latent, int capacity, GuaranteeRandom random) {
    this.latent = latent;
    this.random = random;
    this.wide = new double[latent * capacity];
    this.noise = new float[latent * capacity];
  }

  /** latent × n independent standard normals; the array is reused. */
  float[] draw(int n) {
    random.fillGaussian(wide, 0, latent * n);
    for (int i = 0; i < latent * n; i++) {
      noise[i] = (float) wide[i];
    }
    return noise;
  }
}
