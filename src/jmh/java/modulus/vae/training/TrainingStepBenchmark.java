package modulus.vae.training;

import java.util.concurrent.TimeUnit;
import modulus.privacy.SecureGuaranteeRandom;
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

/** One private step at Adult's shape: an expected batch of 4,000 of 39,074 rows, 15 attributes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TrainingStepBenchmark {
  private SecureGuaranteeRandom random;
  private StepLoop loop;
  private double[] noise;

  @Setup
  public void start() {
    random = new SecureGuaranteeRandom();
    loop = new StepLoop(random);
    noise = new double[loop.noisesPerStep()];
  }

  /** Batch, clipped gradients, noise, Adam. */
  @Benchmark
  public double step() {
    return loop.step();
  }

  /** All normals of such a step alone. */
  @Benchmark
  public double noiseOfAStep() {
    random.fillGaussian(noise, 0, noise.length);
    return noise[0];
  }

  @TearDown
  public void stop() {
    loop.close();
    random.close();
  }
}
