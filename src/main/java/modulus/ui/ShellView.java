package modulus.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import modulus.ui.common.Background;
import modulus.ui.common.ChartSaveRequest;
import modulus.ui.common.FailurePane;
import modulus.ui.common.FollowingScroll;
import modulus.ui.common.FontScale;
import modulus.ui.common.GuideRequest;
import modulus.ui.common.Rehearsal;
import modulus.ui.common.ReturningFocus;
import modulus.ui.common.ScreenPane;
import modulus.ui.common.Widgets;
import modulus.ui.guide.GuidePane;
import modulus.ui.picture.ChartSaving;

/** The window's frame: steps at the left, a bar above and below, the chosen screen between. */
final class ShellView extends BorderPane {
  /** What assembling takes of the time between two drawings of the window where it is seen. */
  private static final long SEEN_NANOS = 16_000_000;

  private static final long UNSEEN_NANOS = 8_000_000;

  /** The user guide leaves the screens room, whatever the size of letters. */
  private static final double GUIDE_SHARE = 0.3;

  private final StepList stepList;
  private final Map<Step, Node> screens;
  private final Map<Node, Assembly> assemblies = new LinkedHashMap<>();
  private final StackPane centre = new StackPane();
  private final Assembly frame = new Assembly();
  private final Deque<Runnable> rehearsal = new ArrayDeque<>();
  private final Deque<Runnable> awaitingWhole = new ArrayDeque<>();
  private Node seen;
  private final AnimationTimer assembling =
      new AnimationTimer() {
        private boolean drawn;

        /** The first drawing is the window's longest, and shows it. */
        @Override
        public void handle(long now) {
          if (drawn) {
            assemble();
          }
          drawn = true;
        }
      };

  ShellView(
      Widgets widgets,
      ShellViewModel model,
      Appearance appearance,
      Background background,
      Node project,
      Node notice,
      ChartSaving charts,
      Map<Step, ScreenPane> screens) {
    this.screens = new EnumMap<>(Step.class);
    screens.forEach(
        (step, screen) -> {
          Node scrolled = FollowingScroll.around(screen);
          this.screens.put(step, scrolled);
          Assembly assembly = new Assembly();
          assembly.takeApart(scrolled, centre.getChildren()::add);
          assemblies.put(scrolled, assembly);
          rehearsal.addAll(screen.rehearsal());
        });
    rehearsal.addAll(Rehearsal.menu());
    setId("shell");
    setTop(new VBox(new TopBar(widgets, model, appearance, project), notice));
    new FontSheet(widgets.fontScale()).follow(sceneProperty());
    stepList = new StepList(widgets, model);
    FollowingScroll steps = FollowingScroll.around(stepList);
    steps.setId("steps-scroll");
    steps.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    setLeft(steps);
    setBottom(new StatusBar(widgets, background));
    FailurePane unsaved = new FailurePane("chart-failure", widgets);
    unsaved.failureProperty().bindBidirectional(charts.failureProperty());
    VBox.setVgrow(centre, Priority.ALWAYS);
    centre.getChildren().add(new DropHint(widgets, model, this));
    setCenter(new VBox(unsaved, centre));
    GuidePane guide = new GuidePane(widgets, background);
    guide.maxWidthProperty().bind(widthProperty().multiply(GUIDE_SHARE));
    setRight(guide);
    addEventHandler(GuideRequest.ASKED, event -> guide.show(event.topic()));
    addEventHandler(ChartSaveRequest.ASKED, charts::save);
    model
        .stepProperty()
        .addListener(
            (source, before, now) -> {
              screens.get(before).leave();
              if (ReturningFocus.isIn(this.screens.get(before))) {
                stepList.focus(now);
              }
              show(now);
            });
    // what is hidden on it can wait until the window is there
    see(model.stepProperty().get());
    assemblies.get(seen).placeSeen();
    // told before those who change the look
    InvalidationListener looked = source -> takeApart();
    appearance.darkProperty().addListener(looked);
    widgets.fontScale().percentProperty().addListener(looked);
    widgets.messages().localeProperty().addListener((source, before, now) -> takeOutUnseen());
    Widgets.inShownWindow(this)
        .addListener(
            (source, before, now) -> {
              if (now) {
                assembling.start();
              } else {
                assembling.stop();
              }
            });
    shortcuts(model, guide, new ShortcutHelp(widgets.messages()));
    fontShortcuts(widgets.fontScale());
  }

  /** Gives the keyboard's focus to a step at the left. */
  void focus(Step step) {
    stepList.focus(step);
  }

  /** Puts a screen into the scene, where it stays, whole. */
  void bring(Step step) {
    assemblies.get(screens.get(step)).finish();
  }

