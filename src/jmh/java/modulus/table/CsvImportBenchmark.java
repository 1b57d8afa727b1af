package modulus.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import modulus.sample.WardSample;
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

/** Reading 100,000 rows × 18 columns of the fictional ward, dialect and kinds detected. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5)
@Measurement(iterations = 7)
public class CsvImportBenchmark {
  private Path file;

  @Setup
  public void write() throws IOException {
    file = Files.createTempFile("ward", ".csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      WardSample.write(100_000, WardSample.COLUMNS, 1, out);
    }
  }

  @Benchmark
  public CsvTable read() throws IOException {
    return CsvReader.read(file, CsvOptions.DETECT, ReadListener.NONE);
  }

  @TearDown
  public void delete() throws IOException {
    Files.delete(file);
  }
}
