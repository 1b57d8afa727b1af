package modulus.vae.training;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import modulus.encoding.CodedTable;
import modulus.encoding.Embedding;
import modulus.encoding.PatientRows;
import modulus.privacy.GuaranteeRandom;
import modulus.vae.network.Initialization;
import modulus.vae.network.NetworkShape;
import modulus.vae.network.VaeModel;

/**
 * Private steps at Adult's shape, 39,074 × 15 with 179 codes, on a random table: time does not
 * depend on what stands in it.
 */
public final class StepLoop implements AutoCloseable {
  static final int[] SIZES = {24, 9, 30, 16, 16, 7, 15, 6, 5, 2, 8, 8, 14, 17, 2};
  private static final int ROWS = 39_074;
  private static final double BATCH = 4_000;

  private final PoissonSampling sampling;
  private final NoisyGradient noisy;
  private final float[] parameters;
  private final double[] gradient;
  private final Adam adam;
  private final NetworkShape shape;

  public StepLoop(GuaranteeRandom random) {
    SplittableRandom codes = new SplittableRandom(1);
    short[][] columns = new short[SIZES.length][ROWS];
    for (int j = 0; j < SIZES.length; j++) {
      for (int row = 0; row < ROWS; row++) {
        columns[j][row] = (short) codes.nextInt(SIZES[j]);
      }
    }
    CodedTable table = new CodedTable(ROWS, SIZES, columns);
    List<Integer> blocks = Arrays.stream(SIZES).boxed().toList();
    shape = NetworkShape.of(table.totalSize(), blocks);
    VaeModel model = Initialization.initial(shape, new double[table.totalSize()], 1);
    PrivateTrainingPlan plan = PrivateTrainingPlan.of(ROWS, 10, BATCH / ROWS, 200);
    sampling = new PoissonSampling(PatientRows.single(ROWS), BATCH / ROWS, random);
    noisy = new NoisyGradient(shape, plan, random, Embedding.oneHot(SIZES).apply(table), table, 1);
    parameters = model.parameters();
    gradient = new double[parameters.length];
    adam = new Adam(new double[parameters.length], new double[parameters.length], 0);
  }

  /** One step; the first parameter, so that nothing can be left out. */
  public double step() {
    noisy.compute(parameters, sampling.draw(), gradient, 0, TrainingListener.silent());
    adam.update(parameters, gradient, 1e-3);
    return parameters[0];
  }

  /** Normals an average step draws: one per parameter and one per record and latent dimension. */
  int noisesPerStep() {
    return parameters.length + (int) (BATCH * shape.latent());
  }

  @Override
  public void close() {
    noisy.close();
  }

  /**
   * Prints medians of the times of blocks of steps, in milliseconds per step, and what a step
   * allocates; a line on standard input asks for the next block, so that another program can take
   * turns with this one.
   */
  public static void main(String[] arguments) throws java.io.IOException {
    int steps = Integer.parseInt(arguments[0]);
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    try (modulus.privacy.SecureGuaranteeRandom random =
            new modulus.privacy.SecureGuaranteeRandom();
        StepLoop loop = new StepLoop(random)) {
      double[] noise = new double[loop.noisesPerStep()];
      for (int i = 0; i < 300; i++) {
        loop.step();
      }
      for (int i = 0; i < 300; i++) {
        random.fillGaussian(noise, 0, noise.length);
      }
      System.out.println("ready");
      while (System.in.read() == '\n') {
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        for (int i = 0; i < steps; i++) {
          loop.step();
        }
        long middle = System.nanoTime();
        allocated = threads.getCurrentThreadAllocatedBytes() - allocated;
        for (int i = 0; i < steps; i++) {
          random.fillGaussian(noise, 0, noise.length);
        }
        long end = System.nanoTime();
        System.out.printf(
            java.util.Locale.ROOT,
            "%.4f %.4f %d%n",
            1e-6 * (middle - start) / steps,
            1e-6 * (end - middle) / steps,
            allocated / steps);
      }
    }
  }
}
