package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PausePairTest {
  private final BooleanProperty paused = new SimpleBooleanProperty();
  private PausePair pair;
  private int stopped;

  @Start
  void start(Stage stage) {
    Widgets widgets = new Widgets(new Messages(Locale.ENGLISH), new FontScale());
    pair =
        PausePair.of(
            widgets, "work", paused.not(), paused, () -> paused.set(true), () -> paused.set(false));
    Button stop = new Button("Stop");
    stop.setOnAction(event -> stopped++);
    stage.setScene(new Scene(new ButtonRow(pair.pause(), pair.resume(), stop), 400, 100));
    stage.show();
  }

  @Test
  void the_same_key_pauses_and_goes_on_and_never_stops(FxRobot robot) {
    robot.interact(() -> pair.pause().requestFocus());
    robot.push(KeyCode.SPACE);
    assertThat(paused.get()).isTrue();
    assertThat(pair.resume().isFocused()).isTrue();
    robot.push(KeyCode.SPACE);
    assertThat(paused.get()).isFalse();
    assertThat(pair.pause().isFocused()).isTrue();
    robot.push(KeyCode.SPACE);
    assertThat(paused.get()).isTrue();
    assertThat(stopped).isZero();
  }
}
