package modulus.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import modulus.workbench.project.UserDirectory;
import modulus.workbench.project.WindowPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class KeptPlaceTest {
  private static final Rectangle2D SMALL = new Rectangle2D(0, 0, 1280, 800);
  private static final Rectangle2D RIGHT = new Rectangle2D(1280, 0, 1920, 1080);

  @TempDir Path folder;

  @Start
  void start(Stage stage) {
    stage.setScene(new Scene(new Pane(), 300, 200));
    stage.show();
  }

  private static WindowPlace at(double x, double y, double width, double height) {
    return new WindowPlace(x, y, width, height, false);
  }

  @Test
  void a_window_that_is_whole_on_a_screen_comes_back_there() {
    assertThat(KeptPlace.fitted(at(40, 30, 1100, 700), List.of(SMALL, RIGHT)))
        .contains(at(40, 30, 1100, 700));
    assertThat(KeptPlace.fitted(at(1400, 50, 1300, 900), List.of(SMALL, RIGHT)))
        .contains(at(1400, 50, 1300, 900));
  }

  @Test
  void a_window_of_a_screen_that_is_gone_takes_the_usual_place() {
    assertThat(KeptPlace.fitted(at(1400, 50, 1300, 900), List.of(SMALL))).isEmpty();
    assertThat(KeptPlace.fitted(at(100, -900, 1100, 700), List.of(SMALL))).isEmpty();
    assertThat(KeptPlace.fitted(at(1250, 50, 1300, 900), List.of(SMALL))).isEmpty();
  }

  @Test
  void a_window_that_reaches_beyond_a_screen_is_drawn_onto_it() {
    assertThat(KeptPlace.fitted(at(600, 500, 1100, 700), List.of(SMALL)))
        .contains(at(180, 100, 1100, 700));
    assertThat(KeptPlace.fitted(at(-5, -20, 1100, 700), List.of(SMALL)))
        .contains(at(0, 0, 1100, 700));
  }

  @Test
  void a_window_larger_than_the_screen_now_is_no_larger_than_it() {
    assertThat(KeptPlace.fitted(at(0, 0, 1920, 1080), List.of(SMALL)))
        .contains(at(0, 0, 1280, 800));
  }

  @Test
  void a_window_on_two_screens_goes_where_most_of_its_upper_edge_is() {
    assertThat(KeptPlace.fitted(at(1080, 10, 1000, 700), List.of(SMALL, RIGHT)))
        .contains(at(1280, 10, 1000, 700));
  }

  @Test
  void the_next_start_has_the_window_where_it_was(FxRobot robot) {
    UserDirectory directory = new UserDirectory(folder);
    KeptPlace before = new KeptPlace(directory);
    Stage[] first = new Stage[1];
    robot.interact(
        () -> {
          Stage window = window(before);
          first[0] = window;
          window.setX(31);
          window.setY(22);
          window.setWidth(700);
          window.setHeight(500);
        });
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(before::keep);
    robot.interact(first[0]::close);

    Stage[] next = new Stage[1];
    robot.interact(() -> next[0] = window(new KeptPlace(directory)));

    assertThat(List.of(next[0].getX(), next[0].getY(), next[0].getWidth(), next[0].getHeight()))
        .containsExactly(31.0, 22.0, 700.0, 500.0);
    robot.interact(next[0]::close);
  }

  private static Stage window(KeptPlace place) {
    Stage window = new Stage();
    window.setScene(new Scene(new Pane(), 600, 400));
    place.follow(window);
    window.show();
    return window;
  }
}
