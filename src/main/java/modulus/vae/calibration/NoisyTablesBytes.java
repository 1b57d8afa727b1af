package modulus.vae.calibration;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * {@link NoisyTables} as bytes, big-endian; reading gives exactly those written. A noisy pair count
 * is a whole number, and kept as one: zeros and small numbers take little room once compressed.
 */
public final class NoisyTablesBytes {
  private NoisyTablesBytes() {}

  public static void write(NoisyTables tables, DataOutputStream out) throws IOException {
    AskedTables asked = tables.asked();
    out.writeInt(tables.rows());
    out.writeDouble(tables.pairNoise());
    for (int j = 0; j < asked.attributes(); j++) {
      double[] means = tables.oneWay(j);
      double[] variances = tables.oneWayVariances(j);
      for (int code = 0; code < means.length; code++) {
        out.writeDouble(means[code]);
        out.writeDouble(variances[code]);
      }
    }
    for (int pair = 0; pair < asked.pairs().size(); pair++) {
      for (double frequency : tables.pair(pair)) {
        long count = Math.round(frequency * tables.rows());
        if ((double) count / tables.rows() != frequency) {
          throw new IOException("a noisy pair count is no whole number");
        }
        out.writeLong(count);
      }
    }
  }

  /**
   * @param asked the tables they are of: a function of public sizes, so not in the file
   * @throws IOException if the bytes are no such tables or end early
   */
  public static NoisyTables read(AskedTables asked, DataInputStream in) throws IOException {
    int rows = in.readInt();
    double pairNoise = in.readDouble();
    require(rows >= 1 && pairNoise > 0 && Double.isFinite(pairNoise));
    double[][] means = new double[asked.attributes()][];
    double[][] variances = new double[asked.attributes()][];
    for (int j = 0; j < means.length; j++) {
      means[j] = new double[asked.size(j)];
      variances[j] = new double[asked.size(j)];
      for (int code = 0; code < means[j].length; code++) {
        means[j][code] = in.readDouble();
        variances[j][code] = in.readDouble();
        require(Double.isFinite(means[j][code]) && variances[j][code] >= 0);
      }
    }
    double[][] pairs = new double[asked.pairs().size()][];
    for (int pair = 0; pair < pairs.length; pair++) {
      pairs[pair] = new double[asked.cells(asked.pairs().get(pair))];
      for (int cell = 0; cell < pairs[pair].length; cell++) {
        pairs[pair][cell] = (double) in.readLong() / rows;
      }
    }
    return new NoisyTables(asked, means, pairs, variances, pairNoise, rows);
  }

  private static void require(boolean holds) throws IOException {
    if (!holds) {
      throw new IOException("no noisy tables: a figure is out of its domain");
    }
  }
}
