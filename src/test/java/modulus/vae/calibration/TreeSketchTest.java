package modulus.vae.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import modulus.encoding.CodedTable;
import modulus.vae.marginal.SeededRandom;
import org.junit.jupiter.api.Test;

class TreeSketchTest {
  private static final int[] SIZES = {3, 4, 2, 5};
  private static final AskedTables ASKED = AskedTables.allPairs(SIZES, Long.MAX_VALUE);
  private static final CodedTable CHAIN = chain(40_000);

  @Test
  void rows_of_a_table_that_is_a_tree_have_its_pair_tables_when_nothing_is_noisy() {
    NoisyTables measured = measured(1e-9);
    CodedTable rows = TreeSketch.of(measured).sample(200_000, new SeededRandom(4));
    NoisyTables drawn =
        new PairMechanism(ASKED, 1, 1e-9, 1).measure(rows, rows.rows(), new SeededRandom(5));
    // A frequency of 200,000 draws has sd at most √(1/4/200,000) = 0.0011; 6 sd, 60 cells.
    for (int p = 0; p < ASKED.pairs().size(); p++) {
      assertThat(drawn.pair(p)).containsExactly(measured.pair(p), within(0.0067));
    }
  }

  @Test
  void an_attribute_without_visible_dependence_stays_alone() {
    // Attributes 0, 1 and 2 form a chain; 3 is independent up to chance, some 44 counts a cell.
    assertThat(TreeSketch.of(measured(300)).pairs()).isEqualTo(2);
  }

  @Test
  void noise_alone_gives_no_pair_and_every_code_is_a_code() {
    NoisyTables noise =
        new PairMechanism(ASKED, 1, 1e5, 1).measure(CHAIN, CHAIN.rows(), new SeededRandom(8));
    CodedTable rows = TreeSketch.of(noise).sample(1_000, new SeededRandom(9));
    assertThat(rows.sizes()).isEqualTo(SIZES);
    for (int j = 0; j < SIZES.length; j++) {
      for (short code : rows.column(j)) {
        assertThat(code).isBetween((short) 0, (short) (SIZES[j] - 1));
      }
    }
  }

  @Test
  void an_estimate_of_a_pair_is_a_distribution_with_the_given_one_way_distributions() {
    double[] first = {0.2, 0.8};
    double[] second = {0.5, 0.3, 0.2};
    double[] noisy = {0.3, -0.1, 0.02, 0.2, 0.5, 0.1};
    double[] joint = PairEstimate.of(noisy, first, second, 0.01).joint();
    for (int a = 0; a < 2; a++) {
      assertThat(joint[3 * a] + joint[3 * a + 1] + joint[3 * a + 2])
          .isCloseTo(first[a], within(1e-6));
    }
    for (int b = 0; b < 3; b++) {
      assertThat(joint[b] + joint[3 + b]).isCloseTo(second[b], within(1e-12));
    }
    for (double share : joint) {
      assertThat(share).isPositive();
    }
  }

  @Test
  void refuses_pairs_asked_in_coarser_codes() {
    AskedTables coarse = AskedTables.of(List.of(new int[] {0, 0, 1}, new int[] {0, 1}), 100);
    CodedTable table = new CodedTable(2, new int[] {3, 2}, new short[][] {{0, 2}, {1, 0}});
    NoisyTables measured =
        new PairMechanism(coarse, 1, 1, 1).measure(table, 2, new SeededRandom(1));
    assertThatThrownBy(() -> TreeSketch.of(measured)).hasMessageContaining("attribute 0");
  }

  private static NoisyTables measured(double sigma) {
    return new PairMechanism(ASKED, 1, sigma, 1).measure(CHAIN, CHAIN.rows(), new SeededRandom(3));
  }

  /** Attribute 1 follows attribute 0, attribute 2 follows attribute 1, attribute 3 is free. */
  private static CodedTable chain(int rows) {
    SplittableRandom random = new SplittableRandom(2);
    short[][] columns = new short[SIZES.length][rows];
    for (int row = 0; row < rows; row++) {
      int a = random.nextInt(SIZES[0]);
      int b = random.nextInt(3) == 0 ? random.nextInt(SIZES[1]) : a + random.nextInt(2);
      int c = random.nextInt(4) == 0 ? random.nextInt(SIZES[2]) : b / 2;
      columns[0][row] = (short) a;
      columns[1][row] = (short) b;
      columns[2][row] = (short) c;
      columns[3][row] = (short) random.nextInt(SIZES[3]);
    }
    return new CodedTable(rows, SIZES, columns);
  }
}
