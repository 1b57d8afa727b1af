package modulus.workbench;

import java.util.Arrays;
import java.util.Optional;
import modulus.encoding.CodedTable;
import modulus.encoding.Embedding;
import modulus.encoding.FineCoding;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.vae.marginal.BinSelection;
import modulus.vae.marginal.CellLayout;
import modulus.vae.marginal.Coarsening;
import modulus.vae.marginal.NoisyMarginals;
import modulus.vae.network.Initialization;
import modulus.vae.network.NetworkShape;

/** A release-only model as it is before its first step: all of a model but the time it takes. */
public final class UntrainedModel {
  private UntrainedModel() {}

  /**
   * @param table whose marginals its codes and output bias follow
   */
  public static TrainedModel of(Schema schema, Table table) {
    FineCoding coding = FineCoding.of(schema);
    CodedTable codes = coding.encode(table).codes();
    NoisyMarginals marginals = NoisyMarginals.withoutNoise(CellLayout.of(coding), codes, 1);
    Coarsening coarsening = BinSelection.forNoise(marginals).select(marginals);
    NetworkShape shape =
        NetworkShape.of(
            Embedding.of(coding).dimension(), Arrays.stream(coarsening.sizes()).boxed().toList());
    return new TrainedModel(
        Initialization.initial(shape, coarsening.logFrequencies(1e-3), 7),
        coarsening,
        Optional.empty());
  }
}
