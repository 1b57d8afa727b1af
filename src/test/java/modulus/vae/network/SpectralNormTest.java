package modulus.vae.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectralNormTest {

  /** Oracle: SingularValueDecomposition of commons-math3 3.6.1, relative error below 1e-12. */
  @ParameterizedTest
  @CsvSource({"1,1", "5,3", "3,5", "64,16", "16,64", "150,64", "40,90"})
  void the_bound_is_above_the_largest_singular_value_and_tight(int inputs, int outputs) {
    SplittableRandom random = new SplittableRandom(inputs * 1000L + outputs);
    Layer layer = new Layer(7, inputs, outputs);
    float[] parameters = new float[7 + layer.size()];
    double[][] matrix = new double[inputs][outputs];
    for (int i = 0; i < inputs; i++) {
      for (int o = 0; o < outputs; o++) {
        float w = (float) random.nextGaussian();
        parameters[7 + i * outputs + o] = w;
        matrix[i][o] = w;
      }
    }
    double exact =
        new SingularValueDecomposition(new Array2DRowRealMatrix(matrix)).getSingularValues()[0];
    double bound = SpectralNorm.upperBound(parameters, layer);
    assertThat(bound).isBetween(exact * (1 - 1e-12), exact * (1 + 1e-8));
    assertThat(SpectralNorm.estimate(parameters, layer))
        .isBetween(exact * (1 - 1e-11), exact * (1 + 1e-11));
  }

  @Test
  void diagonal_and_rank_one_matrices_have_the_bound_written_on_them() {
    Layer layer = new Layer(0, 3, 3);
    float[] diagonal = new float[layer.size()];
    diagonal[0] = 0.25f;
    diagonal[4] = -2f;
    diagonal[8] = 1f;
    assertThat(SpectralNorm.upperBound(diagonal, layer)).isBetween(2.0, 2.0 + 1e-7);
    Layer wide = new Layer(0, 2, 4);
    float[] rankOne = new float[wide.size()];
    for (int i = 0; i < 2; i++) {
      for (int o = 0; o < 4; o++) {
        rankOne[i * 4 + o] = (i == 0 ? 3f : 4f) * 0.5f;
      }
    }
    assertThat(SpectralNorm.upperBound(rankOne, wide)).isBetween(5.0, 5.0 + 1e-6);
  }

  @Test
  void equal_singular_values_do_not_upset_the_factorisation() {
    Layer layer = new Layer(0, 32, 32);
    float[] identity = new float[layer.size()];
    for (int i = 0; i < 32; i++) {
      identity[i * 32 + i] = 0.7f;
    }
    assertThat(SpectralNorm.upperBound(identity, layer))
        .isBetween((double) 0.7f, 0.7f * (1 + 1e-8));
  }

  @Test
  void the_bias_does_not_count_and_no_weights_give_zero() {
    Layer layer = new Layer(0, 2, 2);
    float[] parameters = {0, 0, 0, 0, 100, 100};
    assertThat(SpectralNorm.upperBound(parameters, layer)).isZero();
  }

  @Test
  void weights_that_are_not_finite_are_refused() {
    Layer layer = new Layer(0, 1, 2);
    assertThatThrownBy(() -> SpectralNorm.upperBound(new float[] {Float.NaN, 1, 0, 0}, layer))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"30,8", "8,30", "12,12", "250,128", "128,64"})
  void orthonormalised_weights_have_all_singular_values_equal(int inputs, int outputs) {
    SplittableRandom random = new SplittableRandom(5);
    Layer layer = new Layer(0, inputs, outputs);
    float[] parameters = new float[layer.size()];
    for (int i = 0; i < inputs * outputs; i++) {
      parameters[i] = (float) random.nextGaussian();
    }
    double told = Orthonormalisation.apply(parameters, layer, 0.6);
    requireSingularValues(parameters, inputs, outputs, told);
    // as after one update of training
    for (int i = 0; i < inputs * outputs; i++) {
      parameters[i] += (float) (0.004 * random.nextGaussian());
    }
    told = Orthonormalisation.apply(parameters, layer, 0.6);
    requireSingularValues(parameters, inputs, outputs, told);
  }

  private static void requireSingularValues(
      float[] parameters, int inputs, int outputs, double told) {
    double[][] matrix = new double[inputs][outputs];
    for (int i = 0; i < inputs * outputs; i++) {
      matrix[i / outputs][i % outputs] = parameters[i];
    }
    double[] values =
        new SingularValueDecomposition(new Array2DRowRealMatrix(matrix)).getSingularValues();
    for (double value : values) {
      assertThat(value).isBetween(0.5999, 0.6001).isLessThanOrEqualTo(told);
    }
    assertThat(told).isLessThan(0.6001);
  }
}
