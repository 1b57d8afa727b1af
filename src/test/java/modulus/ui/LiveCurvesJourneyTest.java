package modulus.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.ValueAxis;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Curves of a run, watched while it trains. */
class LiveCurvesJourneyTest extends WindowJourney {
  private static final int RUNS = 2;
  private static final int ROWS = 1500;
  private static final long LOOK_MILLIS = 100;

  /** A chart may not have been laid out yet since its last points came. */
  private static final int PATIENCE = 5;

  private static void press(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup("#" + id).queryAs(ButtonBase.class).fire());
  }

  /** Whether the axis across ends before the points do. */
  private static boolean behind(LineChart<?, ?> chart) {
    double last =
        chart.getData().stream()
            .flatMap(curve -> curve.getData().stream())
            .mapToDouble(point -> ((Number) point.getXValue()).doubleValue())
            .max()
            .orElse(0);
    return last > ((ValueAxis<?>) chart.getXAxis()).getUpperBound();
  }

  /**
   * The toolkit moves the entries of a legend while it lays it out, and can leave a chart that
   * nothing lays out again: seen on Adult, whose curves stayed at the second step to the end.
   */
  @Test
  void curves_follow_every_run_to_its_end(FxRobot robot) throws Exception {
    JourneySteps.open(robot, workspace, WardFile.write(folder, ROWS));
    press(robot, "step-train");
    for (int run = 0; run < RUNS; run++) {
      press(robot, "train-start");
      List<Node> charts = new ArrayList<>(robot.lookup(".chart").queryAll());
      int[] late = {0, 0};
      boolean[] ended = {false};
      while (!ended[0]) {
        Thread.sleep(LOOK_MILLIS);
        robot.interact(
            () -> {
              boolean any =
                  charts.stream()
                      .filter(LineChart.class::isInstance)
                      .anyMatch(chart -> behind((LineChart<?, ?>) chart));
              late[0] = any ? late[0] + 1 : 0;
              late[1] = Math.max(late[0], late[1]);
              ended[0] = !robot.lookup("#train-start").query().isDisabled();
            });
      }
      assertThat(late[1]).as("looks in a row at curves beyond their axis").isLessThan(PATIENCE);
      assertThat(JourneySteps.text(robot, "train-figure-left-value")).isEqualTo("–");
    }
  }
}
