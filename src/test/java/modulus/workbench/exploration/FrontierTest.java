package modulus.workbench.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import modulus.evaluation.AttributeUtility;
import modulus.evaluation.UtilityReport;
import modulus.workbench.SynthesisSettings;
import org.junit.jupiter.api.Test;

class FrontierTest {
  private static ExploredRun run(int number, double epsilon, double distance) {
    AttributeUtility age = new AttributeUtility("age", distance, 0, 0, 0, true);
    return new ExploredRun(
        number,
        SynthesisSettings.defaults().withEpsilon(OptionalDouble.of(epsilon)),
        epsilon,
        2 * epsilon,
        0.5,
        new UtilityReport(100, 100, distance, distance, List.of(age, age), 0),
        1.5,
        Optional.empty());
  }

  @Test
  void a_run_beaten_by_a_cheaper_or_equally_cheap_one_is_not_on_the_frontier() {
    ExploredRun weak = run(1, 0.5, 0.4);
    ExploredRun beaten = run(2, 1, 0.45);
    ExploredRun good = run(3, 1, 0.2);
    ExploredRun same = run(4, 3, 0.2);
    assertThat(Frontier.of(List.of(same, good, beaten, weak))).containsExactly(weak, good);
  }

  @Test
  void without_runs_there_is_no_frontier() {
    assertThat(Frontier.of(List.of())).isEmpty();
  }

  @Test
  void the_csv_has_a_row_per_run_by_epsilon_and_rounds_epsilon_up() {
    String csv = FrontierCsv.of(List.of(run(1, 1, 0.45), run(2, 0.33333333, 0.25)));
    assertThat(csv.lines().toList())
        .containsExactly(
            "run,guarantee,epsilon,epsilon_replace_one,delta,lipschitz,latent,rows,"
                + "one_way_distance,two_way_distance,agreement,seconds,on_frontier,internal",
            "2,end-to-end,0.3334,0.6667,1e-5,0.500000,16,100,0.25000,0.25000,0.75000,1.5,yes,do not release",
            "1,end-to-end,1.0000,2.0000,1e-5,0.500000,16,100,0.45000,0.45000,0.55000,1.5,no,do not release");
  }
}
