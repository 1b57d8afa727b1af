package modulus.ui;

import static modulus.ui.JourneySteps.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionModel;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;
import modulus.ui.common.GuideRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The real window lets no event wait for more than {@value Promptness#MOST_MILLIS} ms of computing,
 * whatever a steward does in it; on a slow machine for as much longer as it is slower ({@link
 * Yardstick}). See {@link Promptness} for what counts.
 */
class PromptJourneyTest extends WindowJourney {
  private static final int TIMES = 3;
  private static final int OPENINGS = 6;
  private static final int ROWS = 2000;
  private static final int COLUMNS = 80;
  private static final int SMALL_ROWS = 300;

  private WindowWaits waits;
  private Promptness promptness;
  private double slowness;

  @BeforeEach
  void watch() throws Exception {
    waits = new WindowWaits(WaitForAsyncUtils.asyncFx(Thread::currentThread).get());
    promptness = new Promptness(waits);
    slowness = Yardstick.slowness();
  }

  @AfterEach
  void endWatch(TestReporter reporter) {
    waits.close();
    reporter.publishEntry("longest computing each time", "\n" + promptness);
    reporter.publishEntry("the machine is slower by", Double.toString(slowness));
  }

  @Test
  void a_wide_table_is_opened_and_the_look_changed_beside_it(FxRobot robot) throws Exception {
    Path table = wide(folder.resolve("wide.csv"));
    for (int time = 0; time < OPENINGS; time++) {
      scrollToEnd(robot);
      measure(
          robot,
          "open",
          () -> workspace.open(table),
          () ->
              !robot.lookup("#data-open").queryButton().isDisabled() && JourneySteps.whole(robot));
    }
    for (int time = 0; again(time); time++) {
      changeLook(robot, "Data");
    }
    assertThat(promptness.slow(slowness)).isEmpty();
  }

  @Test
  void every_screen_is_gone_to_and_the_look_changed_on_it(FxRobot robot) throws Exception {
    JourneySteps.open(robot, workspace, WardFile.write(folder, SMALL_ROWS));
    fire(robot, "step-train");
    fire(robot, "train-start");
    await(() -> !robot.lookup("#train-start").queryButton().isDisabled(), 600);
    assertThat(JourneySteps.text(robot, "train-state")).startsWith("Done");
    for (int time = 0; again(time); time++) {
      for (Step step : Step.values()) {
        String id = "step-" + step.name().toLowerCase(Locale.ROOT);
        measure(robot, "to " + step, () -> press(robot, id), () -> workspace.view().assembled());
        assertThat(robot.lookup("#" + id).queryAs(ToggleButton.class).isSelected()).isTrue();
        changeLook(robot, step.name());
      }
      fire(robot, "step-compare");
      SelectionModel<Tab> tabs =
          robot.lookup("#compare-tabs").queryAs(TabPane.class).getSelectionModel();
      for (int tab = 3; tab >= 0; tab--) {
        int next = tab;
        measure(robot, "comparison " + tab, () -> tabs.select(next), () -> true);
      }
      measure(
          robot,
          "guide",
          () -> ask("step-model"),
          () -> robot.lookup("#guide-title").tryQuery().isPresent());
      changeLook(robot, "guide");
      measure(robot, "guide further", () -> ask("read-out-row"), () -> true);
      measure(robot, "guide closed", () -> press(robot, "guide-close"), () -> true);
    }
    assertThat(promptness.slow(slowness)).isEmpty();
  }

  @Test
  void every_dialog_menu_and_list_is_opened_and_closed_and_a_failure_told(FxRobot robot)
      throws Exception {
    JourneySteps.open(robot, workspace, WardFile.write(folder, SMALL_ROWS));
    Runnable keys =
        stage
            .getScene()
            .getAccelerators()
            .get(new KeyCodeCombination(KeyCode.F1, KeyCombination.SHIFT_DOWN));
    for (int time = 0; again(time); time++) {
      dialog(robot, "help", keys, "help-close");
      dialog(robot, "confirm", () -> press(robot, "data-confirm-all"), "confirm-no");
      for (String id : List.of("project-menu", "font-size")) {
        MenuButton menu = robot.lookup("#" + id).queryAs(MenuButton.class);
        popup(robot, id, menu::show, menu::hide);
      }
      fire(robot, "data-format-show");
      for (String id : List.of("data-patient", "format-delimiter", "format-charset")) {
        ComboBox<?> box = robot.lookup("#" + id).queryComboBox();
        popup(robot, id, box::show, box::hide);
      }
      fire(robot, "data-format-show");
      measure(
          robot,
          "failure",
          () -> workspace.open(folder.resolve("missing.csv")),
          () -> robot.lookup("#data-failure").query().isVisible());
      measure(robot, "failure closed", () -> press(robot, "data-failure-close"), () -> true);
    }
    assertThat(promptness.slow(slowness)).isEmpty();
  }

  @Test
  void runs_charts_pictures_packages_and_explorations_come_in_while_the_window_answers(
      FxRobot robot) throws Exception {
    JourneySteps.open(robot, workspace, WardFile.write(folder, SMALL_ROWS));
    fire(robot, "step-explore");
    write(robot, "explore-epsilons", "1 8");
    write(robot, "explore-latents", "4");
    for (int time = 0; again(time); time++) {
      fire(robot, "step-train");
      work(robot, "train-start");
      for (int to = 0; to < 2; to++) {
        measure(
            robot, "curve as table or back", () -> press(robot, "train-loss-as-table"), () -> true);
      }
      fire(robot, "step-compare");
      Path picture = folder.resolve("marginal" + time + ".png");
      robot.interact(() -> workspace.putPicturesTo(name -> Optional.of(picture)));
      measure(
          robot, "picture", () -> press(robot, "compare-chart-save"), () -> Files.exists(picture));
      fire(robot, "step-export");
      Path written = folder.resolve("package" + time);
      write(robot, "export-folder", written.toString());
      measure(
          robot,
          "package",
          () -> press(robot, "export-go"),
          () -> robot.lookup("#export-done").query().isVisible());
      measure(
          robot,
          "verdict",
          () -> workspace.open(written.resolve("certificate.json")),
          () -> JourneySteps.verdict(robot).contains(written.getFileName().toString()));
      fire(robot, "step-explore");
      work(robot, "explore-start");
      TableView<?> runs = robot.lookup("#explore-runs").queryTableView();
      assertThat(runs.getItems()).hasSize(2 * (time + 1));
      measure(robot, "run chosen", () -> runs.getSelectionModel().select(0), () -> true);
      measure(robot, "run held", () -> press(robot, "explore-hold"), () -> true);
      measure(robot, "another run", () -> runs.getSelectionModel().select(1), () -> true);
      measure(robot, "run adopted", () -> press(robot, "explore-adopt"), () -> true);
    }
    assertThat(promptness.slow(slowness)).isEmpty();
  }

  /** Whether to do everything once more: a step that was prompt once counts as prompt. */
  private boolean again(int time) {
    return time == 0 || (time < TIMES && !promptness.slow(slowness).isEmpty());
  }

  /** What runs in the background, from its start until it can be started anew. */
  private void work(FxRobot robot, String start) throws Exception {
    promptness.measure(
        start,
        600,
        () -> robot.interact(() -> press(robot, start)),
        () -> !robot.lookup("#" + start).queryButton().isDisabled());
  }

  private static void write(FxRobot robot, String id, String value) {
    TextField field = robot.lookup("#" + id).queryAs(TextField.class);
    robot.interact(field::requestFocus);
    robot.interact(() -> field.setText(value));
  }

  /** A dialog that waits for its answer keeps whoever opens it. */
  private void dialog(FxRobot robot, String name, Runnable open, String close) throws Exception {
    String pane = "#" + name + "-dialog";
    promptness.measure(
        name + " dialog",
        () -> Platform.runLater(open),
        () -> robot.lookup(pane).tryQuery().isPresent());
    assertThat(Window.getWindows()).hasSize(2);
    measure(
        robot,
        name + " dialog closed",
        () -> press(robot, close),
        () -> robot.lookup(pane).tryQuery().isEmpty());
  }

  private void popup(FxRobot robot, String name, Runnable show, Runnable hide) throws Exception {
    measure(robot, name + " shown", show, () -> Window.getWindows().size() == 2);
    measure(robot, name + " hidden", hide, () -> Window.getWindows().size() == 1);
  }

  private void ask(String topic) {
    workspace.view().fireEvent(new GuideRequest(topic));
  }

  private void changeLook(FxRobot robot, String where) throws Exception {
    Callable<Boolean> whole = () -> workspace.view().assembled();
    measure(robot, where + ", theme", () -> press(robot, "theme"), whole);
    int letters = workspace.fontScale().factor() == 1 ? 125 : 100;
    measure(robot, where + ", letters", () -> workspace.fontScale().restore(letters), whole);
    measure(robot, where + ", language", () -> press(robot, "language"), whole);
  }

  /** What is scrolled far is taken back when another table is opened. */
  private void scrollToEnd(FxRobot robot) throws InterruptedException {
    for (Node bar : robot.lookup("#data-preview .scroll-bar").queryAll()) {
      robot.interact(() -> ((ScrollBar) bar).setValue(((ScrollBar) bar).getMax()));
    }
    waits.rest();
  }

  private void measure(FxRobot robot, String step, Runnable action, Callable<Boolean> settled)
      throws Exception {
    promptness.measure(step, () -> robot.interact(action), settled);
  }

  private static void fire(FxRobot robot, String id) {
    robot.interact(() -> press(robot, id));
  }

  private static void press(FxRobot robot, String id) {
    robot.lookup("#" + id).queryAs(ButtonBase.class).fire();
  }

  /** Numbers, categories and dates in turn, a third of them missing. */
  private static Path wide(Path file) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    StringBuilder text = new StringBuilder();
    for (int row = -1; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        text.append(column == 0 ? "" : ",");
        text.append(row < 0 ? "measurement_" + column : cell(random, column));
      }
      text.append('\n');
    }
    return Files.writeString(file, text);
  }

  private static String cell(SplittableRandom random, int column) {
    if (random.nextInt(3) == 0) {
      return "";
    }
    return switch (column % 3) {
      case 0 -> Integer.toString(random.nextInt(100));
      case 1 -> "group " + random.nextInt(4 + column);
      default ->
          String.format(
              Locale.ROOT, "2024-%02d-%02d", 1 + random.nextInt(12), 1 + random.nextInt(28));
    };
  }
}
