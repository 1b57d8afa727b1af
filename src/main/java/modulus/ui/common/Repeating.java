package modulus.ui.common;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;

/** Does something again and again on the window's thread, as long as work is going on. */
public final class Repeating {
  private Repeating() {}

  /**
   * @param going whether the work goes on; not at first
   * @param every time between two beginnings
   */
  public static void whilst(ObservableValue<Boolean> going, Duration every, Runnable action) {
    Timeline timer = new Timeline(new KeyFrame(every, event -> action.run()));
    timer.setCycleCount(Animation.INDEFINITE);
    going.addListener(
        (source, before, now) -> {
          if (now) {
            timer.play();
          } else {
            timer.stop();
          }
        });
  }
}
