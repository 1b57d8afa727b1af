package modulus.evaluation.audit;

import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import modulus.encoding.CodedTable;
import modulus.encoding.Embedding;
import modulus.privacy.GuaranteeRandom;
import modulus.privacy.OneRunAudit;
import modulus.vae.network.Layer;
import modulus.vae.network.NetworkShape;
import modulus.vae.network.ParameterLayout;
import modulus.vae.network.VaeModel;
import modulus.vae.training.PrivateTrainer;
import modulus.vae.training.PrivateTrainingPlan;
import modulus.vae.training.TrainingCheckpoint;
import modulus.vae.training.TrainingListener;

/**
 * The strongest attack on private training that its guarantee admits: the attacker chose the table
 * and the network and sees every noisy gradient ("Dirac canaries", Nasr et al. 2023, "Tight
 * auditing of differentially private machine learning"; one run, Steinke, Nasr, Jagielski 2023).
 * All of it is the product's own path from Poisson sampling to noise; no table of patients is used.
 *
 * <p>The table has k attributes of m codes each, and canary j is the record of code j in all of
 * them. In a network of zeros the gradient of canary j is (1/m, …, 1/m) − e_j in the output biases
 * of every attribute and nothing elsewhere but for {@link #KL_WEIGHT}, so canaries' gradients are
 * orthogonal up to 1/m, all of norm nearly √k. A learning rate of {@link #LEARNING_RATE} keeps them
 * so. The score of canary j is minus the sum of all noisy gradients at its biases: in it, the
 * canary itself against noise alone.
 */
public final class TrainingCanaries {
  /** Norm of a canary's gradient over the norm it is clipped to. */
  public static final double CLIPPED_FOLD = 10;

  /**
   * What is learned from the noisy gradients costs nothing; the attacker wants to learn nothing.
   */
  private static final double LEARNING_RATE = 1e-12;

  private static final double KL_WEIGHT = 1e-6;

  /** One in so many canaries is guessed planted and one left out. */
  private static final int GUESSED = 100;

  private TrainingCanaries() {}

  /**
   * The product's settings with the canaries' gradients {@link #CLIPPED_FOLD} times as long as what
   * they are clipped to.
   *
   * @param attributes k ≥ 1
   * @param canaries m, the declared number of rows too
   */
  public static PrivateTrainingPlan plan(
      int attributes, int canaries, double noiseMultiplier, double samplingProbability, int steps) {
    requireAttributes(attributes);
    return PrivateTrainingPlan.of(canaries, noiseMultiplier, samplingProbability, steps)
        .withClip(Math.sqrt(attributes) / CLIPPED_FOLD)
        .withLearningRate(LEARNING_RATE)
        .withKlWeight(KL_WEIGHT)
        .withCheckpointEvery(1);
  }

  /**
   * Trains once on the planted canaries and guesses.
   *
   * @param plan what is performed, made by {@link #plan}; whether it keeps to what is claimed of it
   *     is what the audit is to find out
   * @param attributes k ≥ 1
   * @param canaries m in 100 … 32,767
   * @param delta δ of the claim
   * @param cancelled asked after every chunk of records
   * @throws IllegalArgumentException if a number is out of range
   * @throws modulus.vae.training.TrainingCancelledException if cancelled
   */
  public static OneRunAudit attack(
      PrivateTrainingPlan plan,
      int attributes,
      int canaries,
      double delta,
      GuaranteeRandom random,
      BooleanSupplier cancelled) {
    requireAttributes(attributes);
    requireCount(canaries);
    Coins coins = Coins.toss(canaries, random);
    int[] sizes = IntStream.range(0, attributes).map(j -> canaries).toArray();
    CodedTable table = planted(coins, sizes);
    Embedding embedding = Embedding.oneHot(sizes);
    NetworkShape shape =
        NetworkShape.of(embedding.dimension(), Collections.nCopies(attributes, canaries))
            .withEncoderWidths(List.of(1))
            .withLatent(1)
            .withDecoderWidths(List.of(1))
            .withComponents(1);
    VaeModel zeros = new VaeModel(shape, new float[new ParameterLayout(shape).size()]);
    NoisySums seen = new NoisySums(zeros, canaries, cancelled);
    new PrivateTrainer(plan, random).train(zeros, embedding.apply(table), table, seen);
    return guess(coins, seen.scores, delta);
  }

  static void requireAttributes(int attributes) {
    if (attributes < 1) {
      throw new IllegalArgumentException("attributes must be at least 1 but is " + attributes);
    }
  }

  static void requireCount(int canaries) {
    if (canaries < GUESSED || canaries > Short.MAX_VALUE) {
      throw new IllegalArgumentException(
          "canaries must lie in [" + GUESSED + ", " + Short.MAX_VALUE + "] but is " + canaries);
    }
  }

  /** Guesses one in {@value #GUESSED} planted and as many left out. */
  static OneRunAudit guess(Coins coins, double[] scores, double delta) {
    int guesses = coins.count() / GUESSED;
    return coins.guess(scores, guesses, guesses, delta);
  }

  private static CodedTable planted(Coins coins, int[] sizes) {
    int[] codes = coins.planted().stream().toArray();
    short[] column = new short[codes.length];
    for (int row = 0; row < codes.length; row++) {
      column[row] = (short) codes[row];
    }
    return new CodedTable(
        codes.length, sizes, Collections.nCopies(sizes.length, column).toArray(short[][]::new));
  }

  /** Sums what every step shows at the output biases. */
  private static final class NoisySums implements TrainingListener {
    private final BooleanSupplier cancelled;
    private final int offset;
    private final int outputs;
    private final double[] scores;
    private TrainingCheckpoint before;

    NoisySums(VaeModel initial, int canaries, BooleanSupplier cancelled) {
      this.cancelled = cancelled;
      List<Layer> decoder = initial.layout().decoder();
      offset = decoder.get(decoder.size() - 1).biasOffset();
      outputs = initial.shape().outputs();
      scores = new double[canaries];
      before = TrainingCheckpoint.start(initial);
    }

    @Override
    public void onCheckpoint(TrainingCheckpoint checkpoint) {
      double[] gradient = checkpoint.gradientSince(before);
      before = checkpoint;
      for (int output = 0; output < outputs; output++) {
        scores[output % scores.length] -= gradient[offset + output];
      }
    }

    @Override
    public boolean cancelled() {
      return cancelled.getAsBoolean();
    }
  }
}
