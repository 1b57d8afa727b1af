package modulus.privacy;

import org.apache.commons.math3.special.Erf;

/**
 * The normal law cut into 256 layers of equal area (Marsaglia and Tsang, "The ziggurat method for
 * generating random variables", 2000), each draw from 53 bits for the place and 8 further bits for
 * the layer (Doornik 2005 on why they must not be shared). What falls outside of a layer's core is
 * decided by the density itself, and the tail beyond {@link #TAIL} by Marsaglia's exact rejection
 * (1964), so that the law is exact up to the rounding of float64 and reaches beyond 13σ.
 */
final class NormalZiggurat {
  private static final int LAYERS = 256;

  /** Where the lowest layer's tail begins: the root that closes 256 layers at the mode. */
  static final double TAIL = 3.6541528853610088;

  /** Right edges, falling to 0; that of layer 0 stands for its core and its tail together. */
  private static final double[] EDGE = new double[LAYERS + 1];

  /** Share of a layer's width that lies wholly under the density. */
  private static final double[] CORE = new double[LAYERS];

  private static final double[] DENSITY = new double[LAYERS + 1];

  /** Area of every layer under the density exp(−x²/2). */
  static final double AREA =
      TAIL * Math.exp(-0.5 * TAIL * TAIL) + Math.sqrt(Math.PI / 2) * Erf.erfc(TAIL / Math.sqrt(2));

  static {
    EDGE[0] = AREA / Math.exp(-0.5 * TAIL * TAIL);
    EDGE[1] = TAIL;
    for (int layer = 2; layer < LAYERS; layer++) {
      double below = EDGE[layer - 1];
      EDGE[layer] = Math.sqrt(-2 * Math.log(AREA / below + Math.exp(-0.5 * below * below)));
    }
    for (int layer = 0; layer <= LAYERS; layer++) {
      DENSITY[layer] = Math.exp(-0.5 * EDGE[layer] * EDGE[layer]);
    }
    for (int layer = 0; layer < LAYERS; layer++) {
      CORE[layer] = EDGE[layer + 1] / EDGE[layer];
    }
  }

  private NormalZiggurat() {}

  /** Area of the uppermost layer: {@link #AREA} up to rounding if {@link #TAIL} is right. */
  static double topArea() {
    return EDGE[LAYERS - 1] * (1 - DENSITY[LAYERS - 1]);
  }

  /**
   * A standard normal.
   *
   * @param bits 64 fresh uniform bits
   * @param random where further bits come from, for one draw in 80
   */
  static double draw(long bits, GuaranteeRandom random) {
    int layer = (int) bits & (LAYERS - 1);
    double place = symmetric(bits);
    return Math.abs(place) < CORE[layer] ? place * EDGE[layer] : outside(layer, place, random);
  }

  private static double outside(int layer, double place, GuaranteeRandom random) {
    if (layer == 0) {
      return Math.copySign(tail(random), place);
    }
    double x = place * EDGE[layer];
    double height = DENSITY[layer] + positive(random) * (DENSITY[layer + 1] - DENSITY[layer]);
    return height < Math.exp(-0.5 * x * x) ? x : draw(random.nextLong(), random);
  }

  private static double tail(GuaranteeRandom random) {
    double beyond;
    double level;
    do {
      beyond = -Math.log(positive(random)) / TAIL;
      level = -Math.log(positive(random));
    } while (2 * level <= beyond * beyond);
    return TAIL + beyond;
  }

  /** An odd multiple of 2⁻⁵³ on (−1, 1), from all bits but the lowest eleven. */
  private static double symmetric(long bits) {
    return ((bits >> 11) + 0.5) * 0x1p-52;
  }

  /** An odd multiple of 2⁻⁵³ on (0, 1). */
  private static double positive(GuaranteeRandom random) {
    return ((random.nextLong() >>> 12) + 0.5) * 0x1p-52;
  }
}
