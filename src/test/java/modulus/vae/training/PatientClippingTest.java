package modulus.vae.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import modulus.encoding.PatientRows;
import modulus.vae.marginal.SeededRandom;
import modulus.vae.network.EncoderKind;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * privacy.md, section 1: what is clipped is the gradient summed over a patient's records. The
 * oracle sums gradients formed one record at a time.
 */
class PatientClippingTest {
  private static final float BETA = 0.7f;
  private static final int ROWS = 60;

  /** Patients of 1, 2, 3, 4 and 5 records, four of each. */
  private static PatientRows patients() {
    int[] starts = new int[21];
    for (int i = 0; i < 20; i++) {
      starts[i + 1] = starts[i] + 1 + i % 5;
    }
    return PatientRows.of(starts);
  }

  @ParameterizedTest
  @EnumSource(EncoderKind.class)
  void a_patient_s_clipped_gradient_is_the_naive_sum_over_their_records_clipped(EncoderKind kind) {
    SmallProblem problem = SmallProblem.of(ROWS, 17, kind);
    float[] noise = problem.noise(ROWS, 6);
    PatientRows patients = patients();
    PatientBatch batch = all(patients);
    double clip = 1e-3; // below every norm here, so that the factor shows the norm that was used
    try (ChunkPass pass = new ChunkPass(problem.shape(), ROWS);
        ChunkPass single = new ChunkPass(problem.shape(), 1)) {
      pass.setParameters(problem.model().parameters());
      single.setParameters(problem.model().parameters());
      for (int patient = 0; patient < patients.patients(); patient++) {
        int first = patients.first(patient);
        int n = patients.end(patient) - first;
        double[] naive = new double[problem.model().layout().size()];
        for (int row = first; row < first + n; row++) {
          addAlone(single, problem, row, noise, naive);
        }
        double[] clipped = new double[naive.length];
        pass.run(
            problem.inputs(),
            problem.targets(),
            batch.records(),
            first,
            n,
            columns(noise, problem.shape().latent(), first, n),
            BETA,
            false);
        int count =
            pass.addClipped(problem.inputs(), batch, patient, patient + 1, clip, BETA, clipped);
        assertThat(count).isEqualTo(1);
        double norm = norm(naive);
        assertThat(norm(clipped) / (clip * (1 - 1e-5))).isCloseTo(1, within(1e-5));
        assertThat(norm(clipped)).isLessThanOrEqualTo(clip);
        for (int i = 0; i < naive.length; i++) {
          assertThat(clipped[i]).isCloseTo(naive[i] * clip / norm, within(2e-5 * clip));
        }
      }
    }
  }

  @Test
  void a_chunk_of_patients_adds_up_their_clipped_sums_and_counts_the_clipped_patients() {
    SmallProblem problem = SmallProblem.of(ROWS, 5, EncoderKind.RELU);
    float[] noise = problem.noise(ROWS, 3);
    PatientRows patients = patients();
    double clip = 12;
    double[] expected = new double[problem.model().layout().size()];
    double[] together = new double[expected.length];
    int clippedAlone = 0;
    int clippedTogether;
    try (ChunkPass pass = new ChunkPass(problem.shape(), ROWS);
        ChunkPass single = new ChunkPass(problem.shape(), 1)) {
      pass.setParameters(problem.model().parameters());
      single.setParameters(problem.model().parameters());
      PatientBatch batch = all(patients);
      pass.run(problem.inputs(), problem.targets(), batch.records(), 0, ROWS, noise, BETA, false);
      clippedTogether =
          pass.addClipped(problem.inputs(), batch, 0, patients.patients(), clip, BETA, together);
      for (int patient = 0; patient < patients.patients(); patient++) {
        double[] sum = new double[expected.length];
        for (int row = patients.first(patient); row < patients.end(patient); row++) {
          addAlone(single, problem, row, noise, sum);
        }
        double factor = Math.min(1, clip / norm(sum));
        clippedAlone += factor < 1 ? 1 : 0;
        for (int i = 0; i < sum.length; i++) {
          expected[i] += factor * sum[i];
        }
      }
    }
    assertThat(clippedTogether).isEqualTo(clippedAlone).isBetween(1, patients.patients() - 1);
    for (int i = 0; i < expected.length; i++) {
      assertThat(together[i]).isCloseTo(expected[i], within(2e-5 * clip * patients.patients()));
    }
  }

  @Test
  void a_patient_with_one_record_that_is_not_finite_counts_as_zero_with_all_their_records() {
    SmallProblem problem = SmallProblem.of(6, 9, EncoderKind.RELU);
    PatientBatch three = new PatientBatch(problem.allRows(), new int[] {2, 4, 6}, 3);
    float[] noise = problem.noise(6, 1);
    float[] spoilt = noise.clone();
    spoilt[3] = Float.NaN;
    double[] with = new double[problem.model().layout().size()];
    double[] without = new double[with.length];
    try (ChunkPass pass = new ChunkPass(problem.shape(), 6)) {
      pass.setParameters(problem.model().parameters());
      pass.run(problem.inputs(), problem.targets(), three.records(), 0, 6, spoilt, BETA, false);
      pass.addClipped(problem.inputs(), three, 0, 3, 1, BETA, with);
      int d = problem.shape().latent();
      for (int patient : new int[] {0, 2}) {
        int first = three.first(patient);
        pass.run(
            problem.inputs(),
            problem.targets(),
            three.records(),
            first,
            2,
            columns(noise, d, first, 2),
            BETA,
            false);
        pass.addClipped(problem.inputs(), three, patient, patient + 1, 1, BETA, without);
      }
    }
    assertThat(norm(without)).isPositive();
    for (int i = 0; i < with.length; i++) {
      assertThat(with[i]).isCloseTo(without[i], within(1e-5));
    }
  }

