package modulus.ui.data;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import modulus.ui.common.Messages;
import modulus.ui.common.Widgets;

/**
 * What was seen of the chosen attribute: how much is missing, and what to look at, whole where the
 * table of attributes has to cut it.
 */
final class AttributeRemarks extends VBox {

  AttributeRemarks(Widgets widgets, SchemaTable table) {
    setId("editor-remarks");
    Messages messages = widgets.messages();
    ObservableValue<AttributeRow> chosen = table.chosenProperty();
    Label missing = widgets.changing("editor-missing-count", "text-muted");
    missing.textProperty().bind(messages.text(chosen.map(AttributeRow::missingSentence)));
    Label warnings = widgets.changing("editor-warnings");
    warnings
        .textProperty()
        .bind(
            messages.following(
                () ->
                    chosen.getValue() == null
                        ? ""
                        : messages.get("editor.warnings", table.warnings(chosen.getValue())),
                chosen));
    Widgets.showWhen(
        warnings, chosen.map(row -> !row.attribute().warnings().isEmpty()).orElse(false));
    ObservableValue<AttributeRow> many = chosen.map(row -> row.crowded() ? row : null);
    HBox first = new HBox(6, missing, widgets.why("data-missing", "schema.missing"));
    first.setAlignment(Pos.TOP_LEFT);
    Label crowded = widgets.changing("editor-categories-many");
    crowded.textProperty().bind(messages.text(many.map(AttributeRow::crowdedSentence)));
    HBox second = new HBox(6, crowded, widgets.why("data-categories", "editor.categories"));
    second.setAlignment(Pos.TOP_LEFT);
    Widgets.showWhen(second, many.map(row -> true).orElse(false));
    getChildren().addAll(first, warnings, second);
  }
}
