package modulus.ui.explore;

import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import modulus.ui.common.BesideOrBelow;
import modulus.ui.common.ButtonRow;
import modulus.ui.common.FailurePane;
import modulus.ui.common.FollowingScroll;
import modulus.ui.common.Messages;
import modulus.ui.common.Repeating;
import modulus.ui.common.RunButtons;
import modulus.ui.common.RunState;
import modulus.ui.common.ScreenPane;
import modulus.ui.common.Text;
import modulus.ui.common.TwoSides;
import modulus.ui.common.Widgets;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The Explore screen: the grid, the scatter of its runs, all of them, two side by side. */
public final class ExploreView extends ScreenPane {
  private static final Duration LOOK_EVERY = Duration.millis(200);

  /** Of the title and of what adopting takes, at the plain size of letters. */
  private static final double TITLE_WIDTH = 420;

  private static final double KEPT_WIDTH = 230;
  private static final double FORM_SHARE = 0.28;
  private static final double RUNS_SHARE = 0.56;

  private final Widgets widgets;
  private final Messages messages;
  private final ExploreViewModel model;
  private final RunsTable runs;

  public ExploreView(Widgets widgets, ExploreViewModel model) {
    this.widgets = widgets;
    this.messages = widgets.messages();
    this.model = model;
    this.runs = new RunsTable(widgets, model);
    setId("explore-screen");
    getStyleClass().add("screen");
    FailurePane failure = new FailurePane("explore-failure", widgets);
    failure.failureProperty().bindBidirectional(model.failureProperty());
    setTop(new VBox(8, bar(), failure, touched()));
    setMargin(getTop(), new Insets(0, 0, 12, 0));
    setCenter(parts());
    Repeating.whilst(model.stateProperty().map(state -> state.going()), LOOK_EVERY, model::drain);
  }

  /** What was typed is kept although its field was not left. */
  @Override
  public void leave() {
    model.settle();
  }

  private Node bar() {
    Label state = widgets.changing("explore-state", "text-muted");
    state
        .textProperty()
        .bind(
            messages.following(
                () -> messages.get("explore.state." + model.stateProperty().get()),
                model.stateProperty()));
    BooleanBinding going =
        Bindings.createBooleanBinding(
            () -> model.stateProperty().get().going(), model.stateProperty());
    Button start =
        widgets.button(
            "explore-start", "explore.start", Material2MZ.PLAY_ARROW, model::start, "accent");
    start
        .disableProperty()
        .bind(
            going
                .or(model.problemProperty().isNotNull())
                .or(model.session().schemaProperty().isNull()));
    RunButtons turns =
        RunButtons.of(
            widgets,
            "explore",
            model.stateProperty().isEqualTo(RunState.RUNNING),
            model.stateProperty().isEqualTo(RunState.PAUSED),
            new RunButtons.Actions(model.turn()::pause, model.turn()::resume, model.turn()::stop));
    // after a grid that is done the key that began it would begin another
    turns.endAt(
        () -> {
          if (model.stateProperty().get() == RunState.DONE && !runs.getItems().isEmpty()) {
            runs.requestFocus();
          } else {
            start.requestFocus();
          }
        });
    VBox title = new VBox(widgets.label("explore-title", "step.EXPLORE", "title-2"), state);
    title.prefWidthProperty().bind(widgets.fontScale().times(TITLE_WIDTH));
    Label internal = widgets.paragraph("explore-internal", "explore.internal", "internal");
    return new TwoSides(
        title,
        new TwoSides(internal, new ButtonRow(start, turns.pause(), turns.resume(), turns.stop())));
  }

  /** What choosing among runs means for the claim. */
  private Node touched() {
    Label touched = widgets.changing("explore-touched");
    touched
        .textProperty()
        .bind(
            messages.following(
                () -> messages.render(model.touched()),
                model.session().ledger().runsProperty(),
                model.session().ledger().failureProperty()));
    HBox line = new HBox(8, touched, widgets.why("explore-touched", "export-runs.name"));
    line.setAlignment(Pos.TOP_LEFT);
    return line;
  }