  /** Whether the frame and all screens are whole and in the scene. */
  boolean assembled() {
    return incomplete(Stream.of(frame)).isEmpty()
        && incomplete(assemblies.values().stream()).isEmpty();
  }

  /** Does {@code task} as soon as the frame and all screens are whole, styled and laid out. */
  void whenWhole(Runnable task) {
    awaitingWhole.add(task);
    if (assembled()) {
      doAwaiting();
    }
  }

  /** After the next pulse, which styles and lays out what needs it and no more. */
  private void doAwaiting() {
    Scene scene = getScene();
    if (awaitingWhole.isEmpty() || scene == null) {
      return;
    }
    Runnable[] after = new Runnable[1];
    after[0] =
        () -> {
          scene.removePostLayoutPulseListener(after[0]);
          Platform.runLater(this::doWhole);
        };
    scene.addPostLayoutPulseListener(after[0]);
    Platform.requestNextPulse();
  }

  /**
   * What waits goes on waiting where the look or the window's size was changed once more meanwhile:
   * in a picture taken now, part of what is to be laid out anew would be where it was.
   */
  private void doWhole() {
    if (isNeedsLayout()) {
      doAwaiting();
      return;
    }
    while (assembled() && !awaitingWhole.isEmpty()) {
      awaitingWhole.remove().run();
    }
  }

  private static Optional<Assembly> incomplete(Stream<Assembly> assemblies) {
    return assemblies.filter(assembly -> !assembly.complete()).findFirst();
  }

  /**
   * Puts parts into the scene bit by bit while the window is shown, those that are seen first: all
   * at once they would delay its start, and hold it up when they are gone to or get a new look.
   */
  private void assemble() {
    Optional<Assembly> shown = incomplete(Stream.of(frame, assemblies.get(seen)));
    Optional<Assembly> other = incomplete(assemblies.values().stream());
    if (shown.isPresent()) {
      shown.get().goOn(SEEN_NANOS);
    } else if (other.isPresent()) {
      other.get().goOn(UNSEEN_NANOS);
    } else if (!rehearsal.isEmpty()) {
      rehearsal.remove().run();
    } else {
      assembling.stop();
      // a tab pane does not hear that what it shows came back, perhaps lower than its stand-in
      lookupAll(".tab-pane").forEach(tabs -> ((Parent) tabs).requestLayout());
      doAwaiting();
    }
  }

  /**
   * A new look styles all that is in the scene in one go: what is seen comes back part by part, and
   * what is not after it.
   */
  private void takeApart() {
    takeOutUnseen();
    if (getScene() != null) {
      frame.takeApartInPlace(this);
    }
  }

  private void takeOutUnseen() {
    for (Node screen : screens.values()) {
      if (screen != seen && centre.getChildren().remove(screen)) {
        assemblies.get(screen).takeApart(screen, centre.getChildren()::add);
      }
    }
    assembling.start();
  }

  private void show(Step step) {
    see(step);
    if (!assemblies.get(seen).complete()) {
      assemble();
    }
  }

  private void see(Step step) {
    seen = screens.get(step);
    for (Node screen : screens.values()) {
      screen.setVisible(screen == seen);
      screen.setManaged(screen == seen);
    }
  }

  /**
   * Control and a digit go to a step, F1 opens the user guide on it, Shift and F1 list the keys.
   */
  private void shortcuts(ShellViewModel model, GuidePane guide, ShortcutHelp help) {
    sceneProperty()
        .addListener(
            (source, before, now) -> {
              if (now == null) {
                return;
              }
              help.listen(now);
              now.getAccelerators()
                  .put(
                      new KeyCodeCombination(KeyCode.F1),
                      () -> guide.show(model.stepProperty().get().topic()));
              for (Step step : Step.values()) {
                KeyCode digit = KeyCode.getKeyCode(Integer.toString(step.ordinal() + 1));
                now.getAccelerators()
                    .put(
                        new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN),
                        () -> {
                          if (model.hindrance(step).getValue() == null) {
                            model.stepProperty().set(step);
                            stepList.focus(step);
                          }
                        });
              }
            });
  }

  /** Control with plus, minus and zero, on the keyboard or its number pad. */
  private void fontShortcuts(FontScale scale) {
    sceneProperty()
        .addListener(
            (source, before, now) -> {
              if (now != null) {
                accelerate(now, scale::enlarge, KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD);
                accelerate(now, scale::reduce, KeyCode.MINUS, KeyCode.SUBTRACT);
                accelerate(now, scale::reset, KeyCode.DIGIT0, KeyCode.NUMPAD0);
              }
            });
  }

  /** With or without Shift, because some keyboards have the plus sign above another. */
  private static void accelerate(Scene scene, Runnable action, KeyCode... keys) {
    for (KeyCode key : keys) {
      scene
          .getAccelerators()
          .put(
              new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY),
              action);
    }
  }
}
