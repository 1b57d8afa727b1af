package modulus.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import modulus.ui.common.FontScale;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Messages;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.ui.common.Widgets;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.exploration.ExploredRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RunScatterTest {
  private final Session session = new Session();
  private final ExploreViewModel model =
      new ExploreViewModel(
          session, new HeldBackground(), (table, schema, settings, first, listener) -> {});
  private RunScatter scatter;

  @Start
  void start(Stage stage) {
    session.open(SmallWard.opened());
    scatter = new RunScatter(new Widgets(new Messages(Locale.ENGLISH), new FontScale()), model);
    stage.setScene(new Scene(new StackPane(scatter), 700, 400));
    stage.getScene().getStylesheets().add("modulus/ui/modulus.css");
    stage.show();
    for (int number = 1; number <= 2; number++) {
      session.addExplored(
          SmallWard.explored(number, SmallWard.draft(), SynthesisSettings.defaults()));
    }
  }

  private ExploredRun run(int number) {
    return session.exploredProperty().get().get(number - 1);
  }

  private List<String> legend(FxRobot robot, ExploredRun chosen, ExploredRun held) {
    robot.interact(
        () -> {
          model.chosenProperty().set(chosen);
          model.heldProperty().set(held);
        });
    return scatter.lookupAll(".chart-legend-item").stream()
        .map(item -> ((Label) item).getText())
        .sorted()
        .toList();
  }

  @Test
  void a_marked_run_has_its_ring_and_every_run_stays_a_point(FxRobot robot) {
    legend(robot, run(2), run(1));
    assertThat(marked("chosen")).hasSize(1);
    assertThat(marked("held")).hasSize(1);
    assertThat(points()).hasSize(2);
    legend(robot, null, null);
    assertThat(points()).hasSize(2);
  }

  private List<Node> marked(String as) {
    return points().stream()
        .filter(point -> point.getPseudoClassStates().contains(PseudoClass.getPseudoClass(as)))
        .toList();
  }

  private List<Node> points() {
    scatter.applyCss();
    return List.copyOf(scatter.lookupAll(".run-point"));
  }

  @Test
  void the_legend_explains_a_ring_while_a_run_has_one(FxRobot robot) {
    assertThat(legend(robot, null, null)).containsExactly("Frontier", "Runs");
    assertThat(legend(robot, run(1), null)).containsExactly("Chosen run", "Frontier", "Runs");
    assertThat(legend(robot, run(2), run(1)))
        .containsExactly("Chosen run", "Frontier", "Held run", "Runs");
    assertThat(legend(robot, run(2), null)).containsExactly("Chosen run", "Frontier", "Runs");
  }
}
