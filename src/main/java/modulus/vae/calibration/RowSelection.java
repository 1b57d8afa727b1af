package modulus.vae.calibration;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import modulus.encoding.CodedTable;
import modulus.privacy.GuaranteeRandom;

/**
 * Chooses m of a weighted pool's rows so that their tables lie nearer to the pool's weighted tables
 * than those of independent draws.
 *
 * <p>The start is systematic resampling. Then every chosen row is offered further rows, drawn by
 * weight, and is exchanged for one whenever that lowers Σ (count − m·weighted
 * frequency)²/(m·weighted frequency + 1) over all cells of the asked tables. Pure post-processing
 * of the pool and its weights.
 */
final class RowSelection {
  /** Rows between two looks at the cancel flag, less one. */
  private static final int CANCEL_MASK = 1023;

  private final AskedTables asked;
  private final int[] offsets;
  private final float[] residual;
  private final float[] inverse;
  private final int[] pairFirst;
  private final int[] pairSecond;

  private RowSelection(AskedTables asked) {
    this.asked = asked;
    this.offsets = new int[asked.attributes() + asked.pairs().size() + 1];
    int table = 0;
    for (int j = 0; j < asked.attributes(); j++, table++) {
      offsets[table + 1] = offsets[table] + asked.size(j);
    }
    this.pairFirst = new int[asked.pairs().size()];
    this.pairSecond = new int[pairFirst.length];
    for (int p = 0; p < pairFirst.length; p++, table++) {
      pairFirst[p] = asked.pairs().get(p).first();
      pairSecond[p] = asked.pairs().get(p).second();
      offsets[table + 1] = offsets[table] + asked.cells(asked.pairs().get(p));
    }
    this.residual = new float[offsets[offsets.length - 1]];
    this.inverse = new float[residual.length];
  }

  /**
   * @param rows m ≥ 1
   * @param improvements rows offered per chosen row
   * @throws CancellationException as soon as {@code cancelled} says so
   */
  static CodedTable select(
      CodedTable pool,
      PoolWeights weights,
      AskedTables asked,
      int rows,
      int improvements,
      GuaranteeRandom random,
      BooleanSupplier cancelled) {
    int[] chosen = systematic(weights.values(), rows, random);
    if (improvements > 0) {
      RowSelection selection = new RowSelection(asked);
      short[][] columns = asked.pairColumns(pool);
      selection.setTargets(pool, columns, weights.values(), rows, cancelled);
      for (int slot = 0; slot < rows; slot++) {
        stopIf((slot & CANCEL_MASK) == 0, cancelled);
        selection.add(pool, columns, chosen[slot], 1);
      }
      for (int pass = 0; pass < improvements; pass++) {
        int[] offered = systematic(weights.values(), rows, random);
        for (int slot = 0; slot < rows; slot++) {
          stopIf((slot & CANCEL_MASK) == 0, cancelled);
          chosen[slot] = selection.better(pool, columns, chosen[slot], offered[slot]);
        }
      }
    }
    short[][] columns = new short[pool.attributes()][rows];
    for (int j = 0; j < columns.length; j++) {
      short[] from = pool.column(j);
      for (int row = 0; row < rows; row++) {
        columns[j][row] = from[chosen[row]];
      }
    }
    return new CodedTable(rows, pool.sizes(), columns);
  }

  private static void stopIf(boolean due, BooleanSupplier cancelled) {
    if (due && cancelled.getAsBoolean()) {
      throw new CancellationException("calibration was cancelled");
    }
  }

  private void setTargets(
      CodedTable pool, short[][] columns, float[] weights, int rows, BooleanSupplier cancelled) {
    double[] expected = new double[residual.length];
    for (int j = 0; j < asked.attributes(); j++) {
      short[] column = pool.column(j);
      for (int row = 0; row < weights.length; row++) {
        expected[offsets[j] + column[row]] += weights[row];
      }
    }
    for (int p = 0; p < pairFirst.length; p++) {
      stopIf(true, cancelled);
      short[] first = columns[pairFirst[p]];
      short[] second = columns[pairSecond[p]];
      int size = asked.pairSize(pairSecond[p]);
      int offset = offsets[asked.attributes() + p];
      for (int row = 0; row < weights.length; row++) {
        expected[offset + first[row] * size + second[row]] += weights[row];
      }
    }
    for (int cell = 0; cell < expected.length; cell++) {
      residual[cell] = (float) (-rows * expected[cell]);
      inverse[cell] = (float) (1 / (rows * expected[cell] + 1));
    }
  }

  private void add(CodedTable pool, short[][] columns, int row, int count) {
    for (int j = 0; j < pool.attributes(); j++) {
      residual[offsets[j] + pool.column(j)[row]] += count;
    }
    for (int p = 0; p < pairFirst.length; p++) {
      residual[pairCell(columns, p, row)] += count;
    }
  }

  private int pairCell(short[][] columns, int p, int row) {
    int size = asked.pairSize(pairSecond[p]);
    return offsets[asked.attributes() + p]
        + columns[pairFirst[p]][row] * size
        + columns[pairSecond[p]][row];
  }

  /** The offered row if exchanging lowers the objective, else the present one. */
  private int better(CodedTable pool, short[][] columns, int present, int offered) {
    float change = 0;
    for (int j = 0; j < pool.attributes(); j++) {
      short[] column = pool.column(j);
      change += change(offsets[j] + column[present], offsets[j] + column[offered]);
    }
    for (int p = 0; p < pairFirst.length; p++) {
      change += change(pairCell(columns, p, present), pairCell(columns, p, offered));
    }
    if (change >= 0) {
      return present;
    }
    add(pool, columns, present, -1);
    add(pool, columns, offered, 1);
    return offered;
  }

  private float change(int from, int to) {
    return from == to
        ? 0
        : inverse[from] * (1 - 2 * residual[from]) + inverse[to] * (1 + 2 * residual[to]);
  }

  /**
   * Row numbers, each with an expected number of copies m·w and an actual one less than 1 away, in
   * random order (Kitagawa 1996).
   */
  static int[] systematic(float[] weights, int rows, GuaranteeRandom random) {
    double sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    int[] chosen = new int[rows];
    double start = random.nextDouble();
    double cumulative = weights[0] / sum * rows;
    int row = 0;
    for (int i = 0; i < rows; i++) {
      while (i + start >= cumulative && row < weights.length - 1) {
        row++;
        cumulative += weights[row] / sum * rows;
      }
      chosen[i] = row;
    }
    for (int i = rows - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = chosen[i];
      chosen[i] = chosen[other];
      chosen[other] = swapped;
    }
    return chosen;
  }
}
