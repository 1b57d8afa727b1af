package modulus.ui.model;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import modulus.ui.common.Figure;
import modulus.ui.common.Scale;
import modulus.ui.common.SliderField;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;
import modulus.workbench.BudgetShares;
import modulus.workbench.Scope;
import org.kordamp.ikonli.material2.Material2AL;

/** What few need to choose, folded away: hyperparameters and shares of the budget. */
final class AdvancedPane extends TitledPane {
  private static final Scale BETA = Scale.logarithmic(0.001, 2);
  private static final Scale COMPONENTS = new Scale(1, 128, false, 3);
  private static final Scale WIDTH = Scale.logarithmic(8, 512);
  private static final Scale EPOCHS = Scale.logarithmic(1, 500);
  private static final Scale SHARE = new Scale(BudgetShares.LEAST, BudgetShares.MOST, false, 2);
  private static final int DIGITS = 3;

  private final Widgets widgets;
  private final AdvancedViewModel model;

  /**
   * @param scope the guarantee: release only, no budget is divided
   */
  AdvancedPane(Widgets widgets, AdvancedViewModel model, ObservableValue<Scope> scope) {
    this.widgets = widgets;
    this.model = model;
    setId("model-advanced");
    setExpanded(false);
    setAnimated(false);
    textProperty().bind(widgets.messages().following(this::title, model.chosenProperty()));
    BooleanBinding release =
        Bindings.createBooleanBinding(() -> scope.getValue() == Scope.RELEASE_ONLY, scope);
    Node reset =
        widgets.button(
            "model-advanced-reset", "model.advanced.reset", Material2AL.HISTORY, model::reset);
    reset.disableProperty().bind(model.chosenProperty().isEqualTo(0));
    Node none = widgets.paragraph("model-advanced-none", "model.advanced.none", "text-muted");
    Widgets.showWhen(none, model.knownProperty().not());
    Node choices = choices(release);
    Widgets.showWhen(choices, model.knownProperty());
    VBox content =
        new VBox(
            14,
            widgets.paragraph("model-advanced-sentence", "model.advanced.sentence", "text-muted"),
            reset,
            none,
            choices);
    content.getStyleClass().add("advanced");
    setContent(content);
  }

  private String title() {
    int chosen = model.chosenProperty().get();
    return widgets
        .messages()
        .render(
            chosen == 0
                ? Text.of("model.advanced.name")
                : Text.of("model.advanced.chosen", new Figure.Count(chosen)));
  }

  private Node choices(BooleanBinding release) {
    VBox shares = shares();
    Widgets.showWhen(shares, release.not());
    Node undivided =
        widgets.paragraph("model-shares-release", "model.shares.release", "text-muted");
    Widgets.showWhen(undivided, release);
    return new VBox(
        14,
        choice(
            new SliderField("model-beta", widgets, model.klWeight().valueProperty(), BETA),
            model.klWeight()),
        choice(
            new SliderField(
                "model-components", widgets, model.components().valueProperty(), COMPONENTS),
            model.components()),
        choice(
            new SliderField(
                "model-encoder-width", widgets, model.encoderWidth().valueProperty(), WIDTH),
            model.encoderWidth()),
        choice(
            new SliderField(
                "model-decoder-width", widgets, model.decoderWidth().valueProperty(), WIDTH),
            model.decoderWidth()),
        choice(
            new SliderField("model-epochs", widgets, model.epochs().valueProperty(), EPOCHS),
            model.epochs()),
        shares,
        undivided);
  }

  private Node choice(SliderField field, Choice choice) {
    CheckBox recommended = recommended(field.getId(), choice.asRecommendedProperty());
    recommended
        .textProperty()
        .bind(
            widgets
                .messages()
                .text(
                    choice
                        .recommendedProperty()
                        .map(
                            value ->
                                Text.of(
                                    "model.advanced.recommended",
                                    new Figure.Plain(value.doubleValue(), DIGITS)))));
    named(recommended, field.getId() + ".name");
    return new VBox(4, field, recommended, problem(field.getId(), field.getId() + ".name"));
  }

  private VBox shares() {
    SharesChoice shares = model.shares();
    CheckBox recommended = recommended("model-shares", shares.asRecommendedProperty());
    recommended
        .textProperty()
        .bind(
            widgets.messages().following(() -> recommended(shares), shares.recommendedProperty()));
    named(recommended, "model.shares.name");
    return new VBox(
        14,
        widgets.paragraph("model-shares-name", "model.shares.name", "text-bold"),
        new SliderField("model-share-marginals", widgets, shares.marginalsProperty(), SHARE),
        new SliderField("model-share-pairs", widgets, shares.pairsProperty(), SHARE),
        new SliderField("model-share-training", widgets, shares.trainingProperty(), SHARE),
        recommended,
        problem("model-shares", "model.shares.name"));
  }

  /** What is wrong with one choice, below it. */
  private Label problem(String id, String name) {
    Label problem = widgets.changing(id + "-problem", "problem");
    problem
        .textProperty()
        .bind(widgets.messages().text(model.faultProperty().map(Fault::sentence)));
    Widgets.showWhen(
        problem,
        Bindings.createBooleanBinding(
            () -> {
              Fault wrong = model.faultProperty().get();
              return wrong != null && wrong.sentence().arguments().contains(Text.of(name));
            },
            model.faultProperty()));
    return problem;
  }

  private String recommended(SharesChoice shares) {
    BudgetShares now = shares.recommendedProperty().get();
    return now == null
        ? ""
        : widgets
            .messages()
            .get(
                "model.shares.recommended",
                new Figure.Plain(now.marginals(), DIGITS),
                new Figure.Plain(now.pairs(), DIGITS),
                new Figure.Plain(now.training(), DIGITS));
  }

  private static CheckBox recommended(String id, BooleanProperty asRecommended) {
    CheckBox box = new CheckBox();
    box.setId(id + "-recommended");
    box.setWrapText(true);
    box.selectedProperty().bindBidirectional(asRecommended);
    return box;
  }

  /** Read out alone, "as recommended" would not say what. */
  private void named(CheckBox box, String name) {
    box.accessibleTextProperty()
        .bind(
            widgets
                .messages()
                .following(
                    () -> widgets.messages().get(name) + ": " + box.getText(), box.textProperty()));
  }
}
