package modulus.evaluation.audit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import modulus.privacy.GuaranteeRandom;
import modulus.privacy.OneRunAudit;

/**
 * A fair coin per canary that says whether it takes part.
 *
 * @param count m ≥ 1
 * @param planted the canaries that take part
 */
public record Coins(int count, BitSet planted) {

  /**
   * A copy is kept.
   *
   * @throws IllegalArgumentException if count is below 1 or a canary beyond it is planted
   */
  public Coins {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1 but is " + count);
    }
    if (planted.length() > count) {
      throw new IllegalArgumentException(
          "only canaries below " + count + " can be planted but " + (planted.length() - 1) + " is");
    }
    planted = (BitSet) planted.clone();
  }

  @Override
  public BitSet planted() {
    return (BitSet) planted.clone();
  }

  /**
   * Independent fair coins.
   *
   * @param count m ≥ 1
   */
  public static Coins toss(int count, GuaranteeRandom random) {
    BitSet planted = new BitSet();
    for (int canary = 0; canary < count; canary++) {
      planted.set(canary, random.nextInt(2) == 1);
    }
    return new Coins(count, planted);
  }

  /**
   * Guesses "planted" for the canaries of highest score and "left out" for those of lowest.
   *
   * @param scores one per canary, higher where the outputs suggest that it was planted
   * @param guessedIn how many to guess planted, ≥ 0, fixed beforehand
   * @param guessedOut how many to guess left out, ≥ 0, fixed beforehand
   * @throws IllegalArgumentException if scores are not one per canary or NaN, or there are more
   *     guesses than canaries or none
   */
  public OneRunAudit guess(double[] scores, int guessedIn, int guessedOut, double delta) {
    if (scores.length != count || Arrays.stream(scores).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException("scores must be " + count + " numbers, none of them NaN");
    }
    if (guessedIn < 0 || guessedOut < 0 || (long) guessedIn + guessedOut > count) {
      throw new IllegalArgumentException(
          "guesses must be ≥ 0 and at most "
              + count
              + " together but are "
              + guessedIn
              + " and "
              + guessedOut);
    }
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble(canary -> scores[canary]))
            .mapToInt(Integer::intValue)
            .toArray();
    int correct = 0;
    for (int i = 0; i < guessedOut; i++) {
      correct += planted.get(order[i]) ? 0 : 1;
    }
    for (int i = 0; i < guessedIn; i++) {
      correct += planted.get(order[count - 1 - i]) ? 1 : 0;
    }
    return new OneRunAudit(count, guessedIn + guessedOut, correct, delta);
  }
}
