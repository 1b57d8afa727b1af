package modulus.ui;

import static modulus.ui.JourneySteps.await;
import static modulus.ui.JourneySteps.open;
import static modulus.ui.JourneySteps.text;
import static modulus.ui.JourneySteps.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import modulus.workbench.PackageVerification;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The real window, driven from a CSV file to a signed package, as a steward would. */
class JourneyTest extends WindowJourney {
  private static final int ROWS = 300;

  /** A run on so many takes minutes: whatever is clicked meets it at work. */
  private static final int MANY_ROWS = 200_000;

  /** Where the run has ended otherwise, this fails at once and says how. */
  private static void awaitState(FxRobot robot, String state) throws Exception {
    await(() -> !robot.lookup("#train-start").queryButton().isDisabled(), 600);
    assertThat(text(robot, "train-state")).startsWith(state);
  }

  @Test
  void a_steward_gets_from_a_file_to_a_package_that_verifies(FxRobot robot) throws Exception {
    assertThat(robot.lookup("#step-train").queryAs(ToggleButton.class).isDisabled()).isTrue();

    open(robot, workspace, WardFile.write(folder, ROWS));
    TableView<?> schema = robot.lookup("#data-schema").queryTableView();
    assertThat(schema.getItems()).hasSize(5);
    assertThat(text(robot, "chip")).contains("domains not covered");

    robot.clickOn("#data-confirm-all").clickOn("#confirm-yes");
    assertThat(text(robot, "data-summary")).contains("public knowledge");
    assertThat(text(robot, "chip")).isEqualTo("planned: end-to-end · ε ≤ 1.00 · δ = 1e-5");

    robot.clickOn("#step-model");
    type(robot, "model-epsilon-field", "4");
    type(robot, "model-rows-field", "200");
    await(() -> text(robot, "read-out-export-value").equals("ε ≤ 4.00"), 30);
    assertThat(text(robot, "chip")).contains("ε ≤ 4.00");

    robot.clickOn("#step-train").clickOn("#train-start");
    awaitState(robot, "Done");

    robot.clickOn("#step-compare");
    TableView<?> attributes = robot.lookup("#compare-attributes").queryTableView();
    await(() -> attributes.getItems().size() == 5, 30);
    assertThat(text(robot, "compare-sentence")).contains("would have to change");
    drillDown(robot);
    saveCharts(robot);
    foretell(robot);

    robot.clickOn("#step-export");
    assertThat(robot.lookup("#export-go").queryButton().isDisabled()).isTrue();
    assertThat(text(robot, "export-hindrance")).isEqualTo("Choose an empty folder first.");
    type(robot, "export-folder", folder.resolve("package").toString());
    JourneySteps.clickOnceStill(robot, "#export-go");
    await(() -> robot.lookup("#export-done").query().isVisible(), 60);
    String fingerprint = text(robot, "export-fingerprint");
    PackageVerification.Findings findings =
        new PackageVerification().verify(folder.resolve("package"), Optional.of(fingerprint));
    assertThat(findings.holds()).as(String.join("\n", findings.lines())).isTrue();
    assertThat(findings.lines()).anyMatch(line -> line.startsWith("Claim: end-to-end · epsilon ≤"));
    assertThat(Files.readAllLines(folder.resolve("package").resolve("synthetic.csv")))
        .hasSize(1 + 200)
        .first()
        .isEqualTo("age,sex,diagnosis,stay_days,creatinine");
  }

  /** From the map of pairs to both two-way tables, by the keyboard. */
  private static void drillDown(FxRobot robot) throws Exception {
    robot.clickOn("Pairs");
    await(() -> !text(robot, "compare-pair-sentence").isEmpty(), 10);
    Node map = robot.lookup("#compare-pairs-map").query();
    robot.interact(map::requestFocus);
    for (int i = 0; i < 5; i++) {
      robot.push(KeyCode.DOWN).push(KeyCode.LEFT);
    }
    assertThat(text(robot, "compare-pair-sentence")).contains("“creatinine” and “age”");
    robot.push(KeyCode.ENTER).clickOn("#compare-cross-as-table");
    await(() -> text(robot, "compare-cross-real").contains("creatinine by age"), 10);
    TableView<List<String>> cells = robot.lookup("#compare-cross-table").queryTableView();
    double sum = 0;
    for (List<String> row : cells.getItems()) {
      sum += Double.parseDouble(row.get(2).replace("%", ""));
    }
    // of rounded percentages
    assertThat(sum).isBetween(95.0, 105.0);
    robot.clickOn("#compare-cross-as-table");
  }

