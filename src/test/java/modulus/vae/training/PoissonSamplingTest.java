package modulus.vae.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import modulus.encoding.PatientRows;
import modulus.privacy.SeededRehearsalRandom;
import org.junit.jupiter.api.Test;

/**
 * The sampler that trains, on the generator that trains: that of rehearsals shares all code with it
 * but the key. A perfect sampler misses a bound with probability at most 1e-6 (5 standard
 * deviations two-sided: 5.7e-7).
 */
class PoissonSamplingTest {
  private final SeededRehearsalRandom random = new SeededRehearsalRandom(20261124);

  private PoissonSampling sampling(int patients, double probability) {
    return new PoissonSampling(PatientRows.single(patients), probability, random);
  }

  private static int[] records(PatientBatch batch) {
    return Arrays.copyOf(batch.records(), batch.size());
  }

  @Test
  void batches_vary_as_the_binomial_law_and_hit_every_patient_alike() {
    int patients = 1000;
    int rounds = 2000;
    double q = 0.037;
    PoissonSampling sampling = sampling(patients, q);
    int[] hits = new int[patients];
    double sum = 0;
    double square = 0;
    for (int round = 0; round < rounds; round++) {
      int[] batch = records(sampling.draw());
      sum += batch.length;
      square += (batch.length - patients * q) * (batch.length - patients * q);
      int before = -1;
      for (int record : batch) {
        assertThat(record).isGreaterThan(before).isLessThan(patients);
        before = record;
        hits[record]++;
      }
    }
    double variance = patients * q * (1 - q);
    assertThat(sum / rounds)
        .isBetween(
            patients * q - 5 * Math.sqrt(variance / rounds),
            patients * q + 5 * Math.sqrt(variance / rounds));
    // the sample variance of 2000 sizes: relative deviation √(2/2000)
    assertThat(square / rounds).isBetween(variance * (1 - 5 * 0.0316), variance * (1 + 5 * 0.0316));
    double statistic = 0;
    for (int hit : hits) {
      statistic += (hit - rounds * q) * (hit - rounds * q) / (rounds * q * (1 - q));
    }
    // about χ² with 1000 degrees of freedom: 1000 ± 5·√2000
    assertThat(statistic).isBetween(1000 - 224.0, 1000 + 224.0);
  }

  @Test
  void neighbouring_patients_are_sampled_independently() {
    int together = 0;
    int rounds = 200_000;
    double q = 0.3;
    PoissonSampling sampling = sampling(2, q);
    for (int i = 0; i < rounds; i++) {
      together += sampling.draw().patients() == 2 ? 1 : 0;
    }
    double slack = 5 * Math.sqrt(rounds * q * q * (1 - q * q));
    assertThat((double) together).isBetween(rounds * q * q - slack, rounds * q * q + slack);
  }

  @Test
  void sampling_with_certainty_takes_all_or_none() {
    assertThat(records(sampling(5, 1).draw())).containsExactly(0, 1, 2, 3, 4);
    assertThat(records(sampling(5, 0).draw())).isEmpty();
    assertThat(records(sampling(0, 0.5).draw())).isEmpty();
  }
}
