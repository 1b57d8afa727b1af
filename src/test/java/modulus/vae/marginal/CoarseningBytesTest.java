package modulus.vae.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CoarseningBytesTest {

  private static Coarsening coarsening(int attributes, SplittableRandom random) {
    List<int[]> maps = new ArrayList<>();
    List<double[][]> densities = new ArrayList<>();
    List<double[]> frequencies = new ArrayList<>();
    List<double[]> variances = new ArrayList<>();
    for (int j = 0; j < attributes; j++) {
      int size = 1 + random.nextInt(6);
      int[] map = new int[size + random.nextInt(20)];
      Arrays.setAll(map, code -> code < size ? code : random.nextInt(size));
      maps.add(map);
      double[][] density = new double[size][];
      for (int code = 0; code < size; code++) {
        int coarse = code;
        int width = (int) Arrays.stream(map).filter(each -> each == coarse).count();
        density[code] = shares(width, random);
      }
      densities.add(density);
      frequencies.add(shares(size, random));
      variances.add(random.doubles(size).map(each -> each * 1e-6).toArray());
    }
    return new Coarsening(maps, densities, frequencies, variances);
  }

  private static double[] shares(int size, SplittableRandom random) {
    double[] shares = random.doubles(size).toArray();
    double sum = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(each -> each / sum).toArray();
  }

  private static byte[] bytes(Coarsening coarsening) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CoarseningBytes.write(coarsening, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static Coarsening read(byte[] bytes) throws IOException {
    return CoarseningBytes.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  @Property(tries = 200)
  void reading_gives_exactly_what_was_written(
      @ForAll @IntRange(min = 1, max = 5) int attributes, @ForAll long seed) throws IOException {
    Coarsening written = coarsening(attributes, new SplittableRandom(seed));
    assertThat(read(bytes(written))).usingRecursiveComparison().isEqualTo(written);
  }

  @Property(tries = 200)
  void bytes_that_end_early_are_refused(
      @ForAll @IntRange(min = 1, max = 5) int attributes, @ForAll long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = bytes(coarsening(attributes, random));
    byte[] shorter = Arrays.copyOf(bytes, random.nextInt(bytes.length));
    assertThatThrownBy(() -> read(shorter)).isInstanceOf(IOException.class);
  }
}
