package modulus.ui;

import static modulus.ui.JourneySteps.await;
import static modulus.ui.JourneySteps.open;
import static modulus.ui.JourneySteps.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/**
 * Whatever the keyboard reaches says to a screen reader what it is, in both languages, with every
 * screen filled.
 */
class AccessibleTextTest extends WindowJourney {
  private static final int ROWS = 300;

  /** Also behind tabs that are not shown and in panes that are folded away. */
  private static void walk(Node node, List<Node> found) {
    found.add(node);
    if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
      walk(scroll.getContent(), found);
    }
    if (node instanceof TabPane tabs) {
      tabs.getTabs().forEach(tab -> walk(tab.getContent(), found));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, found));
    }
  }

  private static boolean named(Node node, Set<Node> labelled) {
    String read = node.getAccessibleText();
    String own = node instanceof Labeled labeled ? labeled.getText() : "";
    return (read != null && !read.isBlank())
        || (own != null && !own.isBlank())
        || labelled.contains(node);
  }

  /** The field inside a spinner is read by the spinner's name. */
  private static boolean part(Node node) {
    return node.getParent() instanceof Spinner;
  }

  private List<String> nameless(FxRobot robot) {
    List<Node> all = new ArrayList<>();
    robot.interact(() -> walk(stage.getScene().getRoot(), all));
    Set<Node> labelled = new HashSet<>();
    for (Node node : all) {
      if (node instanceof Label label && label.getLabelFor() != null) {
        labelled.add(label.getLabelFor());
      }
    }
    List<Node> stops =
        all.stream().filter(node -> node.isFocusTraversable() && !part(node)).toList();
    assertThat(stops).as("seven screens full of them").hasSizeGreaterThan(150);
    return stops.stream()
        .filter(node -> !named(node, labelled))
        .map(node -> node.getClass().getSimpleName() + " #" + node.getId())
        .toList();
  }

  /** Of the bars of an attribute in both tables. */
  private static List<String> bars(FxRobot robot) {
    return robot.lookup("#compare-chart").lookup(".chart-bar").queryAll().stream()
        .map(Node::getAccessibleText)
        .filter(words -> words != null) // those of the legend have their name beside them
        .toList();
  }

  @Test
  void every_stop_of_the_keyboard_has_a_name_in_both_languages(FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    robot.clickOn("#data-confirm-all").clickOn("#confirm-yes");
    robot.clickOn("#step-train").clickOn("#train-start");
    await(() -> text(robot, "train-state").startsWith("Done"), 240);
    for (Step step : Step.values()) {
      robot.interact(() -> workspace.view().bring(step));
    }
    await(() -> text(robot, "compare-sentence").contains("would have to change"), 30);
    TableView<?> attributes = robot.lookup("#compare-attributes").queryTableView();
    robot.interact(
        () ->
            attributes
                .getSelectionModel()
                .select(
                    IntStream.range(0, attributes.getItems().size())
                        .filter(row -> attributes.getItems().get(row).toString().contains("=sex,"))
                        .findFirst()
                        .orElseThrow()));
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      robot.interact(() -> workspace.messages().localeProperty().set(locale));
      awaitWhole();
      assertThat(nameless(robot)).as(locale.getLanguage()).isEmpty();
      String share = locale.equals(Locale.GERMAN) ? ": % der Zeilen " : ": % of rows ";
      assertThat(bars(robot))
          .as("two values in two tables")
          .hasSize(4)
          .allMatch(words -> words.contains(share) && words.matches(".*, sex [fm]"));
    }
  }
}
