package modulus.ui.model;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import modulus.ui.common.BesideOrBelow;
import modulus.ui.common.Curve;
import modulus.ui.common.CurveChart;
import modulus.ui.common.FailurePane;
import modulus.ui.common.FollowingScroll;
import modulus.ui.common.Scale;
import modulus.ui.common.ScreenPane;
import modulus.ui.common.SliderField;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;
import modulus.workbench.ReadOut;
import modulus.workbench.Scope;

/** The Privacy & model screen: settings at the left, what they mean at the right. */
public final class ModelView extends ScreenPane {
  private static final Scale EPSILON = Scale.logarithmic(0.1, 10);
  private static final Scale DELTA = new Scale(1e-9, 1e-3, true, 1);
  private static final Scale LIPSCHITZ = Scale.logarithmic(0.01, 5);
  private static final Scale LATENT = new Scale(1, 128, false, 2);
  private static final Scale DOMAINS = new Scale(0.01, 0.5, true, 2);
  private static final double MANY_ROWS = 10;

  /** Least width of settings and their meaning beside each other, at the plain size of letters. */
  private static final double BESIDE = 640;

  private final Widgets widgets;
  private final ModelViewModel model;
  private final BooleanBinding release;
  private final AdvancedPane advanced;

  public ModelView(Widgets widgets, ModelViewModel model) {
    this.widgets = widgets;
    this.model = model;
    this.release = model.form().scope.isEqualTo(Scope.RELEASE_ONLY);
    this.advanced = new AdvancedPane(widgets, model.advanced(), model.form().scope);
    setId("model-screen");
    getStyleClass().add("screen");
    FailurePane failure = new FailurePane("model-failure", widgets);
    failure.failureProperty().bindBidirectional(model.failureProperty());
    setTop(new VBox(8, widgets.label("model-title", "step.MODEL", "title-2"), failure));
    setMargin(getTop(), new Insets(0, 0, 12, 0));
    FollowingScroll settings = settings();
    FollowingScroll meaning =
        new FollowingScroll(
            "model-meaning",
            new VBox(
                16,
                new FaultPane(widgets, model, field -> show(settings, field)),
                new ReadOutsPane(widgets, model),
                chart()));
    setCenter(
        new BesideOrBelow(
            settings, meaning, widgets.fontScale().times(BESIDE), both -> settings.prefWidth(-1)));
  }

  private FollowingScroll settings() {
    SettingsForm form = model.form();
    SliderField epsilon = field("model-epsilon", form.epsilon, EPSILON);
    epsilon.lockWhile(release.and(form.automatic.not()));
    epsilon.follow(model.followingEpsilon());
    SliderField delta = field("model-delta", form.delta, DELTA);
    CheckBox automatic = new CheckBox();
    automatic.setId("model-automatic");
    automatic.setWrapText(true);
    automatic.selectedProperty().bindBidirectional(form.automatic);
    SliderField lipschitz = field("model-lipschitz", form.lipschitz, LIPSCHITZ);
    lipschitz.lockWhile(form.automatic);
    lipschitz.follow(model.followingBound());
    automatic
        .textProperty()
        .bind(
            widgets.messages().text(form.scope.map(scope -> Text.of("model.automatic." + scope))));
    SliderField latent = field("model-latent", form.latent, LATENT);
    SliderField rows = field("model-rows", form.rows, rowScale(1000));
    form.rows.valueProperty().addListener((source, before, now) -> widen(rows, now.doubleValue()));
    SliderField domains = field("model-domains", form.domainShare, DOMAINS);
    Widgets.showWhen(domains, model.estimatingProperty());
    VBox sliders = new VBox(14, epsilon, delta, domains, automatic, lipschitz, latent, rows);
    sliders.getStyleClass().add("card");
    VBox all = new VBox(12, new GuaranteeChoice(widgets, model), sliders, advanced);
    return new FollowingScroll("model-settings", all);
  }

  /** Unfolds what hides the field, so that it has a place to be scrolled to. */
  private void show(FollowingScroll settings, String id) {
    Node field = lookup("#" + id);
    if (advanced.lookup("#" + id) != null) {
      advanced.setExpanded(true);
      applyCss();
      layout();
    }
    field.requestFocus();
    settings.reveal(field);
  }

  private SliderField field(String id, CheckedNumber number, Scale scale) {
    SliderField field = new SliderField(id, widgets, number.valueProperty(), scale);
    field.tell(number.problemProperty());
    return field;
  }

  private double widest = 1000 * MANY_ROWS;

  private void widen(SliderField rows, double value) {
    if (value > widest) {
      widest = value * MANY_ROWS;
      rows.setScale(rowScale(value));
    }
  }

  private static Scale rowScale(double tableRows) {
    return new Scale(10, tableRows * MANY_ROWS, true, 3);
  }

  /** ε against L with the present setting marked; only a release has it. */
  private Node chart() {
    CurveChart chart =
        new CurveChart("model-curve", widgets).with("curve").with("here").ofPublicQuantities();
    InvalidationListener draw =
        source -> {
          Curve curve = model.curve().curveProperty().get();
          chart.show("curve", curve == null ? new Curve() : curve);
          chart.show("here", here(curve));
        };
    model.curve().curveProperty().addListener(draw);
    model.readOutProperty().addListener(draw);
    Widgets.showWhen(
        chart, model.curve().expected().flatMap(there -> release.map(is -> is && there)));
    return chart;
  }

  /** Two strokes that meet at the present setting. */
  private Curve here(Curve curve) {
    Curve mark = new Curve();
    ReadOut readOut = model.readOutProperty().get();
    if (readOut != null && readOut.row().isPresent() && curve != null && curve.size() > 0) {
      mark.add(curve.x(0), readOut.exportAddRemove());
      double lipschitz = readOut.row().get().lipschitz();
      mark.add(lipschitz, readOut.exportAddRemove());
      mark.add(lipschitz, 0);
    }
    return mark;
  }
}
