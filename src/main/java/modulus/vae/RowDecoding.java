package modulus.vae;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import modulus.encoding.CodedTable;
import modulus.privacy.GuaranteeRandom;
import modulus.vae.network.BlockSoftmax;
import modulus.vae.network.Decoder;
import modulus.vae.network.VaeModel;

/** Latent points in, rows of categories drawn from the decoder's softmax blocks out. */
final class RowDecoding implements AutoCloseable {
  /** Points decoded at a time: small enough for the caches. */
  static final int CHUNK = 256;

  private final int[] blocks;
  private final Decoder decoder;
  private final BlockSoftmax softmax;
  private final short[][] codes;
  private final BooleanSupplier cancelled;
  private int filled;

  RowDecoding(VaeModel model, int rows, BooleanSupplier cancelled) {
    this.cancelled = cancelled;
    blocks = model.shape().blocks().stream().mapToInt(Integer::intValue).toArray();
    decoder = new Decoder(model, CHUNK);
    softmax = new BlockSoftmax(blocks, CHUNK);
    codes = new short[blocks.length][rows];
  }

  /** Where the next points go: latent × n, row = dimension, column = point. */
  float[] points() {
    return decoder.latentPoints();
  }

  /**
   * Decodes n ≤ {@link #CHUNK} points into the next n rows.
   *
   * @throws CancellationException if the draw was cancelled
   */
  void append(int n, GuaranteeRandom random) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("the draw was cancelled");
    }
    float[] logits = decoder.decode(n);
    for (int j = 0; j < blocks.length; j++) {
      softmax.exponentials(logits, j, n);
      int first = softmax.offset(j);
      for (int row = first + 1; row < first + blocks[j]; row++) {
        addRow(logits, (row - 1) * n, row * n, n);
      }
      for (int c = 0; c < n; c++) {
        codes[j][filled + c] = draw(logits, first * n + c, blocks[j], n, random.nextDouble());
      }
    }
    filled += n;
  }

  CodedTable table() {
    return new CodedTable(filled, blocks, codes);
  }

  @Override
  public void close() {
    decoder.close();
  }

  private static void addRow(float[] x, int from, int to, int n) {
    for (int c = 0; c < n; c++) {
      x[to + c] += x[from + c];
    }
  }

  /** The first code whose cumulative weight exceeds the level, by bisection. */
  private static short draw(float[] cumulative, int at, int size, int stride, double uniform) {
    double level = uniform * cumulative[at + (size - 1) * stride];
    int low = 0;
    int high = size - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[at + middle * stride] > level) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return (short) low;
  }
}
