package modulus.ui.data;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyProperty;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.OrderRule;
import modulus.schema.Schema;
import modulus.ui.common.Background;
import modulus.ui.common.LatestOnly;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.workbench.OpenedTable;

/**
 * Which attributes another one may be declared not to be after, and whether the open table keeps
 * what is declared. Of a proposal that is not said: declaring it must not rest on the table.
 */
final class OrderChoices {

  private record Asked(OpenedTable table, Schema schema) {}

  private final Session session;
  private final LatestOnly<Asked, List<OrderRule>> checking;
  private final ReadOnlyObjectWrapper<List<OrderRule>> broken =
      new ReadOnlyObjectWrapper<>(List.of());

  OrderChoices(Session session, Background background) {
    this.session = session;
    checking =
        new LatestOnly<>(
            background,
            asked -> asked.table().brokenOrders(asked.schema()),
            (asked, found) -> broken.set(asked.equals(present()) ? found : List.of()),
            failure -> broken.set(List.of()));
    session.tableProperty().addListener(source -> check());
    session.schemaProperty().addListener(source -> check());
  }

  private Asked present() {
    return new Asked(session.tableProperty().get(), session.schemaProperty().get());
  }

  private void check() {
    Asked now = present();
    if (now.table() == null || now.schema() == null || now.schema().declaredOrders().isEmpty()) {
      broken.set(List.of());
    } else {
      checking.ask(now);
    }
  }

  /** The attributes it can be ordered before, in file order; those declared among them. */
  List<String> candidates(Attribute attribute) {
    Schema schema = session.schemaProperty().get();
    return schema == null
        ? List.of()
        : schema.attributes().stream()
            .map(Attribute::name)
            .filter(other -> !other.equals(attribute.name()))
            .filter(other -> schema.admits(OrderRule.declared(attribute.name(), other)))
            .toList();
  }

  /** What it is declared not to be after. */
  List<String> declared(Attribute attribute) {
    return after(attribute, true);
  }

  private List<String> after(Attribute attribute, boolean declared) {
    Schema schema = session.schemaProperty().get();
    return schema == null
        ? List.of()
        : schema.orders().stream()
            .filter(rule -> rule.declared() == declared)
            .filter(rule -> rule.attribute().equals(attribute.name()))
            .map(OrderRule::notAfter)
            .toList();
  }

  /** The steward says that {@code attribute} is never after {@code other}, or no longer says so. */
  void declare(Attribute attribute, String other, boolean holds) {
    Schema schema = session.schemaProperty().get();
    OrderRule rule = OrderRule.declared(attribute.name(), other);
    Schema changed =
        !holds ? schema.withoutOrder(rule) : schema.admits(rule) ? schema.withOrder(rule) : schema;
    session.schemaProperty().set(changed);
  }

  /** Message key of what the choice is called. */
  static String label(Attribute attribute) {
    return attribute.domain() instanceof Domain.Date ? "editor-order.date" : "editor-order.number";
  }

  /** What is declared, else what is proposed, in a sentence. */
  Text sentence(Attribute attribute) {
    if (!declared(attribute).isEmpty()) {
      return Text.of("order.declared");
    }
    List<String> proposed = after(attribute, false);
    return proposed.isEmpty() ? Text.of("order.none") : Text.of("order.proposed", listed(proposed));
  }

  /** That rows of the open table break what is declared of the attribute; null where none does. */
  Text warning(Attribute attribute) {
    List<String> names =
        broken.get().stream()
            .filter(rule -> rule.attribute().equals(attribute.name()))
            .map(OrderRule::notAfter)
            .toList();
    return names.isEmpty() ? null : Text.of("order.broken", listed(names));
  }

  private static String listed(List<String> names) {
    return String.join(", ", names);
  }

  /** The declared orders that the open table does not keep. */
  ReadOnlyObjectProperty<List<OrderRule>> brokenProperty() {
    return broken.getReadOnlyProperty();
  }

  ReadOnlyProperty<Schema> schemaProperty() {
    return session.schemaProperty();
  }
}
