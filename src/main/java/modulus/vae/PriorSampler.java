package modulus.vae;

import java.util.function.BooleanSupplier;
import modulus.encoding.CodedTable;
import modulus.privacy.GuaranteeRandom;
import modulus.vae.network.MixturePrior;
import modulus.vae.network.VaeModel;

/**
 * Rows from the model's prior. Where the model was trained privately they are post-processing: any
 * number, at no further cost (privacy.md, section 6.3).
 */
public final class PriorSampler {
  private final VaeModel model;

  public PriorSampler(VaeModel model) {
    this.model = model;
  }

  /**
   * @param rows m ≥ 0
   * @return m rows of codes of the decoder's blocks
   */
  public CodedTable sample(int rows, GuaranteeRandom random) {
    return sample(rows, random, () -> false);
  }

  /**
   * The same, which can be cancelled.
   *
   * @throws java.util.concurrent.CancellationException if it was
   */
  public CodedTable sample(int rows, GuaranteeRandom random, BooleanSupplier cancelled) {
    if (rows < 0) {
      throw new IllegalArgumentException("rows must be >= 0 but is " + rows);
    }
    MixturePrior prior = new MixturePrior(model);
    try (RowDecoding decoding = new RowDecoding(model, rows, cancelled)) {
      for (int done = 0; done < rows; done += RowDecoding.CHUNK) {
        int n = Math.min(RowDecoding.CHUNK, rows - done);
        prior.draw(n, random, decoding.points());
        decoding.append(n, random);
      }
      return decoding.table();
    }
  }
}
