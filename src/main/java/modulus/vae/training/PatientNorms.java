package modulus.vae.training;

import modulus.encoding.SparseInputs;
import modulus.vae.network.Layer;

/**
 * Squared norms of gradients summed over some records of a chunk, without forming a gradient: per
 * layer Σ_{r,s} (a_r·a_s + 1)(g_r·g_s), in float64 (privacy.md, section 1).
 */
final class PatientNorms {
  private final ChunkBuffers buffers;
  private final ColumnGroup groupInputs = new ColumnGroup();
  private final ColumnGroup groupGradients = new ColumnGroup();

  PatientNorms(ChunkBuffers buffers) {
    this.buffers = buffers;
  }

  /**
   * The layers' part of ‖Σ_r ∇ℓ_r‖² over columns {@code first} … {@code end − 1} of a chunk of n.
   *
   * @param from place in {@code records} of the chunk's first column
   */
  double square(SparseInputs input, int[] records, int from, int first, int end, int n) {
    double total = 0;
    for (int l = 0; l <= buffers.last(); l++) {
      Layer layer = buffers.layers().get(l);
      groupGradients.take(buffers.gradient(l).array(), layer.outputs(), n, first, end);
      if (l > 0) {
        groupInputs.take(buffers.input(l).array(), layer.inputs() + 1, n, first, end);
      }
      for (int r = first; r < end; r++) {
        for (int s = r; s < end; s++) {
          double in =
              l > 0
                  ? groupInputs.dot(r - first, s - first, layer.inputs() + 1)
                  : input.dot(records[from + r], records[from + s]) + 1;
          double product = in * groupGradients.dot(r - first, s - first, layer.outputs());
          total += r == s ? product : 2 * product;
        }
      }
    }
    return total;
  }
}
