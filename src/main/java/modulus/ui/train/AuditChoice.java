package modulus.ui.train;

import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import modulus.ui.common.CountField;
import modulus.ui.common.FieldRow;
import modulus.ui.common.Widgets;

/** The switch that plants canaries, and what that means. */
final class AuditChoice extends VBox {

  /**
   * @param going whether a run is going on: then the choice is made
   */
  AuditChoice(Widgets widgets, AuditForm form, BooleanBinding going) {
    super(4);
    setId("train-audit-choice");
    CheckBox audit = widgets.checkBox("train-audit", "train-audit.name");
    audit.setWrapText(false);
    audit.setMinWidth(USE_PREF_SIZE);
    audit.selectedProperty().bindBidirectional(form.chosenProperty());
    audit.disableProperty().bind(going);
    CountField canaries = new CountField("train-canaries", widgets, form.canaries());
    canaries.disableProperty().bind(form.chosenProperty().not().or(going));
    FieldRow row =
        new FieldRow(16, 4, audit, canaries, widgets.why("train-audit", "train-audit.name"));
    row.setAlignment(Pos.CENTER_LEFT);
    Label sentence = widgets.changing("train-audit-sentence", "text-small", "text-muted");
    sentence.textProperty().bind(widgets.messages().text(form.sentence()));
    Label warning = widgets.changing("train-audit-warning", "text-small", "problem");
    warning.textProperty().bind(widgets.messages().text(form.warning()));
    Widgets.showWhen(warning, warning.textProperty().isNotEmpty());
    getChildren().addAll(row, sentence, warning);
  }
}
