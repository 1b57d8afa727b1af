package modulus.ui;

import static modulus.ui.JourneySteps.await;
import static modulus.ui.JourneySteps.open;
import static modulus.ui.JourneySteps.text;
import static modulus.ui.KeyboardSteps.press;
import static modulus.ui.KeyboardSteps.tabTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** What a steward who is careful, or hasty, does on the Data screen. */
class DataJourneyTest extends WindowJourney {
  private static final int ROWS = 300;

  private Path stays() throws Exception {
    List<String> lines = new ArrayList<>(Files.readAllLines(WardFile.write(folder, ROWS)));
    for (int row = 0; row < lines.size(); row++) {
      lines.set(row, (row == 0 ? "subject_id" : 10_000 + row / 3) + "," + lines.get(row));
    }
    return Files.write(folder.resolve("stays.csv"), lines);
  }

  private static String whyLimited(FxRobot robot) {
    return robot.lookup("#chip").query().getAccessibleHelp();
  }

  private static boolean shown(FxRobot robot, String id) {
    return robot.lookup("#" + id).query().isVisible();
  }

  @Test
  void the_chip_is_limited_until_it_is_said_whether_the_repeated_number_names_the_patient(
      FxRobot robot) throws Exception {
    open(robot, workspace, stays());
    assertThat(text(robot, "data-patient-question"))
        .isEqualTo(
            "“subject_id” names 101 different values in 300 rows. Does it name the patient?");
    robot.clickOn("#data-confirm-all").clickOn("#confirm-yes");
    assertThat(robot.lookup("#data-confirm-all").queryButton().isDisabled()).isTrue();
    assertThat(whyLimited(robot)).contains("“subject_id” looks like an identifier and repeats");

    robot.clickOn("#data-patient-use");
    await(() -> !shown(robot, "data-patient-asked"), 30);
    assertThat(text(robot, "data-patient-sentence")).contains("The 300 rows are of 101 patients");
    assertThat(whyLimited(robot)).doesNotContain("subject_id");

    TextField most = robot.lookup("#data-patient-rows").queryAs(Spinner.class).getEditor();
    robot.interact(() -> most.setText("few"));
    assertThat(text(robot, "data-patient-rows-problem")).isEqualTo("A whole number from 1 to 200.");
    assertThat(shown(robot, "data-patient-rows-problem")).isTrue();
    robot.interact(() -> most.setText("12"));
    assertThat(shown(robot, "data-patient-rows-problem")).isFalse();
  }

  @Test
  void what_the_table_of_attributes_cuts_is_whole_beside_what_is_declared(FxRobot robot)
      throws Exception {
    open(robot, workspace, stays());
    TableView<?> schema = robot.lookup("#data-schema").queryTableView();
    robot.interact(() -> schema.getSelectionModel().select(0));
    assertThat(text(robot, "editor-name")).isEqualTo("subject_id");
    assertThat(text(robot, "editor-warnings"))
        .isEqualTo("Look at this: looks like an identifier · repeats.");
    assertThat(shown(robot, "editor-warnings")).isTrue();
    assertThat(text(robot, "editor-missing-count"))
        .isEqualTo("No value of this column is missing.");

    robot.interact(() -> schema.getSelectionModel().select(5));
    assertThat(text(robot, "editor-name")).isEqualTo("creatinine");
    assertThat(shown(robot, "editor-warnings")).isFalse();
    long missing =
        Files.readAllLines(folder.resolve("stays.csv")).stream()
            .filter(line -> line.endsWith(","))
            .count();
    assertThat(text(robot, "editor-missing-count"))
        .startsWith(missing + " of 300 values of this column are missing (");
    robot.interact(() -> workspace.messages().localeProperty().set(Locale.GERMAN));
    assertThat(text(robot, "editor-missing-count"))
        .startsWith(missing + " von 300 Werten dieser Spalte fehlen (");
    robot.interact(() -> schema.getSelectionModel().select(0));
    assertThat(text(robot, "editor-warnings"))
        .isEqualTo("Hinweise: sieht wie eine Kennung aus · wiederholt sich.");
    robot.interact(() -> workspace.messages().localeProperty().set(Locale.ENGLISH));
  }

