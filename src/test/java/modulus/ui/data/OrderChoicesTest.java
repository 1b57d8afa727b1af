package modulus.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.OrderRule;
import modulus.schema.Schema;
import modulus.table.NumberColumn;
import modulus.table.Table;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.ui.common.Text;
import modulus.workbench.OpenedTable;
import org.junit.jupiter.api.Test;

class OrderChoicesTest {
  private final Session session = new Session();
  private final HeldBackground background = new HeldBackground();
  private final OrderChoices orders = new OrderChoices(session, background);
  private final Attribute dia = number("dia", "mmHg");
  private final Attribute sys = number("sys", "mmHg");
  private final Attribute mean = number("mean", "mmHg");
  private final Attribute age = number("age", "years");

  private static Attribute number(String name, String unit) {
    return new Attribute(
        name, new Domain.Numeric(0, 300, 0, unit), false, "", DomainOrigin.DECLARED, List.of());
  }

  private static NumberColumn column(String name, double... values) {
    return new NumberColumn(name, values, new BitSet(), 0);
  }

  /** A table whose second row has its pressures exchanged. */
  private void open() {
    Table table =
        new Table(
            List.of(
                column("dia", 70, 130),
                column("sys", 120, 80),
                column("mean", 140, 140),
                column("age", 50, 60)));
    Schema draft =
        new Schema(
            List.of(dia, sys, mean, age),
            Optional.empty(),
            List.of(new OrderRule("dia", "sys", false)));
    session.open(
        new OpenedTable(Path.of("pressures.csv"), table, SmallWard.opened().dialect(), draft));
    background.runAll();
  }

  @Test
  void what_can_be_compared_and_goes_round_in_no_circle_is_offered() {
    open();
    assertThat(orders.candidates(dia)).containsExactly("sys", "mean");
    assertThat(orders.candidates(age)).isEmpty();
    orders.declare(sys, "mean", true);
    orders.declare(dia, "sys", true);
    assertThat(orders.candidates(mean)).isEmpty();
    assertThat(orders.candidates(sys)).containsExactly("mean");
  }

  @Test
  void a_proposal_is_told_and_takes_effect_once_it_is_chosen() {
    open();
    assertThat(orders.sentence(dia)).isEqualTo(Text.of("order.proposed", "sys"));
    assertThat(orders.sentence(sys)).isEqualTo(Text.of("order.none"));
    assertThat(orders.declared(dia)).isEmpty();
    orders.declare(dia, "sys", true);
    assertThat(orders.declared(dia)).containsExactly("sys");
    assertThat(orders.sentence(dia)).isEqualTo(Text.of("order.declared"));
    assertThat(session.schemaProperty().get().declaredOrders())
        .containsExactly(OrderRule.declared("dia", "sys"));
    orders.declare(dia, "sys", false);
    assertThat(session.schemaProperty().get().orders()).isEmpty();
  }

  @Test
  void whether_the_table_keeps_an_order_is_told_of_a_declared_one_only() {
    open();
    assertThat(background.waiting()).isZero();
    assertThat(orders.warning(dia)).isNull();
    orders.declare(dia, "sys", true);
    background.runAll();
    assertThat(orders.warning(dia)).isEqualTo(Text.of("order.broken", "sys"));
    orders.declare(sys, "mean", true);
    background.runAll();
    assertThat(orders.warning(sys)).isNull();
    orders.declare(dia, "sys", false);
    background.runAll();
    assertThat(orders.warning(dia)).isNull();
  }

  @Test
  void an_answer_about_a_schema_that_changed_meanwhile_is_dropped() {
    open();
    orders.declare(dia, "sys", true);
    session
        .schemaProperty()
        .set(session.schemaProperty().get().withoutOrder(OrderRule.declared("dia", "sys")));
    background.runAll();
    assertThat(orders.brokenProperty().get()).isEmpty();
  }
}
