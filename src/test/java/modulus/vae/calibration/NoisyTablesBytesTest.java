package modulus.vae.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import modulus.encoding.CodedTable;
import modulus.privacy.SeededRehearsalRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class NoisyTablesBytesTest {

  /** What the mechanism measured of random rows. */
  private static NoisyTables measured(int attributes, double mu, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = 1 + random.nextInt(300);
    int[] sizes = random.ints(attributes, 1, 7).toArray();
    sizes[0]++;
    short[][] columns = new short[attributes][rows];
    for (int j = 0; j < attributes; j++) {
      for (int row = 0; row < rows; row++) {
        columns[j][row] = (short) random.nextInt(sizes[j]);
      }
    }
    return PairMechanism.withMu(AskedTables.allPairs(sizes, 1_000), 1, mu, 1)
        .measure(new CodedTable(rows, sizes, columns), rows, new SeededRehearsalRandom(seed));
  }

  private static byte[] bytes(NoisyTables tables) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    NoisyTablesBytes.write(tables, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static NoisyTables read(AskedTables asked, byte[] bytes) throws IOException {
    return NoisyTablesBytes.read(asked, new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  /** Also where hardly anything but noise is left: μ = 1e-6. */
  @Property(tries = 200)
  void reading_gives_exactly_what_was_written(
      @ForAll @IntRange(min = 2, max = 5) int attributes,
      @ForAll @IntRange(max = 6) int tenths,
      @ForAll long seed)
      throws IOException {
    NoisyTables written = measured(attributes, Math.pow(0.1, tenths), seed);
    assertThat(read(written.asked(), bytes(written))).usingRecursiveComparison().isEqualTo(written);
  }

  @Property(tries = 100)
  void bytes_that_end_early_are_refused(@ForAll long seed) throws IOException {
    NoisyTables written = measured(3, 1, seed);
    byte[] bytes = bytes(written);
    byte[] shorter = Arrays.copyOf(bytes, new SplittableRandom(seed).nextInt(bytes.length));
    assertThatThrownBy(() -> read(written.asked(), shorter)).isInstanceOf(IOException.class);
  }
}
