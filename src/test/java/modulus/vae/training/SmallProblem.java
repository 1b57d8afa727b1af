package modulus.vae.training;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import modulus.encoding.CodedTable;
import modulus.encoding.SparseInputs;
import modulus.vae.marginal.SeededRandom;
import modulus.vae.network.EncoderKind;
import modulus.vae.network.Initialization;
import modulus.vae.network.NetworkShape;
import modulus.vae.network.VaeModel;

/** A random table with dependent attributes, its inputs, and a small network for it. */
record SmallProblem(CodedTable targets, SparseInputs inputs, NetworkShape shape, VaeModel model) {

  static SmallProblem of(int rows, long seed, EncoderKind kind) {
    int[] sizes = {3, 2, 5, 4};
    SplittableRandom random = new SplittableRandom(seed);
    short[][] codes = new short[sizes.length][rows];
    int width = sizes.length;
    int[] indices = new int[rows * width];
    float[] values = new float[rows * width];
    for (int row = 0; row < rows; row++) {
      double hidden = random.nextDouble();
      int at = 0;
      for (int j = 0; j < sizes.length; j++) {
        double level = random.nextDouble() < 0.7 ? hidden : random.nextDouble();
        codes[j][row] = (short) Math.min(sizes[j] - 1, (int) (level * sizes[j]));
        indices[row * width + j] = at + codes[j][row];
        values[row * width + j] = (float) (0.5 + random.nextDouble());
        at += sizes[j];
      }
    }
    CodedTable targets = new CodedTable(rows, sizes, codes);
    SparseInputs inputs = new SparseInputs(rows, width, targets.totalSize(), indices, values);
    NetworkShape shape =
        new NetworkShape(
            targets.totalSize(),
            List.of(6, 8),
            3,
            List.of(7),
            Arrays.stream(sizes).boxed().toList(),
            4,
            kind);
    double[] bias = new double[targets.totalSize()];
    Arrays.setAll(bias, i -> -1 + 0.1 * i);
    VaeModel initial = Initialization.initial(shape, bias, seed);
    float[] parameters = initial.parameters();
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] += (float) (0.3 * random.nextGaussian());
    }
    return new SmallProblem(targets, inputs, shape, new VaeModel(shape, parameters));
  }

  int[] allRows() {
    int[] rows = new int[targets.rows()];
    Arrays.setAll(rows, i -> i);
    return rows;
  }

  /** ξ for n records, feature-major. */
  float[] noise(int n, long seed) {
    return new LatentNoise(shape.latent(), n, new SeededRandom(seed)).draw(n);
  }
}
