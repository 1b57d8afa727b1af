package modulus.evaluation.learning;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What a classifier's scores are worth. */
final class Ranking {
  private Ranking() {}

  /**
   * @param scores one row per case, one column per class
   * @param labels the true class of each case
   */
  static Score score(double[][] scores, int[] labels, int classes) {
    int right = 0;
    for (int row = 0; row < labels.length; row++) {
      right += best(scores[row]) == labels[row] ? 1 : 0;
    }
    double auc =
        IntStream.range(0, classes)
            .filter(c -> Arrays.stream(labels).anyMatch(label -> label == c))
            .mapToDouble(c -> auc(scores, labels, c))
            .average()
            .orElseThrow();
    return new Score(auc, (double) right / labels.length);
  }

  private static int best(double[] scores) {
    int best = 0;
    for (int c = 1; c < scores.length; c++) {
      best = scores[c] > scores[best] ? c : best;
    }
    return best;
  }

  /**
   * The probability that a case of class {@code positive} scores above one of another class, ties
   * counting half (the Mann–Whitney statistic).
   */
  static double auc(double[][] scores, int[] labels, int positive) {
    int n = labels.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted((a, b) -> Double.compare(scores[a][positive], scores[b][positive]))
            .mapToInt(Integer::intValue)
            .toArray();
    double positives = 0;
    double rankSum = 0;
    int start = 0;
    while (start < n) {
      int end = start;
      int inTie = 0;
      double value = scores[order[start]][positive];
      while (end < n && scores[order[end]][positive] == value) {
        inTie += labels[order[end]] == positive ? 1 : 0;
        end++;
      }
      rankSum += inTie * (start + end + 1) / 2.0;
      positives += inTie;
      start = end;
    }
    return (rankSum - positives * (positives + 1) / 2) / (positives * (n - positives));
  }
}
