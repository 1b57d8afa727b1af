package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A screen with a part that goes on below, where what is last cannot have the focus. */
@ExtendWith(ApplicationExtension.class)
class PageKeysTest {
  private Button above;
  private TextField field;
  private TextArea area;
  private FollowingScroll part;

  @Start
  void start(Stage stage) {
    above = new Button("above");
    field = new TextField("typed");
    area = new TextArea("line\n".repeat(200));
    Region rest = new Region();
    rest.setMinHeight(2_000);
    area.setPrefRowCount(3);
    part = new FollowingScroll("part", new VBox(field, area, rest));
    BorderPane screen = new BorderPane(part);
    screen.setTop(above);
    FollowingScroll whole = FollowingScroll.around(screen);
    whole.setPrefSize(300, 400);
    stage.setScene(new Scene(whole, 300, 400));
    stage.show();
  }

  /** In shares of all that is hidden. */
  private double after(FxRobot robot, Region focused, KeyCode key) {
    robot.interact(
        () -> {
          part.getScene().getRoot().applyCss();
          part.getScene().getRoot().layout();
          focused.requestFocus();
        });
    robot.push(key);
    return part.getVvalue();
  }

  @Test
  void page_down_goes_on_by_nearly_what_is_seen_and_page_up_comes_back(FxRobot robot) {
    double seen = part.getViewportBounds().getHeight();
    double hidden = part.getContent().getBoundsInLocal().getHeight() - seen;
    double once = after(robot, field, KeyCode.PAGE_DOWN);
    assertThat(once * hidden).isBetween(0.8 * seen, seen);
    for (int i = 0; i < 10; i++) {
      robot.push(KeyCode.PAGE_DOWN);
    }
    assertThat(part.getVvalue()).isEqualTo(1);
    for (int i = 0; i < 11; i++) {
      robot.push(KeyCode.PAGE_UP);
    }
    assertThat(part.getVvalue()).isZero();
    assertThat(field.getText()).isEqualTo("typed");
  }

  @Test
  void what_is_above_the_part_that_goes_on_turns_its_pages_too(FxRobot robot) {
    assertThat(after(robot, above, KeyCode.PAGE_DOWN)).isPositive();
  }

  @Test
  void a_field_of_many_lines_turns_its_own_pages(FxRobot robot) {
    assertThat(after(robot, area, KeyCode.PAGE_DOWN)).isZero();
    assertThat(area.getCaretPosition()).isPositive();
  }
}
