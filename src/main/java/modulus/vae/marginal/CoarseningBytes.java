package modulus.vae.marginal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A {@link Coarsening} as bytes, big-endian; reading gives exactly the one written. */
public final class CoarseningBytes {
  private static final int MOST_ATTRIBUTES = 1 << 16;

  private CoarseningBytes() {}

  public static void write(Coarsening coarsening, DataOutputStream out) throws IOException {
    out.writeInt(coarsening.attributes());
    for (int j = 0; j < coarsening.attributes(); j++) {
      int[] map = coarsening.map(j);
      out.writeInt(map.length);
      for (int code : map) {
        out.writeShort(code);
      }
      double[] frequencies = coarsening.frequencies(j);
      double[] variances = coarsening.variances(j);
      double[][] densities = coarsening.densities(j);
      out.writeInt(frequencies.length);
      for (int code = 0; code < frequencies.length; code++) {
        out.writeDouble(frequencies[code]);
        out.writeDouble(variances[code]);
        for (double density : densities[code]) {
          out.writeDouble(density);
        }
      }
    }
  }

  /**
   * @throws IOException if the bytes are no coarsening or end early
   */
  public static Coarsening read(DataInputStream in) throws IOException {
    int attributes = within(in.readInt(), MOST_ATTRIBUTES);
    List<int[]> maps = new ArrayList<>();
    List<double[]> frequencies = new ArrayList<>();
    List<double[]> variances = new ArrayList<>();
    List<double[][]> densities = new ArrayList<>();
    for (int j = 0; j < attributes; j++) {
      int[] map = new int[within(in.readInt(), Short.MAX_VALUE)];
      for (int code = 0; code < map.length; code++) {
        map[code] = in.readShort();
      }
      int size = within(in.readInt(), map.length);
      int[] widths = widths(map, size);
      double[] mass = new double[size];
      double[] variance = new double[size];
      double[][] density = new double[size][];
      for (int code = 0; code < size; code++) {
        mass[code] = share(in.readDouble());
        variance[code] = finite(in.readDouble());
        density[code] = new double[widths[code]];
        double sum = 0;
        for (int member = 0; member < widths[code]; member++) {
          density[code][member] = share(in.readDouble());
          sum += density[code][member];
        }
        require(Math.abs(sum - 1) < 1e-6, "a density");
      }
      maps.add(map);
      frequencies.add(mass);
      variances.add(variance);
      densities.add(density);
    }
    return new Coarsening(maps, densities, frequencies, variances);
  }

  private static int[] widths(int[] map, int size) throws IOException {
    int[] widths = new int[size];
    for (int code : map) {
      require(code >= 0 && code < size, "a code");
      widths[code]++;
    }
    for (int width : widths) {
      require(width > 0, "a code of nothing");
    }
    return widths;
  }

  private static int within(int value, int most) throws IOException {
    require(value >= 1 && value <= most, "a size");
    return value;
  }

  private static double share(double value) throws IOException {
    require(value >= 0 && value <= 1 + 1e-9, "a share");
    return value;
  }

  private static double finite(double value) throws IOException {
    require(value >= 0 && Double.isFinite(value), "a variance");
    return value;
  }

  private static void require(boolean holds, String what) throws IOException {
    if (!holds) {
      throw new IOException("no coarsening: " + what);
    }
  }
}
