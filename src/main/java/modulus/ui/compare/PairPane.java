package modulus.ui.compare;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import modulus.ui.common.Widgets;

/** The heat map of pairs, a sentence on the pair under the cursor, and that pair's tables. */
final class PairPane extends HBox {
  PairPane(Widgets widgets, PairViewModel model) {
    super(12);
    setId("compare-pair-pane");
    PairChart map = new PairChart("compare-pairs", widgets, model);
    VBox.setVgrow(map, Priority.ALWAYS);
    Label sentence = widgets.changing("compare-pair-sentence", "text-bold");
    sentence
        .textProperty()
        .bind(
            widgets
                .messages()
                .text(
                    Bindings.createObjectBinding(
                        model::sentence, model.cursorProperty(), model.pairsProperty())));
    Label hint =
        widgets.paragraph("compare-pair-hint", "compare.pair.hint", "text-muted", "text-small");
    CrossTableChart tables = new CrossTableChart("compare-cross", widgets, model);
    VBox.setVgrow(tables, Priority.ALWAYS);
    VBox left = new VBox(6, map, hint);
    left.setId("compare-pair-map");
    HBox.setHgrow(left, Priority.ALWAYS);
    VBox right = new VBox(8, sentence, tables);
    right.setId("compare-pair-tables");
    HBox.setHgrow(right, Priority.SOMETIMES);
    getChildren().addAll(left, right);
  }
}
