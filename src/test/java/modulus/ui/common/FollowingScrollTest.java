package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FollowingScrollTest {
  private static final double VIEW = 200;

  private Label words;
  private FollowingScroll scroll;

  @Start
  void start(Stage stage) {
    words = new Label("few");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    Region rest = new Region();
    rest.setMinHeight(VIEW - 50);
    scroll = FollowingScroll.around(new VBox(rest, words)).clearOfBar();
    // not as large as the stage, which may be of any size
    scroll.setMinSize(150, VIEW);
    scroll.setMaxSize(150, VIEW);
    stage.setScene(new Scene(new BorderPane(scroll), 400, 400));
    stage.show();
  }

  private boolean hasBar() {
    return scroll.lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .anyMatch(bar -> bar.getOrientation() == Orientation.VERTICAL && bar.isVisible());
  }

  private void await(boolean bar) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(this::hasBar).get() == bar);
  }

  @Test
  void lines_that_wrap_below_the_edge_are_scrolled_to(FxRobot robot) throws TimeoutException {
    await(false);
    robot.interact(() -> words.setText("Lines that wrap in what is narrow. ".repeat(12)));
    await(true);
    assertThat(scroll.getContent().getLayoutBounds().getHeight()).isGreaterThan(VIEW);
    robot.interact(() -> words.setText("few"));
    await(false);
  }

  @Test
  void what_is_to_keep_clear_of_the_bar_ends_before_it_while_there_is_one(FxRobot robot)
      throws TimeoutException {
    await(false);
    assertThat(room()).isZero();
    robot.interact(() -> words.setText("Lines that wrap in what is narrow. ".repeat(12)));
    await(true);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(room()).isPositive();
    robot.interact(() -> words.setText("few"));
    await(false);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(room()).isZero();
  }

  private double room() {
    return scroll.getViewportBounds().getWidth() - words.getParent().getLayoutBounds().getWidth();
  }

  @Test
  void a_narrower_place_has_more_lines(FxRobot robot) throws TimeoutException {
    robot.interact(
        () -> {
          scroll.setMaxWidth(380);
          scroll.setMinWidth(380);
          words.setText("Lines that wrap in what is narrow. ".repeat(2));
        });
    await(false);
    robot.interact(
        () -> {
          scroll.setMinWidth(60);
          scroll.setMaxWidth(60);
        });
    await(true);
  }
}
