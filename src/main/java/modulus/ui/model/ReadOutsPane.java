package modulus.ui.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import modulus.ui.common.AdvicePane;
import modulus.ui.common.AdviceText;
import modulus.ui.common.EvenColumns;
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
    BooleanBinding release = model.form().scope.isEqualTo(Scope.RELEASE_ONLY);
    getChildren()
        .add(
            new AdvicePane(
                "model-advice",
                widgets,
                model.readOutProperty(),
                answer(readOut -> AdviceText.of(readOut, model.form().boundByHand()))));
    addPairs(
        readOut(
            "read-out-export",
            ReadOutTexts::wholeExport,
            readOut -> ReadOutTexts.wholeExportMeaning(readOut, model.form().modelGiven())),
        readOut(
            "read-out-replace",
            ReadOutTexts::replaceOne,
            readOut -> Text.of("readOut.replace.sentence")),
        only(
            release,
            readOut(
                "read-out-row", ReadOutTexts::oneRow, readOut -> Text.of("readOut.row.sentence"))),
        only(
            release,
            readOut(
                "read-out-attribute",
                ReadOutTexts::oneAttribute,
                readOut -> Text.of("readOut.attribute.sentence"))),
        readOut("read-out-count", ReadOutTexts::countError, this::countMeaning),
        only(
            release.not(),
            readOut("read-out-pair", ReadOutTexts::pairError, ReadOutTexts::pairMeaning)),
        only(
            release, readOut("read-out-detail", ReadOutTexts::detail, ReadOutTexts::detailMeaning)),
        only(
            release,
            readOut("read-out-lipschitz", ReadOutTexts::lipschitz, ReadOutTexts::diameter)),
        only(
            model.estimatingProperty().and(release.not()),
            readOut("read-out-domains", ReadOutTexts::domains, ReadOutTexts::domainsMeaning)));
  }

  private Text countMeaning(ReadOut readOut) {
    return model.form().scope.get() == Scope.RELEASE_ONLY
        ? ReadOutTexts.drawMeaning(readOut)
        : ReadOutTexts.countMeaning(readOut);
  }

  /**
   * Two read-outs beside each other, or below where they are narrow; hidden ones leave no gap
   * because a pair shows as one.
   */
  private void addPairs(Node... tiles) {
    for (int i = 0; i < tiles.length; i += 2) {
      List<Node> both = List.of(Arrays.copyOfRange(tiles, i, Math.min(i + 2, tiles.length)));
      BooleanBinding any =
          Bindings.createBooleanBinding(
              () -> both.stream().anyMatch(Node::isVisible),
              both.stream().map(Node::visibleProperty).toArray(Observable[]::new));
      EvenColumns pair = new EvenColumns(both.toArray(Node[]::new));
      Widgets.showWhen(pair, any);
      getChildren().add(pair);
    }
  }

  private ReadOutPane readOut(
      String id, Function<ReadOut, Text> value, Function<ReadOut, Text> sentence) {
    return new ReadOutPane(
        id, widgets, answer(value).orElse(NOTHING), answer(sentence), model.behindProperty());
  }

  /** Null while nothing can be said. */
  private ObservableValue<Text> answer(Function<ReadOut, Text> what) {
    return model.readOutProperty().map(what);
  }

  private static Node only(BooleanBinding when, Node node) {
    Widgets.showWhen(node, when);
    return node;
  }
}
