package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Name, value, rule: the same order as in the other packages. */
class RequireTest {
  @Test
  void the_value_stands_before_the_least_it_may_be() {
    assertThatCode(() -> Require.atLeast("runs", 3, 1)).doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Require.atLeast("runs", 0, 1))
        .withMessage("runs must be at least 1 but is 0");
  }
}
