package modulus.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class AssemblyTest {
  private VBox list;
  private BorderPane screen;
  private StackPane centre;

  @BeforeEach
  void build() {
    list = new VBox(new Label("a"), new HBox(new Label("b"), new Label("c")));
    screen =
        new BorderPane(new ScrollPane(list), new Label("top"), null, new Label("bottom"), null);
    centre = new StackPane();
  }

  @Test
  void a_screen_put_together_again_has_every_part_in_its_place() {
    List<Node> before = parts(screen);
    Assembly assembly = new Assembly();
    assembly.takeApart(screen, centre.getChildren()::add);
    assertThat(parts(screen)).hasSizeLessThan(before.size());
    assembly.finish();
    assertThat(assembly.complete()).isTrue();
    assertThat(centre.getChildren()).containsExactly(screen);
    assertThat(parts(screen)).containsExactlyElementsOf(before);
    assertThat(((Label) screen.getTop()).getText()).isEqualTo("top");
    assertThat(((Label) screen.getBottom()).getText()).isEqualTo("bottom");
  }

  @Test
  void it_comes_part_by_part() {
    int whole = parts(screen).size();
    Assembly assembly = new Assembly();
    assembly.takeApart(screen, centre.getChildren()::add);
    assembly.goOn(1);
    assertThat(centre.getChildren()).containsExactly(screen);
    assertThat(parts(screen)).hasSizeLessThan(whole);
    assertThat(assembly.complete()).isFalse();
  }

  @Test
  void what_cannot_be_seen_may_come_after_the_rest() {
    Node hidden = list.getChildren().get(1);
    hidden.setVisible(false);
    List<Node> before = parts(screen);
    Assembly assembly = new Assembly();
    assembly.takeApart(screen, centre.getChildren()::add);
    assembly.placeSeen();
    assertThat(centre.getChildren()).containsExactly(screen);
    assertThat(parts(screen))
        .contains(list.getChildren().get(0), screen.getTop(), screen.getBottom())
        .doesNotContain(hidden);
    assertThat(parts(screen)).filteredOn(Label.class::isInstance).hasSize(3);
    assertThat(assembly.complete()).isFalse();
    assembly.finish();
    assertThat(parts(screen)).containsExactlyElementsOf(before);
  }

  @Test
  void a_pane_that_got_other_parts_meanwhile_keeps_those() {
    Assembly assembly = new Assembly();
    assembly.takeApart(screen, centre.getChildren()::add);
    Label other = new Label("other");
    list.getChildren().setAll(other);
    assembly.finish();
    assertThat(list.getChildren()).containsExactly(other);
  }

  @Test
  void taken_apart_in_its_place_it_keeps_the_room_of_its_parts() {
    show();
    Bounds before = screen.getBottom().getBoundsInParent();
    Assembly assembly = new Assembly();
    assembly.takeApartInPlace(screen);
    centre.layout();
    assertThat(parts(screen)).noneMatch(Label.class::isInstance);
    Bounds after = screen.getBottom().getBoundsInParent();
    assertThat(after.getMinY()).isEqualTo(before.getMinY());
    assertThat(after.getHeight()).isEqualTo(before.getHeight()).isPositive();
  }

  @Test
  void taken_apart_again_before_it_is_whole_it_comes_back_all_the_same() {
    show();
    List<Node> before = parts(screen);
    Assembly assembly = new Assembly();
    assembly.takeApartInPlace(screen);
    assembly.goOn(1);
    assembly.takeApartInPlace(screen);
    assembly.finish();
    assertThat(parts(screen)).containsExactlyElementsOf(before);
  }

  @Test
  void what_has_the_focus_stays_with_all_it_lies_in() {
    Scene scene = show();
    Node focused = ((Pane) list.getChildren().get(1)).getChildren().get(0);
    focused.requestFocus();
    new Assembly().takeApartInPlace(screen);
    assertThat(parts(screen)).filteredOn(Label.class::isInstance).containsExactly(focused);
    assertThat(scene.getFocusOwner()).isSameAs(focused);
  }

  /** The whole screen in a scene, styled and laid out. */
  private Scene show() {
    centre.getChildren().add(screen);
    Scene scene = new Scene(centre, 300, 200);
    centre.applyCss();
    centre.layout();
    return scene;
  }

  /** All nodes below, also in what scrolls, in the order of the keyboard. */
  private static List<Node> parts(Node node) {
    List<Node> all = new ArrayList<>(List.of(node));
    if (node instanceof ScrollPane scroll) {
      all.addAll(parts(scroll.getContent()));
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> all.addAll(parts(child)));
    }
    return all;
  }
}
