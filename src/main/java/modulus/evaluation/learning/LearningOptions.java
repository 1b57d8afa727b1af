package modulus.evaluation.learning;

import java.util.Set;

/**
 * How classifiers are trained. The greatest numbers of rows bound the time; rows beyond are left
 * out at random.
 *
 * @param learners which, at least one
 * @param linearRows most rows the logistic regression learns from: 100 …
 * @param epochs its passes over them: 1 … 100
 * @param forestRows most rows the forest learns from: 100 …
 * @param trees of the forest: 1 … 1,000
 * @param depth most splits from a tree's root to a leaf: 1 … 60
 * @param seed makes the scores reproducible; nothing private hangs on it
 */
public record LearningOptions(
    Set<Learner> learners,
    int linearRows,
    int epochs,
    int forestRows,
    int trees,
    int depth,
    long seed) {

  public static final LearningOptions DEFAULT =
      new LearningOptions(Set.of(Learner.values()), 50_000, 8, 20_000, 40, 14, 1);

  /**
   * @throws IllegalArgumentException if a number is out of range or there is no learner
   */
  public LearningOptions {
    learners = Set.copyOf(learners);
    if (learners.isEmpty()) {
      throw new IllegalArgumentException("learners must name at least one but is empty");
    }
    require("linearRows", linearRows, 100, Integer.MAX_VALUE);
    require("epochs", epochs, 1, 100);
    require("forestRows", forestRows, 100, Integer.MAX_VALUE);
    require("trees", trees, 1, 1000);
    require("depth", depth, 1, 60);
  }

  /** Most rows {@code learner} learns from. */
  public int rows(Learner learner) {
    return learner == Learner.RANDOM_FOREST ? forestRows : linearRows;
  }

  public LearningOptions withLearners(Set<Learner> value) {
    return new LearningOptions(value, linearRows, epochs, forestRows, trees, depth, seed);
  }

  public LearningOptions withLinearRows(int value) {
    return new LearningOptions(learners, value, epochs, forestRows, trees, depth, seed);
  }

  public LearningOptions withForestRows(int value) {
    return new LearningOptions(learners, linearRows, epochs, value, trees, depth, seed);
  }

  public LearningOptions withTrees(int value) {
    return new LearningOptions(learners, linearRows, epochs, forestRows, value, depth, seed);
  }

  public LearningOptions withSeed(long value) {
    return new LearningOptions(learners, linearRows, epochs, forestRows, trees, depth, value);
  }

  private static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " must lie in [" + least + ", " + most + "] but is " + value);
    }
  }
}
