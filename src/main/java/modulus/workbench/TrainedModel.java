package modulus.workbench;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import modulus.encoding.FineCoding;
import modulus.schema.Schema;
import modulus.vae.PosteriorMixtureSampler;
import modulus.vae.calibration.AskedTables;
import modulus.vae.calibration.NoisyTables;
import modulus.vae.calibration.NoisyTablesBytes;
import modulus.vae.marginal.Coarsening;
import modulus.vae.marginal.CoarseningBytes;
import modulus.vae.network.CertifiedLipschitz;
import modulus.vae.network.LipschitzBoundExceededException;
import modulus.vae.network.ModelBytes;
import modulus.vae.network.VaeModel;

/**
 * What a run learned, enough to draw further rows without training again. Release only it is as
 * confidential as the table: nothing bounds what it memorised (privacy.md, section 5).
 *
 * @param coarsening between the schema's fine codes and the network's
 * @param pairs what drawn rows are calibrated to; end-to-end alone
 */
public record TrainedModel(VaeModel network, Coarsening coarsening, Optional<NoisyTables> pairs) {
  private static final int FORMAT = 0x4d4f4d31;

  public TrainedModel {
    Objects.requireNonNull(network, "network");
    int[] blocks = network.shape().blocks().stream().mapToInt(Integer::intValue).toArray();
    if (!Arrays.equals(blocks, coarsening.sizes())) {
      throw new IllegalArgumentException("the network's codes are not those of the coarsening");
    }
  }

  Scope scope() {
    return pairs.isPresent() ? Scope.END_TO_END : Scope.RELEASE_ONLY;
  }

  /** How many numbers it holds, for whoever has to bound memory. */
  public long numbers() {
    long fine = Arrays.stream(coarsening.fineSizes()).asLongStream().sum();
    long asked =
        pairs
            .map(
                tables ->
                    tables.asked().pairs().stream()
                        .mapToLong(
                            pair ->
                                (long) tables.asked().pairSize(pair.first())
                                    * tables.asked().pairSize(pair.second()))
                        .sum())
            .orElse(0L);
    return network.layout().size() + fine + asked;
  }

  /**
   * Proves the bound anew from the weights: what a file says of them is no proof. Where rows are
   * drawn through posteriors, what rounding can change in a mean has to fit in as well.
   *
   * @param scope of the run
   * @param declared L
   * @throws Failure if the model is not of the scope or the schema, or its bound is above L
   */
  public double certified(Schema schema, Scope scope, double declared) {
    if (scope() != scope || !Arrays.equals(FineCoding.of(schema).sizes(), coarsening.fineSizes())) {
      throw new Failure(
          Failure.Kind.REFUSED_FOR_PRIVACY,
          "The trained model does not belong to this run; nothing is drawn from it.",
          "Start the run again.");
    }
    if (scope == Scope.RELEASE_ONLY) {
      return sampler(declared).certified().bound();
    }
    double scale = EndToEndSynthesis.inputScale(coarsening.attributes());
    try {
      return CertifiedLipschitz.of(network, scale).requireAtMost(declared).bound();
    } catch (LipschitzBoundExceededException e) {
      throw beyond(e);
    }
  }

  /**
   * What draws through posteriors. It leaves room for the rounding of means, so it is made before
   * anything is recorded.
   *
   * @param declared L
   * @throws Failure if the means as they are computed do not keep to L
   */
  PosteriorMixtureSampler sampler(double declared) {
    try {
      return new PosteriorMixtureSampler(network, declared);
    } catch (LipschitzBoundExceededException e) {
      throw beyond(e);
    }
  }

  /** Nothing is drawn through an encoder that is not bounded as declared. */
  static Failure beyond(LipschitzBoundExceededException cause) {
    return new Failure(
        Failure.Kind.REFUSED_FOR_PRIVACY,
        "The trained encoder exceeds the declared Lipschitz bound; nothing is released.",
        "Start the run again.",
        cause);
  }

  /** As bytes, big-endian; {@link #read} gives exactly this model. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(FORMAT);
    ModelBytes.write(network, out);
    CoarseningBytes.write(coarsening, out);
    out.writeBoolean(pairs.isPresent());
    if (pairs.isPresent()) {
      NoisyTablesBytes.write(pairs.get(), out);
    }
  }

  /**
   * @throws IOException if the bytes are no model of this version or end early
   */
  public static TrainedModel read(DataInputStream in) throws IOException {
    if (in.readInt() != FORMAT) {
      throw new IOException("no model of a version that is known");
    }
    VaeModel network = ModelBytes.read(in);
    Coarsening coarsening = CoarseningBytes.read(in);
    Optional<NoisyTables> pairs = Optional.empty();
    if (in.readBoolean()) {
      AskedTables asked = EndToEndPlan.asked(coarsening.sizes());
      pairs = Optional.of(NoisyTablesBytes.read(asked, in));
    }
    try {
      return new TrainedModel(network, coarsening, pairs);
    } catch (IllegalArgumentException e) {
      throw new IOException("no model: its parts do not fit together", e);
    }
  }
}
