package modulus.evaluation.audit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * Whether rows come nearer to planted records than to records left out, by ranks (Mann and Whitney,
 * Ann. Math. Statist. 18, 1947; ties count half). Fair coins chose what is planted: where nothing
 * of the planted records got into the rows, every choice of as many records is equally likely
 * whatever the distances are, however they depend on each other. What chance alone does follows
 * from that, ties included.
 */
public final class PlantedDistances {
  private final double[] distances;
  private final BitSet planted;

  /** 1 for the record farthest from all rows, up to the number of records; ties at their mean. */
  private final double[] ranks;

  /**
   * Copies are kept.
   *
   * @param distances of every record to the nearest row, ≥ 0
   * @param planted the records that were planted
   * @throws IllegalArgumentException if a distance is NaN, none or all of the records are planted,
   *     or one beyond them is
   */
  public PlantedDistances(double[] distances, BitSet planted) {
    if (Arrays.stream(distances).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException("a distance is NaN");
    }
    if (planted.isEmpty()
        || planted.length() > distances.length
        || planted.cardinality() == distances.length) {
      throw new IllegalArgumentException(
          "some of "
              + distances.length
              + " records must be planted and some left out but planted are "
              + planted.cardinality());
    }
    this.distances = distances.clone();
    this.planted = (BitSet) planted.clone();
    this.ranks =
        new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE)
            .rank(Arrays.stream(distances).map(distance -> -distance).toArray());
  }

  /** How many records are planted. */
  public int planted() {
    return planted.cardinality();
  }

  /** How many records are left out. */
  public int leftOut() {
    return distances.length - planted();
  }

  /** Median distance of the planted records, the upper one of an even number. */
  public double plantedMedian() {
    return median(true);
  }

  /** Median distance of those left out, the upper one of an even number. */
  public double leftOutMedian() {
    return median(false);
  }

  private double median(boolean ofPlanted) {
    double[] sorted =
        IntStream.range(0, distances.length)
            .filter(record -> planted.get(record) == ofPlanted)
            .mapToDouble(record -> distances[record])
            .sorted()
            .toArray();
    return sorted[sorted.length / 2];
  }

  /** How many planted records have a row nearer than {@code distance}. */
  public int plantedWithin(double distance) {
    return (int) planted.stream().filter(record -> distances[record] < distance).count();
  }

  /** How many records left out have a row nearer than {@code distance}. */
  public int leftOutWithin(double distance) {
    return (int) Arrays.stream(distances).filter(each -> each < distance).count()
        - plantedWithin(distance);
  }

  /**
   * Probability, 0 … 1, that chance alone lets as many planted records as here, or more, have a row
   * nearer than {@code distance}: Fisher's exact test, one-sided.
   */
  public double chanceOfWithin(double distance) {
    int within = plantedWithin(distance);
    return new HypergeometricDistribution(
            null, distances.length, within + leftOutWithin(distance), planted())
        .upperCumulativeProbability(within);
  }

  /**
   * Share 0 … 1 of the pairs of a planted record and one left out in which a row comes nearer to
   * the planted one, ties as halves; ½ by chance.
   */
  public double nearer() {
    double least = planted() * (planted() + 1.0) / 2;
    return (sum(ranks) - least) / pairs();
  }

  /** Standard deviation of {@link #nearer} by chance alone, around ½. */
  public double deviation() {
    return deviation(ranks);
  }

  /**
   * {@link #nearer} here minus that of the same records against other rows; 0 by chance.
   *
   * @throws IllegalArgumentException if other records are planted there
   */
  public double ahead(PlantedDistances other) {
    return sum(gained(other)) / pairs();
  }

  /**
   * Standard deviation of {@link #ahead} by chance alone, from what each record gains in rank.
   *
   * @throws IllegalArgumentException if other records are planted there
   */
  public double deviation(PlantedDistances other) {
    return deviation(gained(other));
  }

  private double[] gained(PlantedDistances other) {
    if (other.distances.length != distances.length || !other.planted.equals(planted)) {
      throw new IllegalArgumentException("other records are planted there");
    }
    return IntStream.range(0, ranks.length)
        .mapToDouble(record -> ranks[record] - other.ranks[record])
        .toArray();
  }

  private double pairs() {
    return (double) planted() * leftOut();
  }

  private double sum(double[] scores) {
    return planted.stream().mapToDouble(record -> scores[record]).sum();
  }

  /** Of the sum of a simple random sample without replacement, per pair. */
  private double deviation(double[] scores) {
    double mean = Arrays.stream(scores).average().orElseThrow();
    double squares = Arrays.stream(scores).map(each -> (each - mean) * (each - mean)).sum();
    return Math.sqrt(squares / (scores.length - 1) / scores.length / pairs());
  }
}
