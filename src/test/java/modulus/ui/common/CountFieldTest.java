package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A count beside a button, in a row that becomes narrower. */
@ExtendWith(ApplicationExtension.class)
class CountFieldTest {
  private final VBox column = new VBox();
  private FieldRow row;

  @Start
  void start(Stage stage) {
    Widgets widgets = new Widgets(new Messages(Locale.GERMAN), new FontScale());
    CountValue value = new CountValue(200, 1, 1000);
    CountField count = new CountField("compare-outlier-count", widgets, value);
    row = new FieldRow(8, 8, count, new Button("Versuch starten"));
    column.getChildren().add(row);
    stage.setScene(new Scene(new VBox(column), 700, 300));
    stage.show();
  }

  private Bounds place(FxRobot robot, String id, double width) {
    robot.interact(
        () -> {
          column.setMinWidth(width);
          column.setMaxWidth(width);
        });
    robot.interact(() -> {});
    Node node = robot.lookup("#" + id).query();
    return row.sceneToLocal(node.localToScene(node.getLayoutBounds()));
  }

  @Test
  void the_name_wraps_before_the_field_leaves_a_narrow_row(FxRobot robot) {
    Bounds name = place(robot, "compare-outlier-count-name", 600);
    double needed = place(robot, "compare-outlier-count-field", 600).getMaxX();
    Bounds field = place(robot, "compare-outlier-count-field", Math.floor(needed) - 10);
    assertThat(field.getMaxX()).isLessThanOrEqualTo(needed - 10);
    Bounds wrapped = place(robot, "compare-outlier-count-name", Math.floor(needed) - 10);
    assertThat(wrapped.getHeight()).isGreaterThan(1.5 * name.getHeight());
    assertThat(row.getChildren().get(0).getBoundsInParent().getMaxY())
        .as("the button is below")
        .isLessThanOrEqualTo(row.getChildren().get(1).getBoundsInParent().getMinY());
  }
}
