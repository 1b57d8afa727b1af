package modulus.vae.calibration;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import modulus.encoding.CodedTable;
import modulus.privacy.SecureGuaranteeRandom;
import modulus.vae.PriorSampler;
import modulus.vae.network.Initialization;
import modulus.vae.network.NetworkShape;
import modulus.vae.network.VaeModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Sampling a pool of 250,000 rows of 15 attributes and choosing 40,000 of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class CalibrationBenchmark {
  private static final int[] SIZES = {24, 9, 30, 16, 16, 7, 15, 6, 5, 2, 8, 8, 14, 17, 2};
  private static final int POOL = 250_000;
  private static final int ROWS = 40_000;

  private SecureGuaranteeRandom random;
  private VaeModel model;
  private CodedTable pool;
  private NoisyTables measured;

  @Setup
  public void start() {
    random = new SecureGuaranteeRandom();
    model =
        Initialization.initial(
            NetworkShape.of(179, java.util.Arrays.stream(SIZES).boxed().toList()),
            new double[179],
            1);
    pool = new PriorSampler(model).sample(POOL, random);
    SplittableRandom codes = new SplittableRandom(2);
    short[][] columns = new short[SIZES.length][ROWS];
    for (int row = 0; row < ROWS; row++) {
      double hidden = codes.nextDouble();
      for (int j = 0; j < SIZES.length; j++) {
        columns[j][row] = (short) (SIZES[j] * (codes.nextDouble() < 0.5 ? hidden : codes.nextDouble()));
      }
    }
    measured =
        PairMechanism.withMu(AskedTables.allPairs(SIZES, 4_000_000), 1, 0.15, 1)
            .measure(new CodedTable(ROWS, SIZES, columns), ROWS, random);
  }

  @Benchmark
  public Calibration calibration() {
    return Calibration.of(
        pool, measured, ROWS, CalibrationSettings.DEFAULT, random, () -> false);
  }

  @Benchmark
  public CodedTable sampling() {
    return new PriorSampler(model).sample(POOL, random);
  }

  @TearDown
  public void stop() {
    random.close();
  }
}
