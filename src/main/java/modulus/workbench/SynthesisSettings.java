package modulus.workbench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import modulus.privacy.Accountant;

/**
 * The steward's choices for one run. What is left empty is chosen by the product from public
 * quantities alone.
 *
 * @param epsilon end-to-end: the budget (add-remove); release only: a cap, or empty to take what
 *     the Lipschitz bound costs
 * @param delta δ in [1e-9, 1)
 * @param lipschitz L > 0, the bound on the encoder's modulus of continuity; release only: empty for
 *     the largest L that keeps to {@code epsilon}
 * @param latent latent dimension d, 1 … 256
 * @param rows synthetic rows m ≥ 1; empty for as many as the table has patients
 * @param seed seed of the initial weights and of nothing else
 * @param rehearsal whether every draw comes from a seeded generator: repeatable, never certifiable
 * @param domainShare share of the budget (of μ²) for domains to be estimated privately, in (0,
 *     0.5]; nothing is spent where there are none
 * @param trainingTable file of other people's records that a release-only run learns its model
 *     from, in place of the table's own; without effect end-to-end
 * @param hyperparameters of model and training, and the shares of the budget
 */
public record SynthesisSettings(
    Scope scope,
    OptionalDouble epsilon,
    double delta,
    OptionalDouble lipschitz,
    int latent,
    OptionalInt rows,
    OptionalLong seed,
    boolean rehearsal,
    double domainShare,
    Optional<Path> trainingTable,
    Hyperparameters hyperparameters) {
  public static final int DEFAULT_LATENT = 16;

  /** L·Δ of an end-to-end run where the steward sets no bound. */
  private static final double LOOSE_DIAMETER = 64;

  /** Release-only, the latent space is noisy and a wide one uses more of L·Δ (decision 0004). */
  private static final int RELEASE_LATENT = 64;

  public static final double DEFAULT_EPSILON = 1.0;
  public static final double DEFAULT_DELTA = 1e-5;
  public static final int MAX_LATENT = 256;
  public static final double DEFAULT_DOMAIN_SHARE = 0.1;

  public SynthesisSettings {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(trainingTable, "trainingTable");
    Objects.requireNonNull(hyperparameters, "hyperparameters");
    if (epsilon.isPresent() && !(epsilon.getAsDouble() > 0 && epsilon.getAsDouble() <= 1000)) {
      throw new IllegalArgumentException(
          "epsilon must lie in (0, 1000] but is " + epsilon.getAsDouble());
    }
    if (!(delta >= 1e-9 && delta < 1)) {
      throw new IllegalArgumentException("delta must lie in [1e-9, 1) but is " + delta);
    }
    if (lipschitz.isPresent()
        && !(lipschitz.getAsDouble() > 0 && lipschitz.getAsDouble() <= 1000)) {
      throw new IllegalArgumentException(
          "the Lipschitz bound must lie in (0, 1000] but is " + lipschitz.getAsDouble());
    }
    if (latent < 1 || latent > MAX_LATENT) {
      throw new IllegalArgumentException(
          "the latent dimension must lie in [1, " + MAX_LATENT + "] but is " + latent);
    }
    if (!(domainShare > 0 && domainShare <= 0.5)) {
      throw new IllegalArgumentException(
          "the share of the budget for domains must lie in (0, 0.5] but is " + domainShare);
    }
    if (rows.isPresent() && rows.getAsInt() < 1) {
      throw new IllegalArgumentException("rows must be at least 1 but is " + rows.getAsInt());
    }
    if (scope == Scope.END_TO_END && epsilon.isEmpty()) {
      throw new IllegalArgumentException("an end-to-end run needs an epsilon");
    }
    if (scope == Scope.RELEASE_ONLY && epsilon.isEmpty() && lipschitz.isEmpty()) {
      throw new IllegalArgumentException(
          "a release-only run needs an epsilon or a Lipschitz bound");
    }
  }

  /** With recommended hyperparameters and a model that learns from the table itself. */
  public SynthesisSettings(
      Scope scope,
      OptionalDouble epsilon,
      double delta,
      OptionalDouble lipschitz,
      int latent,
      OptionalInt rows,
      OptionalLong seed,
      boolean rehearsal,
      double domainShare) {
    this(
        scope,
        epsilon,
        delta,
        lipschitz,
        latent,
        rows,
        seed,
        rehearsal,
        domainShare,
        Optional.empty(),
        Hyperparameters.RECOMMENDED);
  }

  /** With the default share for domains too. */
  public SynthesisSettings(
      Scope scope,
      OptionalDouble epsilon,
      double delta,
      OptionalDouble lipschitz,
      int latent,
      OptionalInt rows,
      OptionalLong seed,
      boolean rehearsal) {
    this(scope, epsilon, delta, lipschitz, latent, rows, seed, rehearsal, DEFAULT_DOMAIN_SHARE);
  }

  /**
   * The smaller of 1e-5 and 1/(10 n₀) for a table of {@code records} rows, rounded down to two
   * significant digits.
   */
  public static double defaultDelta(int records) {
    BigDecimal delta =
        new BigDecimal(Math.min(DEFAULT_DELTA, 0.1 / Math.max(1, records)))
            .round(new MathContext(2, RoundingMode.FLOOR));
    return Math.max(Accountant.SMALLEST_DELTA, delta.doubleValue());
  }

  /**
   * The Lipschitz bound that an end-to-end run keeps to: the one that is set, or else a loose one,
   * because ε does not rest on it and training hardly feels it.
   *
   * @param attributes that are modelled, at least 1
   */
  public double endToEndBound(int attributes) {
    return lipschitz.orElse(Math.ceil(10 * LOOSE_DIAMETER / Math.sqrt(attributes)) / 10);
  }

  /** The latent dimension that was found best for a guarantee. */
  public static int defaultLatent(Scope scope) {
    return scope == Scope.END_TO_END ? DEFAULT_LATENT : RELEASE_LATENT;
  }

  /** End-to-end at ε = 1, δ = 1e-5. */
  public static SynthesisSettings defaults() {
    return new SynthesisSettings(
        Scope.END_TO_END,
        OptionalDouble.of(DEFAULT_EPSILON),
        DEFAULT_DELTA,
        OptionalDouble.empty(),
        DEFAULT_LATENT,
        OptionalInt.empty(),
        OptionalLong.empty(),
        false);
  }

  /** Whether the model learns from a table of other people (privacy.md, section 5). */
  public boolean separateTraining() {
    return scope == Scope.RELEASE_ONLY && trainingTable.isPresent();
  }

  public SynthesisSettings withScope(Scope value) {
    return with(copy -> copy.scope = value);
  }

  public SynthesisSettings withEpsilon(OptionalDouble value) {
    return with(copy -> copy.epsilon = value);
  }

  public SynthesisSettings withDelta(double value) {
    return with(copy -> copy.delta = value);
  }

  public SynthesisSettings withLipschitz(OptionalDouble value) {
    return with(copy -> copy.lipschitz = value);
  }

  public SynthesisSettings withLatent(int value) {
    return with(copy -> copy.latent = value);
  }

  public SynthesisSettings withRows(OptionalInt value) {
    return with(copy -> copy.rows = value);
  }

  public SynthesisSettings withSeed(OptionalLong value) {
    return with(copy -> copy.seed = value);
  }

  public SynthesisSettings withRehearsal(boolean value) {
    return with(copy -> copy.rehearsal = value);
  }

  public SynthesisSettings withDomainShare(double value) {
    return with(copy -> copy.domainShare = value);
  }

  public SynthesisSettings withTrainingTable(Optional<Path> value) {
    return with(copy -> copy.trainingTable = value);
  }

  public SynthesisSettings withHyperparameters(Hyperparameters value) {
    return with(copy -> copy.hyperparameters = value);
  }

  private SynthesisSettings with(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.settings();
  }

  /** The components one by one, for another record that differs in one of them. */
  private static final class Copy {
    private Scope scope;
    private OptionalDouble epsilon;
    private double delta;
    private OptionalDouble lipschitz;
    private int latent;
    private OptionalInt rows;
    private OptionalLong seed;
    private boolean rehearsal;
    private double domainShare;
    private Optional<Path> trainingTable;
    private Hyperparameters hyperparameters;

    Copy(SynthesisSettings from) {
      scope = from.scope;
      epsilon = from.epsilon;
      delta = from.delta;
      lipschitz = from.lipschitz;
      latent = from.latent;
      rows = from.rows;
      seed = from.seed;
      rehearsal = from.rehearsal;
      domainShare = from.domainShare;
      trainingTable = from.trainingTable;
      hyperparameters = from.hyperparameters;
    }

    SynthesisSettings settings() {
      return new SynthesisSettings(
          scope,
          epsilon,
          delta,
          lipschitz,
          latent,
          rows,
          seed,
          rehearsal,
          domainShare,
          trainingTable,
          hyperparameters);
    }
  }
}
