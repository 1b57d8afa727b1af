package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import modulus.vae.training.TrainingStep;
import org.junit.jupiter.api.Test;

class HeardTrainingTest {
  private final List<TrainingPoint> heard = new ArrayList<>();
  private long now;
  private long holding;

  /** Holds the run for some seconds whenever it asks whether to stop. */
  private final RunListener listener =
      new RunListener() {
        @Override
        public void training(TrainingPoint point) {
          heard.add(point);
        }

        @Override
        public boolean cancelled() {
          pass(holding);
          return false;
        }
      };

  private void pass(long seconds) {
    now += TimeUnit.SECONDS.toNanos(seconds);
  }

  private static TrainingStep step(int step, double rowsPerSecond) {
    return new TrainingStep(
        step,
        10,
        1,
        1,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        rowsPerSecond);
  }

  @Test
  void time_in_which_the_run_was_held_is_no_training() {
    HeardTraining training = new HeardTraining(listener, (step, steps) -> 0.5, () -> now);
    pass(4);
    training.onStep(step(2, 1000));
    holding = 60;
    assertThat(training.cancelled()).isFalse();
    holding = 0;
    pass(4);
    training.onStep(step(4, 8000 / 68.0));

    assertThat(heard).extracting(TrainingPoint::seconds).containsExactly(4.0, 8.0);
    assertThat(heard).extracting(TrainingPoint::secondsLeft).containsExactly(16.0, 12.0);
    assertThat(heard.get(0).rowsPerSecond()).isEqualTo(1000);
    assertThat(heard.get(1).rowsPerSecond()).isCloseTo(1000, within(1e-6));
  }
}
