package modulus.ui.data;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import modulus.schema.Attribute;
import modulus.ui.common.Messages;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;

/** What an attribute is never after, or never greater than; a choice takes effect at once. */
final class OrderForm extends VBox {
  private final OrderChoices orders;
  private final ObjectProperty<Attribute> attribute = new SimpleObjectProperty<>();
  private final MenuButton others = new MenuButton();

  OrderForm(Widgets widgets, OrderChoices orders) {
    this.orders = orders;
    Messages messages = widgets.messages();
    setId("editor-order-form");
    setSpacing(2);
    others.setId("editor-order");
    others.setMnemonicParsing(false);
    others
        .textProperty()
        .bind(messages.following(() -> chosen(messages), attribute, orders.schemaProperty()));
    others.accessibleTextProperty().bind(messages.text("editor-order"));
    Label label = new Label();
    label.setId("editor-order-name");
    label.setMinWidth(USE_PREF_SIZE);
    label.setLabelFor(others);
    label
        .textProperty()
        .bind(
            messages.following(
                () ->
                    attribute.get() == null
                        ? ""
                        : messages.get(OrderChoices.label(attribute.get())),
                attribute));
    others.setMinWidth(USE_PREF_SIZE);
    FlowPane line = new FlowPane(8, 4, label, others, widgets.why("data-order", "editor-order"));
    Label sentence = widgets.changing("editor-order-sentence", "text-muted");
    sentence.textProperty().bind(messages.text(text(orders::sentence)));
    Label broken = widgets.changing("editor-order-broken", "problem");
    ObjectBinding<Text> warning = text(orders::warning);
    broken.textProperty().bind(messages.text(warning));
    Widgets.showWhen(broken, warning.isNotNull());
    getChildren().addAll(line, sentence, broken);
    attribute.addListener(source -> offer());
    orders.schemaProperty().addListener(source -> offer());
    BooleanBinding possible =
        Bindings.createBooleanBinding(
            () -> attribute.get() != null && !orders.candidates(attribute.get()).isEmpty(),
            attribute,
            orders.schemaProperty());
    Widgets.showWhen(this, possible);
  }

  /** Of {@code now}, as it is declared. */
  void edit(Attribute now) {
    attribute.set(now);
  }

  private ObjectBinding<Text> text(Function<Attribute, Text> of) {
    return Bindings.createObjectBinding(
        () -> attribute.get() == null ? null : of.apply(attribute.get()),
        attribute,
        orders.schemaProperty(),
        orders.brokenProperty());
  }

  private String chosen(Messages messages) {
    List<String> declared = attribute.get() == null ? List.of() : orders.declared(attribute.get());
    return declared.isEmpty() ? messages.get("order.choose") : String.join(", ", declared);
  }

  private void offer() {
    Attribute shown = attribute.get();
    if (shown == null) {
      return;
    }
    List<String> declared = orders.declared(shown);
    others.getItems().clear();
    for (String other : orders.candidates(shown)) {
      CheckMenuItem item = new CheckMenuItem(other);
      item.setMnemonicParsing(false);
      item.setSelected(declared.contains(other));
      item.setOnAction(event -> orders.declare(shown, other, item.isSelected()));
      others.getItems().add(item);
    }
  }
}
