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
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import modulus.evaluation.MarginalComparison;
import modulus.ui.common.BesideOrBelow;
import modulus.ui.common.EvenColumns;
import modulus.ui.common.FailurePane;
import modulus.ui.common.Portions;
import modulus.ui.common.ReadOutPane;
import modulus.ui.common.ScreenPane;
import modulus.ui.common.Text;
import modulus.ui.common.TwoSides;
import modulus.ui.common.Widgets;
import modulus.workbench.Comparison;
import org.kordamp.ikonli.material2.Material2MZ;

/** The Compare screen. */
public final class CompareView extends ScreenPane {
  /** Least widths of a table beside a chart, and of the chart, at the plain size of letters. */
  private static final double BESIDE = 612;

  private static final double LEAST_CHART = 340;

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
    HighTabs tabs =
        new HighTabs(
            tab("compare-tab-attributes", attributes()),
            tab("compare-tab-pairs", new PairPane(widgets, model.pairs())),
            tab("compare-tab-target", new TargetPane(widgets, model.target())),
            tab("compare-tab-audits", new AuditPane(widgets, model)));
    tabs.setId("compare-tabs");
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
    return new BesideOrBelow(
        attributes,
        attribute(),
        widgets.fontScale().times(BESIDE),
        both ->
            Math.min(attributes.prefWidth(-1), both - LEAST_CHART * widgets.fontScale().factor()));
  }

  private Node bar() {
    Label internal = widgets.paragraph("compare-internal", "compare.internal", "internal");
    Button again =
        widgets.button("compare-again", "compare.again", Material2MZ.REFRESH, model::again);
    Widgets.showWhen(
        again, model.comparisonProperty().isNull().and(model.failureProperty().isNotNull()));
    HBox title = new HBox(12, widgets.label("compare-title", "step.COMPARE", "title-2"), again);
    title.setAlignment(Pos.CENTER_LEFT);
    return new TwoSides(title, internal);
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

  private Region attribute() {
    Label name = widgets.changing("compare-name", "title-4");
    name.textProperty().bind(model.chosenProperty().map(MarginalComparison::attribute).orElse(""));
    Label sentence = widgets.changing("compare-sentence");
    sentence.textProperty().bind(widgets.messages().text(one(Reading::attribute)));
    Label missing = widgets.changing("compare-missing", "text-muted");
    missing.textProperty().bind(widgets.messages().text(one(Reading::missing)));
    ShareChart chart = new ShareChart("compare-chart", widgets, model::unit);
    VBox.setVgrow(chart, Priority.ALWAYS);
    model.chosenProperty().addListener((source, before, now) -> chart.show(now));
    VBox pane =
        new VBox(
            6, name, sentence, missing, chart, new QuantileTable(widgets, model.chosenProperty()));
    pane.setId("compare-attribute");
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
