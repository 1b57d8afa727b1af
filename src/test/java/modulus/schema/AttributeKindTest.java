package modulus.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** One enum for the editor's choices and the certificate's facts. */
class AttributeKindTest {
  @Test
  void every_kind_of_domain_has_its_own() {
    assertThat(AttributeKind.of(new Domain.Numeric(0, 1, 0, ""))).isEqualTo(AttributeKind.NUMERIC);
    assertThat(AttributeKind.of(new Domain.Excluded())).isEqualTo(AttributeKind.EXCLUDED);
    assertThat(AttributeKind.values()).hasSameSizeAs(Domain.class.getPermittedSubclasses());
  }

  @Test
  void files_name_it_as_they_always_did() {
    assertThat(Arrays.stream(AttributeKind.values()).map(AttributeKind::label))
        .containsExactly("numeric", "categorical", "date", "identifier", "excluded");
  }

  @Test
  void identifiers_and_what_was_left_out_are_not_learned() {
    assertThat(Arrays.stream(AttributeKind.values()).filter(AttributeKind::released))
        .containsExactly(AttributeKind.NUMERIC, AttributeKind.CATEGORICAL, AttributeKind.DATE);
  }
}
