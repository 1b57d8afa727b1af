package modulus.ui.export;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import modulus.ui.common.FailurePane;
import modulus.ui.common.Widgets;
import org.kordamp.ikonli.material2.Material2AL;

/** What all releases of the table together may cost, as the ledger holds it, and to set it. */
final class BudgetCard extends VBox {

  BudgetCard(Widgets widgets, BudgetForm form) {
    setId("export-budget");
    getStyleClass().add("card");
    setSpacing(8);
    Label standing = widgets.changing("budget-standing");
    standing.textProperty().bind(widgets.messages().text(form.standingProperty()));
    FailurePane failure = new FailurePane("budget-failure", widgets);
    failure.failureProperty().bindBidirectional(form.failureProperty());
    Button set = widgets.button("budget-set", "budget.set", Material2AL.CHECK, form::set);
    set.disableProperty().bind(form.hindranceProperty().isNotNull());
    TextField epsilon = KeyChoice.field("budget-epsilon", form.epsilonProperty());
    epsilon.setOnAction(
        pressed -> {
          form.set();
          pressed.consume();
        });
    CheckBox blocking = widgets.checkBox("budget-block", "budget-block");
    blocking.selectedProperty().bindBidirectional(form.blockingProperty());
    Label why = widgets.changing("budget-hindrance", "text-muted");
    why.textProperty().bind(widgets.messages().text(form.hindranceProperty()));
    Widgets.showWhen(why, form.hindranceProperty().isNotNull());
    HBox title =
        new HBox(
            8,
            widgets.label("export-budget-name", "budget.title", "title-4"),
            widgets.why("export-budget", "budget.title"));
    getChildren()
        .addAll(
            title,
            standing,
            failure,
            KeyChoice.row(widgets, "budget-epsilon", epsilon, set),
            blocking,
            why);
  }
}
