package modulus.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyGuaranteeTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1e-5, Double.NaN})
  void a_delta_that_is_none_is_refused(double delta) {
    assertThatThrownBy(() -> new PrivacyGuarantee(delta, 1, 2, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("delta");
  }

  @ParameterizedTest
  @CsvSource({"-1, 2", "NaN, 2", "Infinity, 2", "1, -2", "1, NaN", "1, Infinity"})
  void an_epsilon_that_is_none_is_refused(double addRemove, double replaceOne) {
    assertThatThrownBy(() -> new PrivacyGuarantee(1e-5, addRemove, replaceOne, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("epsilon");
  }

  @Test
  void no_event_costs_nothing() {
    PrivacyGuarantee nothing = new PrivacyGuarantee(1e-5, 0, 0, List.of());
    assertThat(nothing.epsilon(Adjacency.REPLACE_ONE)).isZero();
  }
}
