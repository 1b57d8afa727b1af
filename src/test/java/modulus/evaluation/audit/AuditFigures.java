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
 * [MECHANISM …].
 */
public final class AuditFigures {
  private static final double EPSILON = 1;
  private static final double DELTA = 1e-5;
  private static final double PROBABILITY = 0.1;
  private static final int STEPS = 200;

  private static final String SHARE = "training's share of the default plan";

  private final int canaries;
  private final int honestSeeds;
  private final int otherSeeds;
  private final List<String> mechanisms;

  private AuditFigures(int canaries, int honestSeeds, int otherSeeds, List<String> mechanisms) {
    this.canaries = canaries;
    this.honestSeeds = honestSeeds;
    this.otherSeeds = otherSeeds;
    this.mechanisms = mechanisms;
  }

  public static void main(String... arguments) {
    AuditFigures figures =
        new AuditFigures(
            Integer.parseInt(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            List.of(arguments).subList(3, arguments.length));
    System.out.println(
        "mechanism,build,seed,claimed_epsilon,canaries,guesses,right,lower_bound,seconds");
    figures.counts();
    double noise =
        Calibration.noiseMultiplier(
            PROBABILITY, STEPS, List.of(), EPSILON, DELTA, Adjacency.ADD_REMOVE);
    figures.training("training", new PoissonSubsampledGaussian(noise, PROBABILITY, STEPS), EPSILON);
    PoissonSubsampledGaussian share =
        EndToEndBudget.plan(EPSILON, DELTA, 0.35, 0.4, PROBABILITY, STEPS).training();
    figures.training(SHARE, share, Accountant.epsilon(List.of(share), DELTA, Adjacency.ADD_REMOVE));
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
                  performed, canaries, DELTA, new SeededRehearsalRandom(seed)));
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
                  build.performed(claimed, canaries),
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
