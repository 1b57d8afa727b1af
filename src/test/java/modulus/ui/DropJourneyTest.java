package modulus.ui;

import static modulus.ui.JourneySteps.await;
import static modulus.ui.JourneySteps.text;
import static modulus.ui.JourneySteps.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import modulus.workbench.project.ProjectFile;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Files dragged over the window and dropped on it, by the events that the toolkit sends. */
class DropJourneyTest extends WindowJourney {
  private static final int ROWS = 300;

  /** Sends both events to the node; whether the files were welcome, and taken. */
  private List<Boolean> drop(FxRobot robot, String id, Path... files) {
    Node target = robot.lookup("#" + id).query();
    List<Boolean> answers = new ArrayList<>();
    robot.interact(
        () -> {
          DraggedFiles dragged = new DraggedFiles(files);
          DragEvent over = dragged.event(DragEvent.DRAG_OVER, target);
          target.fireEvent(over);
          answers.add(over.isAccepted());
          if (over.isAccepted()) {
            DragEvent dropped = dragged.event(DragEvent.DRAG_DROPPED, target);
            target.fireEvent(dropped);
            answers.add(dropped.isDropCompleted());
          }
        });
    return answers;
  }

  private void press(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup("#" + id).queryAs(ButtonBase.class).fire());
  }

  private void idle(FxRobot robot) throws Exception {
    await(() -> !robot.lookup("#progress").query().isVisible(), 120);
  }

  @Test
  void a_wrong_file_is_told_and_the_right_one_opens_after_it(FxRobot robot) throws Exception {
    Path letter = Files.writeString(folder.resolve("letter.csv"), "");
    drop(robot, "data-empty", letter);
    await(() -> robot.lookup("#data-failure").query().isVisible(), 60);
    assertThat(text(robot, "data-failure-sentence")).isEqualTo("letter.csv: The file is empty.");
    robot.interact(() -> workspace.messages().localeProperty().set(Locale.GERMAN));
    assertThat(text(robot, "data-failure-sentence")).isEqualTo("letter.csv: Die Datei ist leer.");
    robot.interact(() -> workspace.messages().localeProperty().set(Locale.ENGLISH));

    drop(robot, "data-empty", WardFile.write(folder, ROWS));
    await(() -> text(robot, "data-table-name").startsWith("ward.csv: 300 rows"), 60);
    assertThat(robot.lookup("#data-failure").query().isVisible()).isFalse();
  }

  @Test
  void the_format_of_a_file_that_was_refused_is_corrected_and_it_opens(FxRobot robot)
      throws Exception {
    StringBuilder text = new StringBuilder("days,sex,note\n");
    for (int row = 0; row < ROWS; row++) {
      text.append(row % 40).append(",").append("fm".charAt(row % 2)).append(",\"so\" called\n");
      text.append(row % 40).append(",").append("fm".charAt(row % 2)).append(",-9\n");
    }
    drop(robot, "data-empty", Files.writeString(folder.resolve("notes.csv"), text));
    await(() -> robot.lookup("#data-failure").query().isVisible(), 60);
    assertThat(text(robot, "data-failure-sentence")).contains("quoted cell is not closed");

    press(robot, "data-format-show");
    ComboBox<Character> quote = robot.lookup("#format-quote").queryComboBox();
    assertThat(quote.getValue()).as("not known of a file that could not be read").isNull();
    robot.interact(() -> quote.setValue('\''));
    robot.interact(() -> robot.lookup("#format-missing").queryAs(TextField.class).setText("-9"));
    press(robot, "format-apply");
    await(() -> text(robot, "data-table-name").startsWith("notes.csv: 600 rows"), 60);
    assertThat(robot.lookup("#data-failure").query().isVisible()).isFalse();
    assertThat(robot.lookup("#format-header").queryAs(CheckBox.class).isIndeterminate()).isFalse();
    assertThat(robot.lookup("#format-missing").queryAs(TextField.class).getText())
        .as("as the table was read")
        .isEqualTo("-9");
  }

  @Test
  void words_are_not_welcome_where_files_are(FxRobot robot) {
    assertThat(drop(robot, "data-empty")).containsExactly(false);
    assertThat(drop(robot, "shell")).containsExactly(false);
  }

  @Test
  void files_over_the_window_are_told_what_a_drop_would_do(FxRobot robot) {
    Node shell = robot.lookup("#shell").query();
    Node hint = robot.lookup("#drop-hint").query();
    DraggedFiles files = new DraggedFiles(folder.resolve("ward.csv"));
    DraggedFiles words = new DraggedFiles();
    robot.interact(() -> shell.fireEvent(words.event(DragEvent.DRAG_ENTERED, shell)));
    assertThat(hint.isVisible()).isFalse();
    robot.interact(() -> shell.fireEvent(files.event(DragEvent.DRAG_ENTERED, shell)));
    assertThat(hint.isVisible()).isTrue();
    assertThat(text(robot, "drop-hint-words")).startsWith("Drop to open it");
    Node first = robot.lookup("#drop-hint-first").query();
    assertThat(first.isVisible()).isFalse();
    DraggedFiles several =
        new DraggedFiles(folder.resolve("ward.csv"), folder.resolve("other.csv"));
    robot.interact(() -> shell.fireEvent(several.event(DragEvent.DRAG_ENTERED, shell)));
    assertThat(first.isVisible()).isTrue();
    assertThat(text(robot, "drop-hint-first")).contains("only the first is opened");
    robot.interact(() -> shell.fireEvent(files.event(DragEvent.DRAG_ENTERED, shell)));
    assertThat(first.isVisible()).isFalse();
    press(robot, "step-verify");
    assertThat(text(robot, "drop-hint-words")).startsWith("Drop to check it");
    robot.interact(() -> shell.fireEvent(files.event(DragEvent.DRAG_EXITED, shell)));
    assertThat(hint.isVisible()).isFalse();
  }

  @Test
  void a_project_dropped_on_any_screen_opens(FxRobot robot) throws Exception {
    drop(robot, "shell", WardFile.write(folder, ROWS));
    await(() -> text(robot, "table-name").equals("ward.csv"), 60);
    Path project = folder.resolve("ward" + ProjectFile.EXTENSION);
    robot.interact(() -> workspace.saveProject(project));
    await(() -> Files.exists(project), 60);
    idle(robot);
    for (String screen : List.of("data", "verify")) {
      robot.interact(this::sitting);
      awaitWhole();
      assertThat(text(robot, "table-name")).isEmpty();
      press(robot, "step-" + screen);
      drop(robot, screen + "-screen", project);
      await(() -> text(robot, "project-menu").equals("ward.modulus"), 60);
      assertThat(text(robot, "table-name")).isEqualTo("ward.csv");
    }
  }

  @Test
  void a_schema_dropped_is_taken_for_the_open_table_and_told_where_none_is_open(FxRobot robot)
      throws Exception {
    Path schema = Path.of("assets", "ward-sample.schema.json");
    drop(robot, "data-empty", schema);
    await(() -> robot.lookup("#data-failure").query().isVisible(), 60);
    assertThat(text(robot, "data-failure-sentence")).contains("no table is open");
    robot.interact(() -> workspace.messages().localeProperty().set(Locale.GERMAN));
    assertThat(text(robot, "data-failure-sentence")).contains("keine Tabelle geöffnet");
    robot.interact(() -> workspace.messages().localeProperty().set(Locale.ENGLISH));

    drop(robot, "shell", Path.of("assets", "ward-sample.csv"));
    await(() -> text(robot, "chip").startsWith("planned: domains not covered"), 60);
    press(robot, "step-model");
    drop(robot, "model-screen", schema);
    await(() -> text(robot, "chip").startsWith("planned: end-to-end"), 60);
    assertThat(text(robot, "data-summary")).startsWith("Everything said of the 18 attributes");
    assertThat(robot.lookup("#data-screen").query().getParent().isVisible()).isTrue();
  }

  @Test
  void a_package_is_checked_wherever_it_is_dropped(FxRobot robot) throws Exception {
    drop(robot, "shell", WardFile.write(folder, ROWS));
    await(() -> text(robot, "table-name").equals("ward.csv"), 60);
    press(robot, "step-train");
    press(robot, "train-start");
    await(() -> text(robot, "train-state").startsWith("Done"), 240);
    press(robot, "step-export");
    Path written = folder.resolve("package");
    robot.interact(
        () -> robot.lookup("#export-folder").queryAs(TextField.class).setText(written.toString()));
    press(robot, "export-go");
    await(() -> robot.lookup("#export-done").query().isVisible(), 60);

    press(robot, "step-verify");
    drop(robot, "verify-screen", folder.resolve("ward.csv"));
    await(() -> verdict(robot).contains("holds no package"), 60);

    for (String elsewhere : List.of("data", "export")) {
      for (Path dropped : List.of(written, written.resolve("certificate.json"))) {
        drop(robot, "verify-screen", folder.resolve("ward.csv"));
        await(() -> verdict(robot).contains("holds no package"), 60);
        press(robot, "step-" + elsewhere);
        drop(robot, elsewhere + "-screen", dropped);
        await(() -> verdict(robot).contains("Who signed it was not checked"), 60);
      }
    }
    drop(robot, "verify-screen", written.resolve("synthetic.csv"));
    await(() -> verdict(robot).contains("Who signed it was not checked"), 60);
    robot.interact(() -> workspace.messages().localeProperty().set(Locale.GERMAN));
    assertThat(robot.lookup("#verify-claim").lookup(".label").queryAllAs(Label.class))
        .extracting(Label::getText)
        .contains("Was ε abdeckt")
        .noneMatch(words -> words.matches("(?s).*\\d[.,]\\d{6,}.*"));
    robot.interact(() -> workspace.messages().localeProperty().set(Locale.ENGLISH));
  }
}
