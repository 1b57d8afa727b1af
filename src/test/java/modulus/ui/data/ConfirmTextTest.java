package modulus.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.OrderRule;
import modulus.schema.Schema;
import modulus.ui.common.Messages;
import modulus.ui.common.SmallWard;
import org.junit.jupiter.api.Test;

class ConfirmTextTest {

  private static String asked(Schema schema, Locale locale) {
    return new Messages(locale).render(ConfirmText.of(schema)).replace('\u00a0', ' ');
  }

  private static Schema numbers(int count, boolean declared, List<OrderRule> orders) {
    List<Attribute> attributes = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      attributes.add(
          new Attribute(
              "a" + i,
              new Domain.Numeric(0, 1, 0, ""),
              false,
              "",
              declared ? DomainOrigin.DECLARED : DomainOrigin.READ_FROM_DATA,
              declared ? DomainOrigin.DECLARED : DomainOrigin.READ_FROM_DATA,
              List.of()));
    }
    return new Schema(attributes, Optional.empty(), orders, false);
  }

  @Test
  void what_is_to_be_confirmed_is_named() {
    assertThat(asked(SmallWard.draft(), Locale.ENGLISH))
        .startsWith("This is about 3 attributes: age, sex, ward_id.\n\nRanges, categories");
    assertThat(asked(numbers(1, false, List.of()), Locale.GERMAN))
        .startsWith("Es geht um ein Merkmal: a1.\n\nBereiche");
  }

  @Test
  void many_are_named_in_part_and_counted() {
    assertThat(asked(numbers(46, false, List.of()), Locale.ENGLISH))
        .startsWith("This is about 46 attributes: a1, a2, a3, a4, a5, a6, a7, a8 and 38 more.");
    assertThat(asked(numbers(46, false, List.of()), Locale.GERMAN))
        .startsWith("Es geht um 46 Merkmale: a1, a2, a3, a4, a5, a6, a7, a8 und 38 weitere.");
  }

  @Test
  void orders_that_were_proposed_are_named_too() {
    List<OrderRule> orders =
        List.of(new OrderRule("a1", "a2", false), OrderRule.declared("a2", "a3"));
    assertThat(asked(numbers(3, true, orders), Locale.ENGLISH))
        .startsWith("This is about orders of attributes: a1 never after a2.");
    assertThat(asked(numbers(3, false, orders), Locale.ENGLISH))
        .startsWith(
            "This is about 3 attributes: a1, a2, a3. And about orders of attributes: a1 never"
                + " after a2.");
  }
}
