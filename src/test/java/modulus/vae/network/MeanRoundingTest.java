package modulus.vae.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import modulus.encoding.SparseInputs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Oracle: the same network in the exact arithmetic of {@link BigDecimal}. */
class MeanRoundingTest {
  private static final int ROWS = 300;
  private static final int EXTREME_ROWS = 10;
  private static final int ENTRIES = 7;
  private static final int INPUTS = 40;
  private static final int LATENT = 5;
  private static final NetworkShape SHAPE =
      new NetworkShape(
          INPUTS, List.of(24, 32), LATENT, List.of(4), List.of(3), 2, EncoderKind.RELU);

  @ParameterizedTest
  @EnumSource(EncoderKind.class)
  void no_mean_is_further_from_the_exact_one_than_the_bound_and_the_bound_says_something(
      EncoderKind kind) {
    SplittableRandom random = new SplittableRandom(11);
    VaeModel model = model(kind, () -> (float) (0.4 * random.nextGaussian()));
    SparseInputs inputs = inputs(random);
    double bound =
        MeanRounding.bound(model, CertifiedLipschitz.of(model, 1), Math.sqrt(ENTRIES), ENTRIES);
    MeanEncoder encoder = new MeanEncoder(model);
    double worst = 0;
    for (int row = 0; row < ROWS; row++) {
      worst = Math.max(worst, distance(encoder.mean(inputs, row), exact(model, inputs, row)));
    }
    assertThat(worst).isPositive().isLessThanOrEqualTo(bound);
    // a worst case over all signs of all errors, beside what happened to be drawn
    assertThat(bound).isLessThan(1e4 * worst);
  }

  /** Sums that cancel, overflow float32 or are made of the smallest numbers there are. */
  @ParameterizedTest
  @EnumSource(EncoderKind.class)
  void it_holds_for_weights_of_every_magnitude(EncoderKind kind) {
    SplittableRandom random = new SplittableRandom(12);
    SparseInputs inputs = inputs(random);
    List<DoubleSupplier> weights =
        List.of(
            () -> Float.MIN_VALUE * (random.nextInt(5) - 2),
            () -> random.nextBoolean() ? Float.MAX_VALUE : -Float.MAX_VALUE,
            () -> random.nextGaussian() * Math.pow(10, random.nextInt(-45, 38)));
    for (DoubleSupplier weight : weights) {
      VaeModel model = model(kind, () -> (float) weight.getAsDouble());
      double bound =
          MeanRounding.bound(model, CertifiedLipschitz.of(model, 1), Math.sqrt(ENTRIES), ENTRIES);
      MeanEncoder encoder = new MeanEncoder(model);
      for (int row = 0; row < EXTREME_ROWS; row++) {
        assertThat(distance(encoder.mean(inputs, row), exact(model, inputs, row)))
            .isLessThanOrEqualTo(bound);
      }
    }
  }

  private static VaeModel model(EncoderKind kind, Supplier<Float> parameter) {
    NetworkShape shape =
        new NetworkShape(
            SHAPE.inputs(),
            SHAPE.encoderWidths(),
            SHAPE.latent(),
            SHAPE.decoderWidths(),
            SHAPE.blocks(),
            SHAPE.components(),
            kind);
    float[] parameters = new float[new ParameterLayout(shape).size()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = parameter.get();
    }
    return new VaeModel(shape, parameters);
  }

  private static SparseInputs inputs(SplittableRandom random) {
    int[] indices = new int[ROWS * ENTRIES];
    float[] values = new float[ROWS * ENTRIES];
    for (int row = 0; row < ROWS; row++) {
      int[] drawn = random.ints(0, INPUTS).distinct().limit(ENTRIES).sorted().toArray();
      for (int t = 0; t < ENTRIES; t++) {
        indices[row * ENTRIES + t] = drawn[t];
        values[row * ENTRIES + t] = (float) random.nextDouble();
      }
    }
    return new SparseInputs(ROWS, ENTRIES, INPUTS, indices, values);
  }

  private static BigDecimal[] exact(VaeModel model, SparseInputs inputs, int row) {
    BigDecimal[] current = new BigDecimal[INPUTS];
    Arrays.fill(current, BigDecimal.ZERO);
    for (int t = row * ENTRIES; t < (row + 1) * ENTRIES; t++) {
      current[inputs.indices()[t]] = new BigDecimal(inputs.values()[t]);
    }
    List<Layer> layers = model.layout().encoder();
    for (int l = 0; l < layers.size(); l++) {
      if (l > 0) {
        activate(current, model.shape().encoderKind());
      }
      current = affine(model.parameters(), layers.get(l), current);
    }
    return current;
  }

  private static BigDecimal[] affine(float[] parameters, Layer layer, BigDecimal[] from) {
    BigDecimal[] to = new BigDecimal[layer.outputs()];
    for (int o = 0; o < to.length; o++) {
      BigDecimal sum = new BigDecimal(parameters[layer.biasOffset() + o]);
      for (int i = 0; i < from.length; i++) {
        float weight = parameters[layer.offset() + i * layer.outputs() + o];
        sum = sum.add(from[i].multiply(new BigDecimal(weight)));
      }
      to[o] = sum;
    }
    return to;
  }

  private static void activate(BigDecimal[] units, EncoderKind kind) {
    for (int u = 0; u < units.length; u++) {
      if (kind == EncoderKind.RELU) {
        units[u] = units[u].max(BigDecimal.ZERO);
      } else if (u % 2 == 1) {
        BigDecimal larger = units[u - 1].max(units[u]);
        units[u] = units[u - 1].min(units[u]);
        units[u - 1] = larger;
      }
    }
  }

  private static double distance(double[] computed, BigDecimal[] exact) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < LATENT; i++) {
      BigDecimal off = new BigDecimal(computed[i]).subtract(exact[i]);
      sum = sum.add(off.multiply(off));
    }
    return sum.sqrt(MathContext.DECIMAL64).doubleValue();
  }
}
