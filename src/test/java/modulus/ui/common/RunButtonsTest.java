package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class RunButtonsTest {
  private final BooleanProperty paused = new SimpleBooleanProperty();
  private RunButtons buttons;
  private final BooleanProperty going = new SimpleBooleanProperty(true);
  private Button start;
  private int stopped;

  @Start
  void start(Stage stage) {
    Widgets widgets = new Widgets(new Messages(Locale.ENGLISH), new FontScale());
    buttons =
        RunButtons.of(
            widgets,
            "work",
            going.and(paused.not()),
            paused,
            new RunButtons.Actions(
                () -> paused.set(true), () -> paused.set(false), () -> stopped++));
    start = new Button("Start");
    start.disableProperty().bind(going);
    buttons.endAt(start::requestFocus);
    stage.setScene(
        new Scene(
            new ButtonRow(
                start, buttons.pause(), buttons.resume(), buttons.stop(), new TextField()),
            400,
            100));
    stage.show();
  }

  @Test
  void the_same_key_pauses_and_goes_on_and_never_stops(FxRobot robot) {
    robot.interact(() -> buttons.pause().requestFocus());
    robot.push(KeyCode.SPACE);
    assertThat(paused.get()).isTrue();
    assertThat(buttons.resume().isFocused()).isTrue();
    robot.push(KeyCode.SPACE);
    assertThat(paused.get()).isFalse();
    assertThat(buttons.pause().isFocused()).isTrue();
    robot.push(KeyCode.SPACE);
    assertThat(paused.get()).isTrue();
    assertThat(stopped).isZero();
  }

  @Test
  void the_focus_of_work_that_ends_goes_where_one_goes_on(FxRobot robot) {
    for (Button during : List.of(buttons.pause(), buttons.stop())) {
      robot.interact(() -> going.set(true));
      robot.interact(during::requestFocus);
      robot.interact(() -> going.set(false));
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(start.isFocused()).as(during.getText()).isTrue();
    }
  }

  @Test
  void the_focus_that_went_elsewhere_meanwhile_stays_there(FxRobot robot) {
    TextField field = robot.lookup(".text-field").queryAs(TextField.class);
    robot.interact(() -> buttons.stop().requestFocus());
    robot.interact(field::requestFocus);
    robot.interact(() -> going.set(false));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(field.isFocused()).isTrue();
  }
}