  @Test
  void one_patient_moves_the_clipped_sum_of_the_training_step_by_at_most_the_clipping_norm() {
    SmallProblem problem = SmallProblem.of(ROWS, 41, EncoderKind.RELU);
    PrivateTrainingPlan plan = PrivateTrainingPlan.of(20, 1, 0.5, 3).withClip(0.3);
    PatientRows patients = patients();
    // the last patient left out: the records before draw the same posterior noise
    PatientBatch whole = all(patients);
    PatientBatch neighbour = new PatientBatch(whole.records(), whole.ends(), whole.patients() - 1);
    double[] with = new double[problem.model().layout().size()];
    double[] without = new double[with.length];
    float[] noise = problem.noise(ROWS, 2);
    int d = problem.shape().latent();
    try (ChunkPass pass = new ChunkPass(problem.shape(), ROWS)) {
      pass.setParameters(problem.model().parameters());
      pass.run(problem.inputs(), problem.targets(), whole.records(), 0, ROWS, noise, BETA, false);
      pass.addClipped(problem.inputs(), whole, 0, whole.patients(), plan.clip(), BETA, with);
      int fewer = neighbour.size();
      pass.run(
          problem.inputs(),
          problem.targets(),
          neighbour.records(),
          0,
          fewer,
          columns(noise, d, 0, fewer),
          BETA,
          false);
      pass.addClipped(
          problem.inputs(), neighbour, 0, neighbour.patients(), plan.clip(), BETA, without);
    }
    for (int i = 0; i < with.length; i++) {
      with[i] -= without[i];
    }
    assertThat(norm(with)).isBetween(0.5 * plan.clip(), plan.clip() * (1 + 1e-4));
  }

  /** False-alarm probability 1e-6. */
  @Test
  void a_patient_s_records_enter_a_batch_all_or_not_at_all_with_probability_q() {
    double q = 0.4;
    int draws = 20_000;
    PoissonSampling sampling =
        new PoissonSampling(PatientRows.of(new int[] {0, 3, 4, 6}), q, new SeededRandom(3));
    long[] observed = new long[8];
    for (int draw = 0; draw < draws; draw++) {
      PatientBatch batch = sampling.draw();
      int pattern = 0;
      for (int patient = 0; patient < batch.patients(); patient++) {
        int[] own = Arrays.copyOfRange(batch.records(), batch.first(patient), batch.end(patient));
        if (Arrays.equals(own, new int[] {0, 1, 2})) {
          pattern |= 1;
        } else if (Arrays.equals(own, new int[] {3})) {
          pattern |= 2;
        } else {
          assertThat(own).containsExactly(4, 5);
          pattern |= 4;
        }
      }
      observed[pattern]++;
    }
    double statistic = 0;
    for (int pattern = 0; pattern < 8; pattern++) {
      int in = Integer.bitCount(pattern);
      double expected = draws * Math.pow(q, in) * Math.pow(1 - q, 3 - in);
      statistic += (observed[pattern] - expected) * (observed[pattern] - expected) / expected;
    }
    assertThat(statistic)
        .isLessThan(new ChiSquaredDistribution(null, 7).inverseCumulativeProbability(1 - 1e-6));
  }

  @Test
  void chunks_hold_whole_patients() {
    PatientBatch batch = all(patients());
    int records = 0;
    for (int patient = 0; patient < batch.patients(); ) {
      int end = batch.chunkEnd(patient, 7);
      assertThat(end).isGreaterThan(patient);
      assertThat(batch.first(end) - batch.first(patient)).isBetween(1, 7);
      records += batch.first(end) - batch.first(patient);
      patient = end;
    }
    assertThat(records).isEqualTo(ROWS);
  }

  private static PatientBatch all(PatientRows patients) {
    int[] records = new int[patients.rows()];
    Arrays.setAll(records, i -> i);
    int[] ends = new int[patients.patients()];
    Arrays.setAll(ends, patients::end);
    return new PatientBatch(records, ends, ends.length);
  }

  private static void addAlone(
      ChunkPass pass, SmallProblem problem, int row, float[] noise, double[] sum) {
    int[] record = {row};
    pass.run(
        problem.inputs(),
        problem.targets(),
        record,
        0,
        1,
        columns(noise, problem.shape().latent(), row, 1),
        BETA,
        false);
    pass.addClipped(problem.inputs(), record, 0, 1, Double.POSITIVE_INFINITY, BETA, sum);
  }

  /** Columns of a feature-major matrix of equal row length. */
  private static float[] columns(float[] x, int rows, int from, int n) {
    int all = x.length / rows;
    float[] taken = new float[rows * n];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(x, row * all + from, taken, row * n, n);
    }
    return taken;
  }

  private static double norm(double[] x) {
    return Math.sqrt(Arrays.stream(x).map(v -> v * v).sum());
  }
}
