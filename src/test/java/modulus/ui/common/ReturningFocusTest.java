package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ReturningFocusTest {
  private Button work;
  private TextField next;
  private TextField other;

  @Start
  void start(Stage stage) {
    work = new Button("work");
    next = new TextField();
    other = new TextField();
    ReturningFocus.to(work);
    stage.setScene(new Scene(new VBox(work, next, other), 200, 200));
    stage.show();
  }

  private void begin(FxRobot robot) {
    robot.interact(work::requestFocus);
    robot.interact(() -> work.setDisable(true));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(work.isFocused()).isFalse();
  }

  @Test
  void the_focus_comes_back_when_the_work_has_ended(FxRobot robot) {
    begin(robot);
    robot.interact(() -> work.setDisable(false));
    assertThat(work.isFocused()).isTrue();
  }

  @Test
  void it_stays_where_it_was_moved_meanwhile(FxRobot robot) {
    begin(robot);
    robot.interact(other::requestFocus);
    robot.interact(() -> work.setDisable(false));
    assertThat(other.isFocused()).isTrue();
  }

  @Test
  void a_control_that_was_not_pressed_takes_nothing(FxRobot robot) {
    robot.interact(next::requestFocus);
    robot.interact(() -> work.setDisable(true));
    robot.interact(() -> work.setDisable(false));
    assertThat(next.isFocused()).isTrue();
  }
}
