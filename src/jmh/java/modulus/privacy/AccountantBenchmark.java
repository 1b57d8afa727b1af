package modulus.privacy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** What a certificate's figure and the plan behind a run cost. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class AccountantBenchmark {
  private static final double DELTA = 1e-5;

  /** Three subsampled Gaussians of unlike q and σ, 100,000 compositions each. */
  @Benchmark
  public PrivacyGuarantee threeLongEvents() {
    return Accountant.guarantee(
        List.of(
            new PrivacyEvent.PoissonSubsampledGaussian(1.1, 0.0002, 100_000),
            new PrivacyEvent.PoissonSubsampledGaussian(2.0, 0.001, 100_000),
            new PrivacyEvent.PoissonSubsampledGaussian(5.0, 0.002, 100_000)),
        DELTA);
  }

  /** An end-to-end plan at ε = 1 with its guarantee. */
  @Benchmark
  public EndToEndBudget endToEndPlan() {
    return EndToEndBudget.plan(1, DELTA, 0.35, 0.4, 0.1, 200);
  }
}