  @Test
  void a_number_of_rows_out_of_range_stays_as_typed_and_is_in_the_way_of_a_run(FxRobot robot)
      throws Exception {
    open(robot, workspace, stays());
    robot.clickOn("#data-patient-use");
    await(() -> !shown(robot, "data-patient-asked"), 30);
    TextField most = robot.lookup("#data-patient-rows").queryAs(Spinner.class).getEditor();
    for (String wrong : List.of("99999", "0", "2.5", "few", "")) {
      robot.interact(() -> most.setText(wrong));
      robot.clickOn("#step-train");
      assertThat(text(robot, "train-hindrance"))
          .as(wrong)
          .isEqualTo(
              "What is typed under Data as the rows kept of one patient is not a whole number "
                  + "from 1 to 200; correct it.");
      assertThat(robot.lookup("#train-start").queryButton().isDisabled()).isTrue();
      robot.clickOn("#step-data");
      assertThat(most.getText()).isEqualTo(wrong);
    }
    robot.interact(() -> most.setText("12"));
    robot.clickOn("#step-train");
    assertThat(robot.lookup("#train-start").queryButton().isDisabled()).isFalse();
    robot.clickOn("#step-data");
    assertThat(text(robot, "data-patient-sentence")).contains("at most 12 kept");

    robot.interact(() -> most.setText("few"));
    robot.clickOn("#step-train").clickOn("#step-data").clickOn("#project-undo");
    assertThat(most.getText()).as("undone together with what it was").isEqualTo("1");
    assertThat(shown(robot, "data-hindrance")).isFalse();
  }

  @Test
  void enter_applies_what_is_typed_and_escape_discards_it(FxRobot robot) throws Exception {
    wardWithTypedAge(robot);
    TextField high = robot.lookup("#editor-high").queryAs(TextField.class);
    robot.interact(high::requestFocus);
    robot.push(KeyCode.ENTER);
    assertThat(shown(robot, "editor-pending")).isFalse();
    assertThat(high.getText()).isEqualTo("130");

    robot.interact(() -> high.setText("-1"));
    robot.push(KeyCode.ENTER);
    assertThat(shown(robot, "editor-pending")).as("what is wrong is not applied").isTrue();
    robot.push(KeyCode.ESCAPE);
    assertThat(high.getText()).isEqualTo("130");
    assertThat(shown(robot, "editor-pending")).isFalse();
  }

  @Test
  void tab_goes_on_from_the_categories_and_leaves_them_as_they_are(FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    TableView<?> schema = robot.lookup("#data-schema").queryTableView();
    robot.interact(() -> schema.getSelectionModel().select(1));
    TextArea categories = robot.lookup("#editor-categories").queryAs(TextArea.class);
    assertThat(categories.isVisible()).isTrue();
    String before = categories.getText();
    robot.interact(categories::requestFocus);
    robot.push(KeyCode.TAB);
    assertThat(KeyboardSteps.focused()).isEqualTo("editor-other");
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    assertThat(KeyboardSteps.focused()).isEqualTo("editor-categories");
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    assertThat(KeyboardSteps.focused()).isEqualTo("data-missing-why");
    assertThat(categories.getText()).isEqualTo(before);
  }

