package modulus.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The accountant against values computed by another program (see accounting.csv). */
class AccountantReferenceTest {

  static List<ReferenceRow> rows() {
    return ReferenceRow.all();
  }

  @Test
  void all_eighty_reference_rows_are_read() {
    assertThat(rows()).hasSize(80);
    assertThat(rows().stream().mapToInt(row -> row.events().size()).sum()).isEqualTo(100);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void epsilon_lies_between_a_thousandth_below_and_two_hundredths_above(ReferenceRow row) {
    double epsilon = Accountant.epsilon(row.events(), row.delta(), row.adjacency());
    if (row.epsilon() < 0.1) {
      assertThat(epsilon).isBetween(row.epsilon() - 2e-3, row.epsilon() + 2e-3);
    } else {
      assertThat(epsilon).isBetween(0.999 * row.epsilon(), 1.02 * row.epsilon());
    }
  }
}
