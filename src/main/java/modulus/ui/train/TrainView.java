package modulus.ui.train;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import modulus.ui.common.AdvicePane;
import modulus.ui.common.AdviceText;
import modulus.ui.common.ButtonRow;
import modulus.ui.common.EvenColumns;
import modulus.ui.common.FailurePane;
import modulus.ui.common.Figure;
import modulus.ui.common.HindranceNote;
import modulus.ui.common.ReadOutPane;
import modulus.ui.common.Repeating;
import modulus.ui.common.RunButtons;
import modulus.ui.common.RunState;
import modulus.ui.common.ScreenPane;
import modulus.ui.common.Text;
import modulus.ui.common.TwoSides;
import modulus.ui.common.Widgets;
import modulus.workbench.ReadOut;
import modulus.workbench.TrainingPoint;
import org.kordamp.ikonli.material2.Material2MZ;

/** The Train screen: one row of buttons, figures, and live curves. */
public final class TrainView extends ScreenPane {
  private static final Duration REDRAW = Duration.millis(200);

  /** Of the title and of what stands below it, at the plain size of letters. */
  private static final double TITLE_WIDTH = 300;

  private final Widgets widgets;
  private final TrainViewModel model;
  private final Runnable next;

  /**
   * @param next has the keyboard's focus go to where one goes on once a run is done
   */
  public TrainView(Widgets widgets, TrainViewModel model, Runnable next) {
    this.widgets = widgets;
    this.model = model;
    this.next = next;
    setId("train-screen");
    getStyleClass().add("screen");
    FailurePane failure = new FailurePane("train-failure", widgets);
    failure.failureProperty().bindBidirectional(model.failureProperty());
    AuditChoice audit = new AuditChoice(widgets, model.audit(), going());
    HindranceNote hindrance = new HindranceNote("train-hindrance", widgets, model.session());
    ObservableValue<ReadOut> small = model.smallTable();
    AdvicePane advice =
        new AdvicePane(
            "train-advice", widgets, small, small.map(readOut -> AdviceText.of(readOut, false)));
    setTop(new VBox(8, bar(), hindrance, failure, advice, audit, figures()));
    setMargin(getTop(), new Insets(0, 0, 12, 0));
    setCenter(new TrainingCharts(widgets, model));
    Repeating.whilst(model.stateProperty().map(state -> state.going()), REDRAW, model::drain);
  }

  private Node bar() {
    Label state = widgets.changing("train-state", "text-muted");
    state.textProperty().bind(widgets.messages().text(model.standing()));
    BooleanBinding going = going();
    Button start =
        widgets.button(
            "train-start", "train.start", Material2MZ.PLAY_ARROW, model::start, "accent");
    start
        .disableProperty()
        .bind(
            going
                .or(model.session().schemaProperty().isNull())
                .or(model.session().hindranceProperty().isNotNull())
                .or(model.audit().ready().not()));
    RunButtons turns =
        RunButtons.of(
            widgets,
            "train",
            model.stateProperty().isEqualTo(RunState.RUNNING),
            model.stateProperty().isEqualTo(RunState.PAUSED),
            new RunButtons.Actions(model.turn()::pause, model.turn()::resume, model.turn()::stop));
    // after a run that is done the key that began it would begin another
    turns.endAt(
        () -> {
          if (model.stateProperty().get() == RunState.DONE) {
            next.run();
          } else {
            start.requestFocus();
          }
        });
    DrawAgain again = new DrawAgain(widgets, model);
    VBox title =
        new VBox(widgets.label("train-title", "step.TRAIN", "title-2"), state, again.price());
    title.prefWidthProperty().bind(widgets.fontScale().times(TITLE_WIDTH));
    return new TwoSides(
        title, new ButtonRow(again.button(), start, turns.pause(), turns.resume(), turns.stop()));
  }

  private BooleanBinding going() {
    return Bindings.createBooleanBinding(
        () -> model.stateProperty().get().going(), model.stateProperty());
  }

  private Node figures() {
    return new EvenColumns(
        figure("train-figure-step", TrainView::steps, model.whilstOrEnded("train.step")),
        figure(
            "train-figure-epsilon",
            point -> Text.of("readOut.epsilon", new Figure.Epsilon(point.epsilonSpent())),
            said("train.epsilon.sentence")),
        figure(
            "train-figure-speed",
            point -> Text.of("train.rowsPerSecond", new Figure.Plain(point.rowsPerSecond(), 3)),
            said("train.speed.sentence")),
        figure("train-figure-left", this::left, model.whilstOrEnded("train.left")));
  }

  private static ObservableValue<Text> said(String key) {
    return new SimpleObjectProperty<>(Text.of(key));
  }

  private static Text steps(TrainingPoint point) {
    return Text.of("train.stepOf", new Figure.Count(point.step()), new Figure.Count(point.steps()));
  }

  /** Nothing is left of a run that ended, however it ended. */
  private Text left(TrainingPoint point) {
    double seconds = point.secondsLeft();
    if (!Double.isFinite(seconds) || !model.stateProperty().get().going()) {
      return Text.of("readOut.nothing");
    }
    return seconds < 90
        ? Text.of("train.seconds", new Figure.Count(Math.round(seconds)))
        : Text.of("train.minutes", new Figure.Count(Math.round(seconds / 60)));
  }

  private ReadOutPane figure(
      String id, Function<TrainingPoint, Text> value, ObservableValue<Text> sentence) {
    return new ReadOutPane(id, widgets, answer(value), sentence, new SimpleBooleanProperty(false));
  }

  private ObservableValue<Text> answer(Function<TrainingPoint, Text> what) {
    return Bindings.createObjectBinding(
        () -> {
          TrainingPoint point = model.lastProperty().get();
          return point == null ? Text.of("readOut.nothing") : what.apply(point);
        },
        model.lastProperty(),
        model.stateProperty());
  }
}
