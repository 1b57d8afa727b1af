package modulus.ui.compare;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import modulus.evaluation.MarginalComparison;
import modulus.ui.common.EvenColumns;
import modulus.ui.common.FailurePane;
import modulus.ui.common.Portions;
import modulus.ui.common.ReadOutPane;
import modulus.ui.common.ScreenPane;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;
import modulus.workbench.Comparison;
import org.kordamp.ikonli.material2.Material2MZ;

/** The Compare screen. */
public final class CompareView extends ScreenPane {
  private static final Text NOTHING = Text.of("readOut.nothing");

  private final Widgets widgets;
  private final CompareViewModel model;

  public CompareView(Widgets widgets, CompareViewModel model) {
    this.widgets = widgets;
    this.model = model;
    setId("compare-screen");
    getStyleClass().add("screen");
    FailurePane failure = new FailurePane("compare-failure", widgets);
    failure.failureProperty().bindBidirectional(model.failureProperty());
    setTop(new VBox(8, bar(), failure, figures()));
    setMargin(getTop(), new Insets(0, 0, 12, 0));
    setCenter(parts());
  }

  private Node parts() {
    TabPane tabs =
        new TabPane(
            tab("compare-tab-attributes", attributes()),
            tab("compare-tab-pairs", new PairPane(widgets, model.pairs())),
            tab("compare-tab-target", new TargetPane(widgets, model.target())),
            tab("compare-tab-audits", new AuditPane(widgets, model)));
    tabs.setId("compare-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    widgets.describe(tabs, "compare.tabs");
    Widgets.showWhen(tabs, model.comparisonProperty().isNotNull());
    Label waiting = widgets.paragraph("compare-waiting", "compare.waiting", "text-muted");
    Widgets.showWhen(waiting, model.busyProperty());
    return new StackPane(waiting, tabs);
  }

  private Tab tab(String id, Node content) {
    BorderPane framed = new BorderPane(content);
    framed.setPadding(new Insets(10, 0, 0, 0));
    Tab tab = new Tab(null, framed);
    tab.setId(id);
    tab.textProperty().bind(widgets.messages().text(id));
    return tab;
  }

  private Node attributes() {
    AttributeTable attributes = new AttributeTable(widgets, model);
    Portions portions = new Portions();
    model
        .comparisonProperty()
        .addListener(source -> portions.begin(Portions.growing(attributes, getHeight())));
    Node chosen = attribute();
    HBox.setHgrow(chosen, Priority.ALWAYS);
    return new HBox(12, attributes, chosen);
  }

  private Node bar() {
    Label internal = widgets.label("compare-internal", "compare.internal", "internal");
    internal.setMinWidth(Label.USE_PREF_SIZE);
    Button again =
        widgets.button("compare-again", "compare.again", Material2MZ.REFRESH, model::again);
    Widgets.showWhen(
        again, model.comparisonProperty().isNull().and(model.failureProperty().isNotNull()));
    HBox bar =
        new HBox(
            12,
            widgets.label("compare-title", "step.COMPARE", "title-2"),
            Widgets.spacer(),
            again,
            internal);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private Node figures() {
    return new EvenColumns(
        figure(
            "compare-one-way",
            all(found -> Reading.share(found.utility().oneWay())),
            words(found -> Reading.oneWay(found.utility()))),
        figure(
            "compare-two-way",
            all(found -> Reading.share(found.utility().twoWay())),
            words(found -> Reading.twoWay(found.utility()))),
        figure(
            "compare-copies",
            all(found -> Reading.share(found.utility().exactCopies())),
            words(found -> Text.of("compare.copies.sentence"))));
  }

  private Node attribute() {
    Label name = new Label();
    name.setId("compare-name");
    name.getStyleClass().add("title-4");
    name.textProperty().bind(model.chosenProperty().map(MarginalComparison::attribute).orElse(""));
    Label sentence = widgets.changing("compare-sentence");
    sentence.textProperty().bind(widgets.messages().text(one(Reading::attribute)));
    Label missing = widgets.changing("compare-missing", "text-muted");
    missing.textProperty().bind(widgets.messages().text(one(Reading::missing)));
    ShareChart chart = new ShareChart("compare-chart", widgets);
    VBox.setVgrow(chart, Priority.ALWAYS);
    model.chosenProperty().addListener((source, before, now) -> chart.show(now));
    VBox pane = new VBox(6, name, sentence, missing, chart, new QuantileTable(widgets, model));
    Widgets.showWhen(pane, Bindings.isNotNull(model.chosenProperty()));
    return pane;
  }

  private ReadOutPane figure(
      String id, ObservableValue<Text> value, ObservableValue<Text> sentence) {
    return new ReadOutPane(id, widgets, value, sentence, new SimpleBooleanProperty(false));
  }

  private ObservableValue<Text> all(Function<Comparison, Text> what) {
    return model.comparisonProperty().map(what).orElse(NOTHING);
  }

  /** Nothing is said before there is a figure. */
  private ObservableValue<Text> words(Function<Comparison, Text> what) {
    return model.comparisonProperty().map(what);
  }

  private ObservableValue<Text> one(Function<MarginalComparison, Text> what) {
    return model.chosenProperty().map(what).orElse(NOTHING);
  }
}
