package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import modulus.workbench.RunCancelledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** What the window shows of several pieces of work at a time. */
@ExtendWith(ApplicationExtension.class)
class FxBackgroundTest {
  private static final Text TRAINING = Text.of("training");
  private static final Text SAVING = Text.of("saving");

  private final FxBackground background = new FxBackground();
  private final CountDownLatch saved = new CountDownLatch(1);

  @AfterEach
  void end(FxRobot robot) {
    robot.interact(background::close);
  }

  /** Goes on until it is stopped. */
  private static Job<String> training() {
    return Job.shown(
        TRAINING,
        listener -> {
          while (!listener.cancelled()) {
            Thread.onSpinWait();
          }
          throw new RunCancelledException();
        },
        done -> {},
        failed -> {},
        () -> {});
  }

  private Job<String> saving() {
    return Job.shown(
        SAVING,
        listener -> {
          try {
            assertThat(saved.await(1, TimeUnit.MINUTES)).isTrue();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return "";
        },
        done -> {},
        failed -> {},
        () -> {});
  }

  private void shows(Text title) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        1,
        TimeUnit.MINUTES,
        () ->
            WaitForAsyncUtils.asyncFx(
                    () ->
                        title == null
                            ? background.shown().get() == null
                            : background.shown().get() != null
                                && background.shown().get().title().equals(title))
                .get());
  }

  @Test
  void what_is_started_after_the_window_closed_is_cancelled_and_does_nothing(FxRobot robot)
      throws TimeoutException {
    AtomicBoolean begun = new AtomicBoolean();
    AtomicInteger cancelled = new AtomicInteger();
    robot.interact(background::close);
    robot.interact(
        () ->
            background.start(
                Job.<String>shown(
                    SAVING,
                    listener -> {
                      begun.set(true);
                      return "";
                    },
                    done -> begun.set(true),
                    failed -> begun.set(true),
                    cancelled::incrementAndGet)));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(begun).isFalse();
    assertThat(cancelled).hasValue(1);
    shows(null);
  }

  @Test
  void a_save_that_ends_gives_way_to_the_training_that_still_goes_on(FxRobot robot)
      throws TimeoutException {
    robot.interact(() -> background.start(training()));
    robot.interact(() -> background.start(saving()));
    shows(SAVING);
    saved.countDown();
    shows(TRAINING);
    robot.interact(() -> background.shown().get().stop());
    shows(null);
  }

  @Test
  void what_came_of_work_is_said_until_other_work_begins(FxRobot robot) throws TimeoutException {
    robot.interact(() -> background.saySaved(Path.of("ward", "ward.schema.json")));
    assertThat(background.said().get()).isEqualTo(Text.of("status.saved", "ward.schema.json"));
    robot.interact(() -> background.start(training()));
    assertThat(background.said().get()).isNull();
    robot.interact(() -> background.shown().get().stop());
    shows(null);
  }

  @Test
  void at_the_end_everything_that_goes_on_is_asked_to_stop(FxRobot robot) throws TimeoutException {
    robot.interact(() -> background.start(training()));
    robot.interact(() -> background.start(training()));
    robot.interact(background::close);
    shows(null);
  }

  @Test
  void the_end_waits_for_what_was_stopped_to_put_its_files_in_order(FxRobot robot) {
    AtomicBoolean inOrder = new AtomicBoolean();
    robot.interact(
        () ->
            background.start(
                Job.<String>shown(
                    SAVING,
                    listener -> {
                      while (!listener.cancelled()) {
                        Thread.onSpinWait();
                      }
                      inOrder.set(true);
                      throw new RunCancelledException();
                    },
                    done -> {},
                    failed -> {},
                    () -> {})));
    robot.interact(
        () -> {
          background.close();
          background.awaitStopped(Duration.ofMinutes(1));
          assertThat(inOrder).isTrue();
        });
  }

  @Test
  void what_does_not_stop_holds_the_end_up_only_so_long(FxRobot robot) throws TimeoutException {
    robot.interact(() -> background.start(saving()));
    robot.interact(
        () -> {
          background.close();
          background.awaitStopped(Duration.ofMillis(1));
        });
    assertThat(saved.getCount()).as("it goes on").isEqualTo(1);
    saved.countDown();
    shows(null);
  }
}
