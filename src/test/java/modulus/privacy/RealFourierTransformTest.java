package modulus.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealFourierTransformTest {

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 64, 1024, 65536})
  void a_product_of_spectra_is_a_circular_convolution(int length) {
    double[] x = draws(length, 1);
    double[] y = draws(length, 2);
    double[] expected = new double[length];
    // y is sparse, so that the direct sum stays cheap
    for (int j = 0; j < length; j++) {
      y[j] = j % Math.max(1, length / 16) == 0 ? y[j] : 0;
      for (int i = 0; y[j] != 0 && i < length; i++) {
        expected[(i + j) % length] += x[i] * y[j];
      }
    }
    RealFourierTransform transform = RealFourierTransform.ofLength(length);
    double[][] a = split(x);
    double[][] b = split(y);
    transform.forward(a[0], a[1]);
    transform.forward(b[0], b[1]);
    Spectra.multiply(a[0], a[1], b[0], b[1]);
    transform.inverse(a[0], a[1]);
    double error = 0;
    for (int i = 0; i < length; i++) {
      error += Math.pow((i % 2 == 0 ? a[0] : a[1])[i / 2] - expected[i], 2);
    }
    assertThat(Math.sqrt(error))
        .isLessThan(3 * transform.relativeError() * Math.sqrt(length) * norm(x) * norm(y));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 256, 1 << 17})
  void forth_and_back_stays_within_the_stated_error(int length) {
    double[] x = draws(length, 3);
    double[][] a = split(x);
    RealFourierTransform transform = RealFourierTransform.ofLength(length);
    transform.forward(a[0], a[1]);
    transform.inverse(a[0], a[1]);
    double error = 0;
    for (int i = 0; i < length; i++) {
      error += Math.pow((i % 2 == 0 ? a[0] : a[1])[i / 2] - x[i], 2);
    }
    assertThat(Math.sqrt(error)).isLessThan(2 * transform.relativeError() * norm(x));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 12, 1000})
  void other_lengths_are_refused(int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RealFourierTransform.ofLength(length))
        .withMessageContaining(String.valueOf(length));
  }

  private static double[] draws(int length, int seed) {
    double[] x = new double[length];
    try (SeededRehearsalRandom random = new SeededRehearsalRandom(seed)) {
      random.fillGaussian(x, 0, length);
    }
    return x;
  }

  private static double[][] split(double[] x) {
    double[][] halves = new double[2][x.length / 2];
    for (int i = 0; i < x.length; i++) {
      halves[i % 2][i / 2] = x[i];
    }
    return halves;
  }

  private static double norm(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
