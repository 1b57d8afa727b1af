package modulus.evaluation.audit;

import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.Calibration;
import modulus.privacy.EndToEndBudget;
import modulus.privacy.GaussianMechanism;
import modulus.privacy.OneRunAudit;
import modulus.privacy.PrivacyEvent.PoissonSubsampledGaussian;
import modulus.privacy.SeededRehearsalRandom;

/**
 * Prints the mechanism audit's figures of benchmarks.md as CSV: CANARIES HONEST_SEEDS OTHER_SEEDS
 * SAMPLING_PROBABILITY ATTRIBUTES [MECHANISM …]. Pair tables are those of two attributes whatever
 * the number of attributes.
 */
public final class AuditFigures {
  private static final double EPSILON = 1;
  private static final double DELTA = 1e-5;
  private static final int STEPS = 200;

  private static final String SHARE = "training's share of the default plan";

  private final int canaries;
  private final int honestSeeds;
  private final int otherSeeds;
  private final double probability;
  private final int attributes;
  private final List<String> mechanisms;

  private AuditFigures(
      int canaries,
      int honestSeeds,
      int otherSeeds,
      double probability,
      int attributes,
      List<String> mechanisms) {
    this.canaries = canaries;
    this.honestSeeds = honestSeeds;
    this.otherSeeds = otherSeeds;
    this.probability = probability;
    this.attributes = attributes;
    this.mechanisms = mechanisms;
  }

  public static void main(String... arguments) {
    AuditFigures figures =
        new AuditFigures(
            Integer.parseInt(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Double.parseDouble(arguments[3]),
            Integer.parseInt(arguments[4]),
            List.of(arguments).subList(5, arguments.length));
    System.out.println(
        "mechanism,build,seed,claimed_epsilon,canaries,guesses,right,lower_bound,seconds");
    figures.counts();
    figures.training();
  }

  private void training() {
    double noise =
        Calibration.noiseMultiplier(
            probability, STEPS, List.of(), EPSILON, DELTA, Adjacency.ADD_REMOVE);
    training("training", new PoissonSubsampledGaussian(noise, probability, STEPS), EPSILON);
    PoissonSubsampledGaussian share =
        EndToEndBudget.plan(EPSILON, DELTA, 0.35, 0.4, probability, STEPS).training();
    training(SHARE, share, Accountant.epsilon(List.of(share), DELTA, Adjacency.ADD_REMOVE));
  }

  private void counts() {
    double mu = GaussianMechanism.mu(EPSILON, DELTA);
    for (TrainedBuild build : List.of(TrainedBuild.HONEST, TrainedBuild.NOISE_QUARTERED)) {
      double performed = build.performedMu(mu);
      print(
          "marginal counts",
          build,
          EPSILON,
          seed ->
              CountCanaries.attackMarginals(
                  performed, attributes, canaries, DELTA, new SeededRehearsalRandom(seed)));
      print(
          "pair tables",
          build,
          EPSILON,
          seed ->
              CountCanaries.attackPairs(
                  performed, canaries, DELTA, new SeededRehearsalRandom(seed)));
    }
  }

  private void training(String name, PoissonSubsampledGaussian claimed, double epsilon) {
    for (TrainedBuild build : TrainedBuild.values()) {
      print(
          name,
          build,
          epsilon,
          seed ->
              TrainingCanaries.attack(
                  build.performed(claimed, attributes, canaries),
                  attributes,
                  canaries,
                  DELTA,
                  new SeededRehearsalRandom(seed),
                  () -> false));
    }
  }

  private void print(
      String mechanism, TrainedBuild build, double claimed, LongFunction<OneRunAudit> attack) {
    if (!mechanisms.isEmpty() && !mechanisms.contains(mechanism)) {
      return;
    }
    boolean all = build == TrainedBuild.HONEST && !mechanism.equals(SHARE);
    int seeds = all ? honestSeeds : otherSeeds;
    for (int seed = 1; seed <= seeds; seed++) {
      long start = System.nanoTime();
      OneRunAudit audit = attack.apply(seed);
      System.out.printf(
          Locale.ROOT,
          "%s,%s,%d,%.3f,%d,%d,%d,%.3f,%.1f%n",
          mechanism,
          build.words(),
          seed,
          claimed,
          canaries,
          audit.guesses(),
          audit.correct(),
          audit.lowerBound(0.95),
          1e-9 * (System.nanoTime() - start));
    }
  }
}