  @Test
  void the_row_that_is_edited_stays_in_sight_where_the_editor_takes_the_room(FxRobot robot)
      throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    TableView<?> schema = robot.lookup("#data-schema").queryTableView();
    int last = schema.getItems().size() - 1;
    robot.interact(() -> stage.setHeight(stage.getMinHeight()));
    robot.interact(() -> schema.getSelectionModel().select(last));
    await(() -> shown(robot, "data-editor") && inSight(schema, last), 30);
  }

  private static boolean inSight(TableView<?> table, int row) {
    return table.lookupAll(".table-row-cell").stream()
        .map(cell -> (TableRow<?>) cell)
        .anyMatch(
            cell ->
                cell.isVisible()
                    && cell.getIndex() == row
                    && table
                        .localToScene(table.getBoundsInLocal())
                        .contains(cell.localToScene(0, cell.getHeight() / 2)));
  }

  @Test
  void enter_leaves_it_unsaid_that_all_is_public_knowledge(FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    press(robot, "data-confirm-all");
    assertThat(KeyboardSteps.focused()).isEqualTo("confirm-no");
    robot.push(KeyCode.ENTER);
    assertThat(text(robot, "data-summary")).contains("wait for your confirmation");

    press(robot, "data-confirm-all");
    tabTo(robot, "confirm-yes");
    robot.push(KeyCode.SPACE);
    assertThat(text(robot, "data-summary")).contains("was declared public knowledge");
  }

  /** The ward's schema, with 130 typed as the highest age and not applied yet. */
  private TableView<?> wardWithTypedAge(FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    TableView<?> schema = robot.lookup("#data-schema").queryTableView();
    robot.interact(() -> schema.getSelectionModel().select(0));
    robot.interact(() -> robot.lookup("#editor-high").queryAs(TextField.class).setText("130"));
    return schema;
  }

  @Test
  void what_was_typed_is_applied_when_another_row_is_chosen_and_stays_where_it_is_wrong(
      FxRobot robot) throws Exception {
    TableView<?> schema = wardWithTypedAge(robot);
    TextField high = robot.lookup("#editor-high").queryAs(TextField.class);
    robot.interact(() -> schema.getSelectionModel().select(3));
    assertThat(text(robot, "editor-name")).isEqualTo("stay_days");
    robot.interact(() -> schema.getSelectionModel().select(0));
    assertThat(high.getText()).isEqualTo("130");

    robot.interact(() -> high.setText("-1"));
    robot.interact(() -> schema.getSelectionModel().select(3));
    await(() -> schema.getSelectionModel().getSelectedIndex() == 0, 30);
    assertThat(text(robot, "editor-name")).isEqualTo("age");
    assertThat(high.getText()).isEqualTo("-1");
    assertThat(text(robot, "editor-pending")).contains("discard");
    robot.interact(() -> robot.lookup("#editor-discard").queryButton().fire());
    assertThat(high.getText()).isEqualTo("130");
    assertThat(shown(robot, "editor-pending")).isFalse();
  }

  @Test
  void what_was_typed_is_part_of_what_is_confirmed_and_of_what_another_step_works_with(
      FxRobot robot) throws Exception {
    TableView<?> schema = wardWithTypedAge(robot);
    TextField high = robot.lookup("#editor-high").queryAs(TextField.class);
    robot.clickOn("#data-confirm-all").clickOn("#confirm-yes");
    assertThat(high.getText()).isEqualTo("130");
    assertThat(shown(robot, "editor-pending")).isFalse();
    assertThat(shown(robot, "data-editor")).as("the attribute stays chosen").isTrue();
    assertThat(schema.getSelectionModel().getSelectedIndex()).isZero();

    robot.interact(() -> high.setText("125"));
    assertThat(text(robot, "editor-pending")).contains("another step");
    robot.clickOn("#step-model").clickOn("#step-data");
    assertThat(high.getText()).isEqualTo("125");
    assertThat(shown(robot, "editor-pending")).isFalse();

    robot.interact(() -> high.setText("-1"));
    robot.clickOn("#step-model").clickOn("#step-data");
    assertThat(high.getText()).as("what is wrong stays to be corrected").isEqualTo("-1");
    assertThat(shown(robot, "editor-pending")).isTrue();
    robot.clickOn("#step-train");
    assertThat(text(robot, "train-hindrance")).contains("“age”", "correct or discard");
    assertThat(robot.lookup("#train-start").queryButton().isDisabled()).isTrue();
    robot.clickOn("#step-data");
    robot.interact(() -> robot.lookup("#editor-discard").queryButton().fire());
    robot.clickOn("#step-train");
    assertThat(robot.lookup("#train-start").queryButton().isDisabled()).isFalse();
  }

  @Test
  void the_divider_is_where_it_was_once_the_guide_is_closed(FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    SplitPane split = robot.lookup("#data-split").queryAs(SplitPane.class);
    double begun = split.getDividerPositions()[0];
    opensAndClosesGuide(robot);
    assertThat(split.getDividerPositions()[0]).isCloseTo(begun, within(0.01));

    robot.drag("#data-split .split-pane-divider").dropBy(60, 0);
    double before = split.getDividerPositions()[0];
    assertThat(before).as("dragged by the steward").isGreaterThan(begun + 0.03);
    opensAndClosesGuide(robot);
    assertThat(split.getDividerPositions()[0]).isCloseTo(before, within(0.01));
  }

  private static void opensAndClosesGuide(FxRobot robot) throws Exception {
    robot.push(KeyCode.F1);
    await(() -> shown(robot, "guide"), 30);
    robot.interact(() -> robot.lookup("#guide-close").queryButton().fire());
    await(() -> !shown(robot, "guide"), 30);
  }

  @Test
  void there_is_nothing_to_apply_until_something_changes_and_one_attribute_can_be_confirmed(
      FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, 50));
    TableView<?> schema = robot.lookup("#data-schema").queryTableView();
    robot.interact(() -> schema.getSelectionModel().select(0));
    Node apply = robot.lookup("#editor-apply").query();
    assertThat(apply.isDisabled()).isTrue();
    TextField high = robot.lookup("#editor-high").queryAs(TextField.class);
    String before = high.getText();
    robot.interact(() -> high.setText("1,300,000"));
    assertThat(apply.isDisabled()).isFalse();
    assertThat(shown(robot, "editor-confirm")).as("Apply is what is next").isFalse();
    robot.interact(() -> high.setText(before));
    assertThat(apply.isDisabled()).isTrue();

    assertThat(text(robot, "data-summary")).startsWith("5 of 5");
    robot.clickOn("#editor-confirm");
    assertThat(text(robot, "data-summary")).startsWith("4 of 5");
    assertThat(shown(robot, "editor-confirm")).isFalse();
    assertThat(apply.isDisabled()).isTrue();
    assertThat(KeyboardSteps.focused()).isEqualTo("data-schema");
  }
}
