package modulus.ui.common;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * Pause and resume, of which one is shown. Each hands the focus to the other, so that by keys the
 * same key pauses and goes on: left alone, the focus would go to the next button, which stops.
 *
 * @param pause id {@code PREFIX-pause}
 * @param resume id {@code PREFIX-resume}
 */
public record PausePair(Button pause, Button resume) {

  /**
   * @param prefix of the ids
   * @param running whether there is work that can pause
   * @param paused whether work is paused
   */
  public static PausePair of(
      Widgets widgets,
      String prefix,
      BooleanExpression running,
      BooleanExpression paused,
      Runnable pausing,
      Runnable resuming) {
    Button pause = widgets.button(prefix + "-pause", "train.pause", Material2MZ.PAUSE, () -> {});
    Button resume =
        widgets.button(prefix + "-resume", "train.resume", Material2MZ.PLAY_ARROW, () -> {});
    pause.setOnAction(event -> turn(pausing, resume));
    resume.setOnAction(event -> turn(resuming, pause));
    pause.disableProperty().bind(running.not());
    Widgets.showWhen(pause, paused.not());
    Widgets.showWhen(resume, paused);
    return new PausePair(pause, resume);
  }

  /**
   * Where the work ends under whoever has the focus on {@code stop} or on pausing, {@code start}
   * gets it: left alone, it would go to the next field and what is typed there.
   */
  public void endAt(Button start, Button stop) {
    for (Button ended : List.of(pause, stop)) {
      ended
          .focusedProperty()
          .addListener(
              (source, before, now) -> {
                if (!now && ended.isDisabled()) {
                  Platform.runLater(() -> takeFocus(start));
                }
              });
    }
  }

  private static void takeFocus(Button start) {
    if (!start.isDisabled()) {
      start.requestFocus();
    }
  }

  private static void turn(Runnable action, Button other) {
    action.run();
    other.requestFocus();
  }
}
