package modulus.ui.compare;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import modulus.ui.common.BesideOrBelow;
import modulus.ui.common.Widgets;

/** The heat map of pairs, a sentence on the pair under the cursor, and that pair's tables. */
final class PairPane extends BorderPane {
  /** Least width of both beside each other, at the plain size of letters. */
  private static final double BESIDE = 800;

  /** Enough for two tables beside each other. */
  private static final double TABLES_SHARE = 0.56;

  PairPane(Widgets widgets, PairViewModel model) {
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
    VBox right = new VBox(8, sentence, tables);
    right.setId("compare-pair-tables");
    setCenter(
        new BesideOrBelow(
            left, right, widgets.fontScale().times(BESIDE), both -> (1 - TABLES_SHARE) * both));
  }
}
