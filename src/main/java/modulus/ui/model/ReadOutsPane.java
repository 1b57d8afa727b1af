package modulus.ui.model;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import modulus.ui.common.ReadOutPane;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;
import modulus.workbench.ReadOut;
import modulus.workbench.Scope;

/** What the present setting means, in numbers with sentences. */
final class ReadOutsPane extends VBox {
  private static final Text NOTHING = Text.of("readOut.nothing");

  private final Widgets widgets;
  private final ModelViewModel model;

  ReadOutsPane(Widgets widgets, ModelViewModel model) {
    this.widgets = widgets;
    this.model = model;
    setId("read-outs");
    getStyleClass().add("read-outs");
    Label advice = widgets.changing("model-advice", "advice");
    advice.textProperty().bind(widgets.messages().text(answer(ReadOutTexts::advice)));
    BooleanBinding release = model.scopeProperty().isEqualTo(Scope.RELEASE_ONLY);
    model
        .readOutProperty()
        .addListener(
            (source, before, now) -> {
              advice.getStyleClass().removeAll("advice-good", "advice-caution");
              if (now != null) {
                boolean good = now.advice() == ReadOut.Advice.GOOD;
                advice.getStyleClass().add(good ? "advice-good" : "advice-caution");
              }
            });
    Widgets.showWhen(advice, model.readOutProperty().isNotNull());
    TilePane tiles = new TilePane(12, 12);
    tiles.setPrefColumns(2);
    tiles.setPrefTileWidth(290);
    tiles
        .getChildren()
        .addAll(
            readOut("read-out-export", ReadOutTexts::wholeExport, ReadOutTexts::wholeExportMeaning),
            readOut(
                "read-out-replace",
                ReadOutTexts::replaceOne,
                readOut -> Text.of("readOut.replace.sentence")),
            only(
                release,
                readOut(
                    "read-out-row",
                    ReadOutTexts::oneRow,
                    readOut -> Text.of("readOut.row.sentence"))),
            only(
                release,
                readOut(
                    "read-out-attribute",
                    ReadOutTexts::oneAttribute,
                    readOut -> Text.of("readOut.attribute.sentence"))),
            only(
                release.not(),
                readOut("read-out-count", ReadOutTexts::countError, ReadOutTexts::countMeaning)),
            readOut("read-out-lipschitz", ReadOutTexts::lipschitz, ReadOutTexts::diameter));
    getChildren().addAll(advice, tiles);
  }

  private ReadOutPane readOut(
      String id, Function<ReadOut, Text> value, Function<ReadOut, Text> sentence) {
    return new ReadOutPane(id, widgets, answer(value), answer(sentence), model.behindProperty());
  }

  private ObservableValue<Text> answer(Function<ReadOut, Text> what) {
    return Bindings.createObjectBinding(
        () -> {
          ReadOut readOut = model.readOutProperty().get();
          return readOut == null ? NOTHING : what.apply(readOut);
        },
        model.readOutProperty());
  }

  private static Node only(BooleanBinding when, Node node) {
    Widgets.showWhen(node, when);
    return node;
  }
}
