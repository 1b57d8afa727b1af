package modulus.evaluation.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected numbers from scikit-learn 1.2.1, roc_auc_score. */
class RankingTest {

  @Test
  void ties_count_half() {
    int[] truth = {0, 1, 1, 0, 1, 0, 0, 1, 0, 1};
    double[] scores = {.1, .4, .35, .4, .8, .7, .1, .4, .2, .9};
    double[][] both = new double[scores.length][];
    for (int row = 0; row < both.length; row++) {
      both[row] = new double[] {1 - scores[row], scores[row]};
    }

    assertThat(Ranking.auc(both, truth, 1)).isCloseTo(0.8, within(1e-12));
    assertThat(Ranking.score(both, truth, 2).auc()).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void more_classes_are_averaged_one_against_the_rest() {
    int[] truth = {0, 1, 2, 2, 1, 0, 0, 2};
    double[][] scores = {
      {.6, .2, .2}, {.3, .3, .4}, {.1, .2, .7}, {.5, .1, .4},
      {.2, .6, .2}, {.4, .3, .3}, {.2, .5, .3}, {.3, .3, .4}
    };

    Score score = Ranking.score(scores, truth, 3);

    assertThat(score.auc()).isCloseTo(0.8222222222222223, within(1e-12));
    assertThat(score.accuracy()).isEqualTo(0.625);
  }

  @Test
  void a_class_the_cases_do_not_show_is_left_out() {
    double[][] scores = {{.9, .1, 0}, {.2, .8, 0}};

    assertThat(Ranking.score(scores, new int[] {0, 1}, 3)).isEqualTo(new Score(1, 1));
  }
}
