package modulus.privacy;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Discrete Fourier transform of real vectors whose length is a power of two.
 *
 * <p>Decimation in frequency forwards and in time backwards, so that the spectrum stays in
 * bit-reversed order and is never permuted: the accountant only multiplies spectra point by point.
 * Every root of unity is computed by sin and cos, not by recurrence, so the error bound of Higham
 * (Accuracy and Stability of Numerical Algorithms, 2nd ed., Theorem 24.2) holds: the relative error
 * in the ℓ₂ norm is at most {@link #relativeError()}.
 */
final class RealFourierTransform {
  /** Unit roundoff of float64. */
  static final double UNIT_ROUNDOFF = 0x1p-53;

  /** Below this length the passes run level by level; above it block by block, for the cache. */
  private static final int BLOCK = 1 << 12;

  private static final Map<Integer, SoftReference<RealFourierTransform>> CACHE =
      new ConcurrentHashMap<>();

  private final int length;
  private final int half;
  // cosine[h + j], sine[h + j]: exp(−πi·j/h) for j < h, h = 1, 2, 4, …, half/2
  private final double[] cosine;
  private final double[] sine;
  // exp(−2πi·k/length) for the frequencies k < half/2, in the order of the even slots
  private final double[] splitCosine;
  private final double[] splitSine;

  private RealFourierTransform(int length) {
    this.length = length;
    half = length / 2;
    cosine = new double[half];
    sine = new double[half];
    int top = half / 2;
    for (int j = 0; j < top; j++) {
      cosine[top + j] = Math.cos(Math.PI * j / top);
      sine[top + j] = -Math.sin(Math.PI * j / top);
    }
    for (int slot = top - 1; slot >= 1; slot--) {
      // layer h is every second entry of layer 2h: index h + j comes from 2h + 2j
      cosine[slot] = cosine[2 * slot];
      sine[slot] = sine[2 * slot];
    }
    int bits = Integer.numberOfTrailingZeros(half);
    splitCosine = new double[top];
    splitSine = new double[top];
    for (int e = 0; e < top; e++) {
      int frequency = Integer.reverse(2 * e) >>> (32 - bits);
      splitCosine[e] = Math.cos(2 * Math.PI * frequency / length);
      splitSine[e] = -Math.sin(2 * Math.PI * frequency / length);
    }
  }

  /** The transform for vectors of {@code length} numbers, a power of two and at least 8. */
  static RealFourierTransform ofLength(int length) {
    if (length < 8 || Integer.bitCount(length) != 1) {
      throw new IllegalArgumentException(
          "length must be a power of two and at least 8 but is " + length);
    }
    SoftReference<RealFourierTransform> kept = CACHE.get(length);
    RealFourierTransform transform = kept == null ? null : kept.get();
    if (transform == null) {
      transform = new RealFourierTransform(length);
      CACHE.put(length, new SoftReference<>(transform));
    }
    return transform;
  }

  /**
   * Bound on ‖computed − exact‖₂/‖exact‖₂ of one transform in either direction: 10 units of
   * roundoff per level (Theorem 24.2 with roots accurate to two units), two more levels for the
   * split into real and imaginary parts.
   */
  double relativeError() {
    int levels = Integer.numberOfTrailingZeros(length) + 2;
    return 10 * UNIT_ROUNDOFF * levels;
  }

  /**
   * Transforms x, given as re[k] = x[2k] and im[k] = x[2k+1], in place. Slot 0 then holds the two
   * real values at frequencies 0 (re) and length/2 (im); every other slot one complex value, the
   * frequencies 1 … length/2 − 1 in bit-reversed order.
   */
  void forward(double[] re, double[] im) {
    decimate(re, im, 0, half);
    double mean = re[0];
    double alternating = im[0];
    re[0] = mean + alternating;
    im[0] = mean - alternating;
    im[1] = -im[1];
    for (int block = 2; block < half; block *= 2) {
      for (int p = block; p < 2 * block; p += 2) {
        int q = 3 * block - 1 - p;
        double evenRe = 0.5 * (re[p] + re[q]);
        double evenIm = 0.5 * (im[p] - im[q]);
        double oddRe = 0.5 * (im[p] + im[q]);
        double oddIm = -0.5 * (re[p] - re[q]);
        double c = splitCosine[p / 2];
        double s = splitSine[p / 2];
        double turnedRe = oddRe * c - oddIm * s;
        double turnedIm = oddRe * s + oddIm * c;
        re[p] = evenRe + turnedRe;
        im[p] = evenIm + turnedIm;
        re[q] = evenRe - turnedRe;
        im[q] = -(evenIm - turnedIm);
      }
    }
  }

  /** The inverse of {@link #forward}, scaling included. */
  void inverse(double[] re, double[] im) {
    double atZero = re[0];
    double atHalf = im[0];
    re[0] = 0.5 * (atZero + atHalf);
    im[0] = 0.5 * (atZero - atHalf);
    im[1] = -im[1];
    for (int block = 2; block < half; block *= 2) {
      for (int p = block; p < 2 * block; p += 2) {
        int q = 3 * block - 1 - p;
        double evenRe = 0.5 * (re[p] + re[q]);
        double evenIm = 0.5 * (im[p] - im[q]);
        double turnedRe = 0.5 * (re[p] - re[q]);
        double turnedIm = 0.5 * (im[p] + im[q]);
        double c = splitCosine[p / 2];
        double s = splitSine[p / 2];
        double oddRe = turnedRe * c + turnedIm * s;
        double oddIm = turnedIm * c - turnedRe * s;
        re[p] = evenRe - oddIm;
        im[p] = evenIm + oddRe;
        re[q] = evenRe + oddIm;
        im[q] = oddRe - evenIm;
      }
    }
    interleave(re, im, 0, half);
    double scale = 1.0 / half;
    for (int k = 0; k < half; k++) {
      re[k] *= scale;
      im[k] *= scale;
    }
  }

  private void decimate(double[] re, double[] im, int from, int size) {
    if (size > BLOCK) {
      int h = size / 2;
      decimationPass(re, im, from, h);
      decimate(re, im, from, h);
      decimate(re, im, from + h, h);
      return;
    }
    for (int h = size / 2; h >= 1; h /= 2) {
      for (int start = from; start < from + size; start += 2 * h) {
        decimationPass(re, im, start, h);
      }
    }
  }

  private void decimationPass(double[] re, double[] im, int start, int h) {
    for (int j = 0; j < h; j++) {
      int a = start + j;
      int b = a + h;
      double differenceRe = re[a] - re[b];
      double differenceIm = im[a] - im[b];
      re[a] += re[b];
      im[a] += im[b];
      double c = cosine[h + j];
      double s = sine[h + j];
      re[b] = differenceRe * c - differenceIm * s;
      im[b] = differenceRe * s + differenceIm * c;
    }
  }

  private void interleave(double[] re, double[] im, int from, int size) {
    if (size > BLOCK) {
      int h = size / 2;
      interleave(re, im, from, h);
      interleave(re, im, from + h, h);
      interleavingPass(re, im, from, h);
      return;
    }
    for (int h = 1; h < size; h *= 2) {
      for (int start = from; start < from + size; start += 2 * h) {
        interleavingPass(re, im, start, h);
      }
    }
  }

  private void interleavingPass(double[] re, double[] im, int start, int h) {
    for (int j = 0; j < h; j++) {
      int a = start + j;
      int b = a + h;
      double c = cosine[h + j];
      double s = sine[h + j];
      double turnedRe = re[b] * c + im[b] * s;
      double turnedIm = im[b] * c - re[b] * s;
      re[b] = re[a] - turnedRe;
      im[b] = im[a] - turnedIm;
      re[a] += turnedRe;
      im[a] += turnedIm;
    }
  }
}