  private Node parts() {
    FollowingScroll form = new FollowingScroll("explore-form", new VBox(form()));
    RunScatter scatter = new RunScatter(widgets, model);
    VBox parts = new VBox(12, beside(form, scatter, 630, FORM_SHARE), tables());
    parts.setId("explore-parts");
    return parts;
  }

  /** Both begin at one height where they stand beside each other. */
  private BesideOrBelow tables() {
    HBox name = name();
    TwoSides buttons = buttons();
    VBox.setVgrow(runs, Priority.ALWAYS);
    BesideOrBelow tables = beside(new VBox(6, name, runs), pair(buttons), 790, RUNS_SHARE);
    InvalidationListener alike =
        // what becomes high while it is laid out is heard of in the next pulse
        source ->
            Platform.runLater(
                () ->
                    name.setMinHeight(
                        tables.isBeside() ? buttons.getHeight() : Region.USE_COMPUTED_SIZE));
    buttons.heightProperty().addListener(alike);
    tables.widthProperty().addListener(alike);
    return tables;
  }

  private HBox name() {
    HBox name =
        new HBox(
            6,
            widgets.paragraph("explore-runs-name", "explore.runs", "chart-name"),
            widgets.why("explore-runs", "explore.runs"));
    name.setAlignment(Pos.BOTTOM_LEFT);
    return name;
  }

  /**
   * @param least width of both, at the plain size of letters
   */
  private BesideOrBelow beside(Region first, Region second, double least, double share) {
    BesideOrBelow row =
        new BesideOrBelow(first, second, widgets.fontScale().times(least), both -> share * both);
    VBox.setVgrow(row, Priority.ALWAYS);
    return row;
  }

  private VBox form() {
    GridForm grid = model.grid();
    Label progress = widgets.changing("explore-progress", "text-bold");
    progress.textProperty().bind(messages.text(model.progressProperty()));
    Widgets.showWhen(progress, model.progressProperty().isNotNull());
    Label problem = widgets.changing("explore-problem", "problem");
    problem.textProperty().bind(messages.text(model.problemProperty()));
    Widgets.showWhen(problem, model.problemProperty().isNotNull());
    Label follows = widgets.changing("explore-follows");
    ObservableValue<Text> notKept = model.asSet(GridForm::follows);
    follows.textProperty().bind(messages.text(notKept));
    Widgets.showWhen(follows, notKept.map(text -> true).orElse(false));
    VBox form =
        new VBox(
            8,
            widgets.paragraph("explore-grid-name", "explore.grid", "title-4"),
            new NumberListField(
                "explore-epsilons",
                widgets,
                grid,
                grid.epsilons,
                model.asSet(GridForm::epsilonAsSet),
                model::settle),
            new NumberListField(
                "explore-bounds",
                widgets,
                grid,
                grid.lipschitz,
                model.asSet(GridForm::boundAsSet),
                model::settle),
            follows,
            new NumberListField(
                "explore-latents",
                widgets,
                grid,
                grid.latents,
                new SimpleObjectProperty<>(Text.of("explore.asSet")),
                model::settle),
            problem,
            progress);
    form.getStyleClass().add("card");
    return form;
  }

  private TwoSides buttons() {
    Button adopt =
        widgets.button("explore-adopt", "explore.adopt", Material2AL.DONE, model::adopt, "accent");
    Button hold =
        widgets.button("explore-hold", "explore.hold", Material2AL.COMPARE_ARROWS, model::hold);
    adopt.disableProperty().bind(model.chosenProperty().isNull());
    hold.disableProperty().bind(model.chosenProperty().isNull());
    Label kept = widgets.changing("explore-kept", "text-small", "text-muted");
    kept.textProperty().bind(messages.text(model.adopting()));
    kept.prefWidthProperty().bind(widgets.fontScale().times(KEPT_WIDTH));
    kept.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(kept, Priority.ALWAYS);
    HBox said = new HBox(6, kept, widgets.why("explore-pair", "explore.sideBySide"));
    said.setAlignment(Pos.CENTER_LEFT);
    return new TwoSides(said, new HBox(8, hold, adopt));
  }

  private VBox pair(TwoSides buttons) {
    PairTable table = new PairTable(widgets, model);
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox pair = new VBox(6, buttons, table);
    pair.setId("explore-held");
    return pair;
  }
}
