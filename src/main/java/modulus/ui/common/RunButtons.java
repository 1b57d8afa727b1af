package modulus.ui.common;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * Pause, resume and stop, of which the first two stand in for each other. Each of these hands the
 * focus to the other, so that by keys the same key pauses and goes on: left alone, the focus would
 * go to the next button, which stops.
 *
 * @param pause id {@code PREFIX-pause}
 * @param resume id {@code PREFIX-resume}
 * @param stop id {@code PREFIX-stop}
 */
public record RunButtons(Button pause, Button resume, Button stop) {

  /** What the buttons do. */
  public record Actions(Runnable pause, Runnable resume, Runnable stop) {}

  /**
   * @param prefix of the ids
   * @param running whether there is work that can pause; also it can be stopped
   * @param paused whether work is paused; also it can be stopped
   */
  public static RunButtons of(
      Widgets widgets,
      String prefix,
      BooleanExpression running,
      BooleanExpression paused,
      Actions actions) {
    Button pause = widgets.button(prefix + "-pause", "train.pause", Material2MZ.PAUSE, () -> {});
    Button resume =
        widgets.button(prefix + "-resume", "train.resume", Material2MZ.PLAY_ARROW, () -> {});
    Button stop = widgets.button(prefix + "-stop", "train.stop", Material2MZ.STOP, actions.stop());
    pause.setOnAction(event -> turn(actions.pause(), resume));
    resume.setOnAction(event -> turn(actions.resume(), pause));
    pause.disableProperty().bind(running.not());
    stop.disableProperty().bind(running.or(paused).not());
    Widgets.showWhen(pause, paused.not());
    Widgets.showWhen(resume, paused);
    return new RunButtons(pause, resume, stop);
  }

  /**
   * Where the work ends under whoever has the focus on stopping or pausing, {@code next} has it go
   * to where one goes on: left alone, it would go to the next field and what is typed there.
   */
  public void endAt(Runnable next) {
    for (Button ended : List.of(pause, stop)) {
      ended
          .focusedProperty()
          .addListener(
              (source, before, now) -> {
                if (!now && ended.isDisabled()) {
                  Platform.runLater(next);
                }
              });
    }
  }

  private static void turn(Runnable action, Button other) {
    action.run();
    other.requestFocus();
  }
}
