package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CumulativeEpsilonTest {
  @Test
  void releases_together_never_cost_less_than_some_of_them() {
    CumulativeEpsilon computed = new CumulativeEpsilon(142.1, 143.5);
    assertThat(computed.atLeast(new CumulativeEpsilon(142.8, 143.2)))
        .isEqualTo(new CumulativeEpsilon(142.8, 143.5));
    assertThat(computed.atLeast(new CumulativeEpsilon(0, 0))).isEqualTo(computed);
  }
}