  private void saveCharts(FxRobot robot) throws Exception {
    Path png = folder.resolve("map.png");
    Path svg = folder.resolve("map.svg");
    for (Path file : List.of(png, svg)) {
      robot.interact(() -> workspace.putPicturesTo(name -> Optional.of(file)));
      JourneySteps.clickOnceStill(robot, "#compare-pairs-save");
      await(() -> Files.exists(file), 30);
    }
    BufferedImage image = ImageIO.read(png.toFile());
    Node map = robot.lookup("#compare-pairs-map").query();
    // twice as fine, with 10 free pixels of the screen at either side
    assertThat(image.getWidth())
        .isEqualTo((int) Math.ceil(2 * map.getLayoutBounds().getWidth()) + 40);
    String drawing = Files.readString(svg);
    assertThat(drawing)
        .contains("internal – contains real-data statistics")
        .contains(">creatinine</text>");
    // 25 cells and more, and parsers accept it
    var parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(drawing.getBytes(StandardCharsets.UTF_8)));
    assertThat(parsed.getElementsByTagName("rect").getLength()).isGreaterThan(25);
  }

  private void foretell(FxRobot robot) throws Exception {
    robot.clickOn("Prediction");
    JourneySteps.clickOnceStill(robot, "#compare-target-score");
    await(
        () ->
            robot.lookup("#compare-target-score").query().getOpacity() < 1
                || text(robot, "compare-answer-value").contains("against"),
        10);
    await(() -> text(robot, "compare-answer-value").contains("against"), 60);
    Path picture = folder.resolve("areas.svg");
    robot.interact(() -> workspace.putPicturesTo(name -> Optional.of(picture)));
    robot.interact(robot.lookup("#compare-target-save").queryButton()::fire);
    await(() -> Files.exists(picture), 30);
    ComboBox<?> asked = robot.lookup("#compare-target-choice").queryComboBox();
    assertThat(Files.readString(picture))
        .as("what is predicted, where the window is not beside it")
        .contains("Area under the ROC curve: " + asked.getValue() + "<");
    // a ward without structure cannot be foretold, and is said to
    assertThat(text(robot, "compare-answer-sentence"))
        .containsPattern("real rows \\((logistic regression|random forest)\\)|cannot be foretold");
    robot.interact(() -> robot.lookup("#compare-answer-why").queryAs(Hyperlink.class).fire());
    await(() -> robot.lookup("#guide").query().isVisible(), 10);
    robot.clickOn("#guide-close");
    assertThat(robot.lookup("#guide").query().isVisible()).isFalse();
  }

  @Test
  void every_why_opens_a_section_of_the_guide_in_both_languages(FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    robot.interact(() -> Stream.of(Step.values()).forEach(workspace.view()::bring));
    robot.push(KeyCode.F1);
    await(() -> !guideTitle(robot).isEmpty(), 10);
    // now: after a change of the language the parts of the window come back one by one
    Set<Node> all = robot.lookup(".why").queryAll();
    assertThat(all).hasSizeGreaterThan(15);
    Map<Node, String> english = titles(robot, all);
    String before = guideTitle(robot);
    robot.interact(() -> robot.lookup("#language").queryButton().fire());
    assertThat(guideTitle(robot)).as("of the section shown").isNotEqualTo(before);
    Map<Node, String> german = titles(robot, all);
    for (Node why : all) {
      assertThat(english.get(why)).as(why.getId()).isNotEqualTo("User guide");
      assertThat(german.get(why))
          .as(why.getId())
          .isNotEqualTo("Handbuch")
          .isNotEqualTo(english.get(why));
    }
  }

  /** What the guide shows after each link. */
  private static Map<Node, String> titles(FxRobot robot, Set<Node> links) {
    Map<Node, String> titles = new HashMap<>();
    for (Node link : links) {
      robot.interact(() -> ((Hyperlink) link).fire());
      titles.put(link, guideTitle(robot));
    }
    return titles;
  }

  @Test
  void the_question_mark_offers_the_guide_on_the_present_step_and_the_keys(FxRobot robot)
      throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    robot.clickOn("#step-model").clickOn("#help").clickOn("#help-guide");
    await(() -> guideTitle(robot).equals("Privacy & model"), 10);
    robot.clickOn("#guide-close").clickOn("#help").clickOn("#help-keys");
    await(() -> robot.lookup("#help-dialog").tryQuery().isPresent(), 10);
    robot.interact(() -> robot.lookup("#help-close").queryButton().fire());
  }

  @Test
  void a_table_too_small_for_what_is_set_is_told_on_every_way_to_signing(FxRobot robot)
      throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    robot.clickOn("#step-model");
    type(robot, "model-epsilon-field", "0.1");
    await(() -> text(robot, "model-advice").contains("too small for this setting"), 30);
    robot.clickOn("#step-train");
    assertThat(text(robot, "train-advice")).isEqualTo(text(robot, "model-advice"));
    robot.clickOn("#train-advice-why");
    await(() -> guideTitle(robot).startsWith("What ε can and cannot do"), 10);
    robot.clickOn("#guide-close").clickOn("#train-start");
    awaitState(robot, "Done");
    robot.clickOn("#step-export");
    await(() -> robot.lookup("#export-advice-why").tryQuery().isPresent(), 10);
    robot.clickOn("#step-model");
    type(robot, "model-epsilon-field", "100");
    await(() -> text(robot, "model-advice").contains("says little"), 30);
    robot.clickOn("#step-train");
    assertThat(robot.lookup("#train-advice-pane").query().isVisible()).isFalse();
  }

  /** Blank until the guide has been read. */
  private static String guideTitle(FxRobot robot) {
    ComboBox<?> sections = robot.lookup("#guide-sections").queryComboBox();
    String title = ((ListCell<?>) sections.getButtonCell()).getText();
    return title == null ? "" : title.strip();
  }

  @Test
  void a_run_is_stopped_before_its_end_and_can_be_started_again(FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, MANY_ROWS));
    robot.clickOn("#step-train").clickOn("#train-start");
    await(() -> robot.lookup("#cancel").query().isVisible(), 60);
    robot.clickOn("#cancel");
    awaitState(robot, "Stopped");
    assertThat(robot.lookup("#step-export").queryAs(ToggleButton.class).isDisabled()).isTrue();
    assertThat(robot.lookup("#progress").query().isVisible()).isFalse();

    robot.clickOn("#train-start");
    await(() -> text(robot, "train-figure-step-value").matches("\\d+ of \\d+"), 120);
    assertThat(text(robot, "train-state")).startsWith("Running");
    robot.clickOn("#train-stop");
    awaitState(robot, "Stopped");
    assertThat(robot.lookup("#train-start").queryButton().isDisabled()).isFalse();
  }

  @Test
  void a_wrong_file_is_told_in_a_sentence_and_the_right_one_opens_after_it(FxRobot robot)
      throws Exception {
    Path letter = Files.writeString(folder.resolve("letter.csv"), "");
    open(robot, workspace, letter);
    assertThat(text(robot, "data-failure-sentence")).contains("letter.csv");
    assertThat(robot.lookup("#data-failure-copy").queryAs(Button.class).isVisible()).isTrue();
    open(robot, workspace, WardFile.write(folder, ROWS));
    assertThat(robot.lookup("#data-failure").query().isVisible()).isFalse();
    assertThat(text(robot, "table-name")).isEqualTo("ward.csv");
  }

  @Test
  void language_and_theme_change_in_mid_work(FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    robot.clickOn("#step-model").clickOn("#language");
    assertThat(text(robot, "step-data")).isEqualTo("Daten");
    assertThat(text(robot, "model-title")).isEqualTo("Schutz & Modell");
    robot.clickOn("#theme");
    awaitWhole();
    await(() -> text(robot, "read-out-export-value").equals("ε ≤ 1,00"), 30);
    robot.clickOn("#language").clickOn("#theme");
    awaitWhole();
    assertThat(text(robot, "step-data")).isEqualTo("Data");
  }

  @Test
  void release_only_shows_what_a_row_reveals_and_the_curve(FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    robot.clickOn("#step-model");
    JourneySteps.clickOnceStill(robot, "#guarantee-release");
    assertThat(robot.lookup("#guarantee-release").queryAs(RadioButton.class).isSelected()).isTrue();
    await(() -> text(robot, "read-out-row-value").startsWith("ε ≤"), 30);
    await(() -> robot.lookup("#model-curve").query().isVisible(), 30);
    assertThat(text(robot, "chip")).contains("release only");
  }

  @Test
  void every_control_has_an_id_and_a_text_for_screen_readers(FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    robot.interact(() -> Stream.of(Step.values()).forEach(workspace.view()::bring));
    for (Node node :
        robot.lookup(".button, .check-box, .radio-button, .slider, .toggle-button").queryAll()) {
      assertThat(node.getId()).as("id of %s", node).isNotBlank();
      String read = node.getAccessibleText();
      String label = node instanceof Labeled labeled ? labeled.getText() : "";
      assertThat(read == null || read.isBlank() ? label : read).as(node.getId()).isNotBlank();
    }
    for (Node node : robot.lookup(".text-field, .table-view, .chart").queryAll()) {
      boolean named =
          (node.getAccessibleText() != null && !node.getAccessibleText().isBlank())
              || robot.lookup(".label").queryAllAs(Label.class).stream()
                  .anyMatch(label -> label.getLabelFor() == node);
      assertThat(named).as("name of %s", node).isTrue();
    }
    assertThat(robot.lookup("#model-epsilon-field").queryAs(TextField.class)).isNotNull();
  }
}
