package modulus.privacy;

/** Point-by-point arithmetic on spectra as {@link RealFourierTransform} orders them. */
final class Spectra {
  /** A factor whose squared modulus is below this makes the power vanish. */
  private static final double VANISHES = 1e-280;

  private Spectra() {}

  /** (outRe, outIm) = (re, im)^count; the outputs may be the inputs. */
  static void power(double[] re, double[] im, long count, double[] outRe, double[] outIm) {
    outRe[0] = Math.pow(re[0], (double) count);
    outIm[0] = Math.pow(im[0], (double) count);
    for (int k = 1; k < re.length; k++) {
      double baseRe = re[k];
      double baseIm = im[k];
      double powerRe = 1;
      double powerIm = 0;
      for (long left = count; left > 0; left >>= 1) {
        if ((left & 1) == 1) {
          double r = powerRe * baseRe - powerIm * baseIm;
          powerIm = powerRe * baseIm + powerIm * baseRe;
          powerRe = r;
        }
        if (left > 1) {
          double square = baseRe * baseRe - baseIm * baseIm;
          baseIm = 2 * baseRe * baseIm;
          baseRe = square;
          if (baseRe * baseRe + baseIm * baseIm < VANISHES) {
            powerRe = 0;
            powerIm = 0;
            break;
          }
        }
      }
      outRe[k] = powerRe;
      outIm[k] = powerIm;
    }
  }

  /** Subtracts a real number from every value of the spectrum. */
  static void subtract(double[] re, double[] im, double value) {
    im[0] -= value;
    for (int k = 0; k < re.length; k++) {
      re[k] -= value;
    }
  }

  /**
   * (re, im) = (1 + re + i·im)^count for spectra near 1, as e^(count·ln(1 + z)): the error is
   * relative to z instead of to 1.
   */
  static void powerNearOne(double[] re, double[] im, long count) {
    re[0] = Math.exp(count * Math.log1p(re[0]));
    im[0] = Math.exp(count * Math.log1p(im[0]));
    for (int k = 1; k < re.length; k++) {
      double x = re[k];
      double y = im[k];
      double logModulus = 0.5 * count * Math.log1p(x * (2 + x) + y * y);
      if (logModulus < -300) {
        re[k] = 0;
        im[k] = 0;
      } else {
        double modulus = Math.exp(logModulus);
        double angle = count * Math.atan2(y, 1 + x);
        re[k] = modulus * Math.cos(angle);
        im[k] = modulus * Math.sin(angle);
      }
    }
  }

  /** (re, im) *= (byRe, byIm). */
  static void multiply(double[] re, double[] im, double[] byRe, double[] byIm) {
    re[0] *= byRe[0];
    im[0] *= byIm[0];
    for (int k = 1; k < re.length; k++) {
      double r = re[k] * byRe[k] - im[k] * byIm[k];
      im[k] = re[k] * byIm[k] + im[k] * byRe[k];
      re[k] = r;
    }
  }
}
