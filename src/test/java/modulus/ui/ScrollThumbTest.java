package modulus.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** As in every scroll bar of the window: the style sheets decide on the thumb, not the control. */
@ExtendWith(ApplicationExtension.class)
class ScrollThumbTest {
  private static final int ROWS = 1_000_000;

  /** In pixels: the least that a pointer is to be able to hold (WCAG 2.2, 2.5.8). */
  private static final double LEAST = 24;

  private ListView<Integer> list;

  @Start
  void start(Stage stage) {
    new Appearance(false);
    list = new ListView<>();
    list.setItems(FXCollections.observableList(IntStream.range(0, ROWS).boxed().toList()));
    list.setFixedCellSize(28);
    Scene scene = new Scene(list, 300, 400);
    scene
        .getStylesheets()
        .add(ModulusApplication.class.getResource("modulus.css").toExternalForm());
    stage.setScene(scene);
    stage.show();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_thumb_of_a_million_rows_is_held_and_drawn_from_the_first_to_the_last(
      boolean upright, FxRobot robot) {
    robot.interact(
        () -> list.setOrientation(upright ? Orientation.VERTICAL : Orientation.HORIZONTAL));
    WaitForAsyncUtils.waitForFxEvents();
    ScrollBar bar = bar();
    Region thumb = (Region) bar.lookup(".thumb");
    assertThat(upright ? thumb.getHeight() : thumb.getWidth()).isGreaterThanOrEqualTo(LEAST);
    assertThat(seen()).contains(0);

    // the stage may be of any size
    int far = (int) Math.max(list.getWidth(), list.getHeight());
    robot.drag(thumb, MouseButton.PRIMARY).moveBy(upright ? 0 : far, upright ? far : 0).drop();
    assertThat(bar.getValue()).isEqualTo(bar.getMax());
    assertThat(seen()).contains(ROWS - 1);

    robot.drag(thumb, MouseButton.PRIMARY).moveBy(upright ? 0 : -far, upright ? -far : 0).drop();
    assertThat(bar.getValue()).isEqualTo(bar.getMin());
    assertThat(seen()).contains(0);
  }

  private ScrollBar bar() {
    return list.lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .filter(bar -> bar.isVisible() && bar.getOrientation() == list.getOrientation())
        .findFirst()
        .orElseThrow();
  }

  private List<Integer> seen() {
    WaitForAsyncUtils.waitForFxEvents();
    return list.lookupAll(".list-cell").stream()
        .filter(Node::isVisible)
        .map(ListCell.class::cast)
        .map(IndexedCell::getIndex)
        .toList();
  }
}
