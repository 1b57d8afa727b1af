package modulus.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import modulus.ui.common.FontScale;
import modulus.ui.common.Messages;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;
import modulus.workbench.SynthesisSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class NumberListTypingTest {
  private final GridForm grid = new GridForm();
  private final List<List<Double>> settled = new ArrayList<>();
  private final Messages messages = new Messages(Locale.GERMAN);

  @Start
  void start(Stage stage) {
    NumberListField list =
        new NumberListField(
            "explore-epsilons",
            new Widgets(messages, new FontScale()),
            grid,
            grid.epsilons,
            new SimpleObjectProperty<>(Text.of("explore.asSet")),
            () -> settled.add(grid.choice().epsilons()));
    stage.setScene(new Scene(new VBox(list, new Button("next")), 400, 200));
    stage.show();
  }

  private static TextField field(FxRobot robot) {
    return robot.lookup("#explore-epsilons").queryAs(TextField.class);
  }

  private String problem() {
    Text problem = grid.problem(SynthesisSettings.defaults());
    return problem == null ? "" : messages.render(problem);
  }

  /** The field is left by Tab, as whoever has no mouse leaves it. */
  private void type(FxRobot robot, String text) {
    robot.interact(
        () -> {
          field(robot).requestFocus();
          field(robot).setText(text);
        });
    robot.push(KeyCode.TAB);
    assertThat(field(robot).isFocused()).isFalse();
  }

  @Test
  void what_is_no_list_of_numbers_stays_as_it_was_typed_is_told_and_is_in_the_way(FxRobot robot) {
    type(robot, "1,5 abc");
    assertThat(field(robot).getText()).isEqualTo("1,5 abc");
    assertThat(problem()).startsWith("„1,5 abc“ ist keine Liste von Zahlen.");

    type(robot, "1,5 2");
    assertThat(field(robot).getText()).isEqualTo("1,5; 2");
    assertThat(problem()).isEmpty();
    assertThat(grid.epsilons.get()).isEqualTo(List.of(1.5, 2.0));
  }

  @Test
  void values_from_elsewhere_take_the_place_of_what_could_not_be_read(FxRobot robot) {
    type(robot, "abc");
    robot.interact(() -> grid.epsilons.set(List.of(4.0)));
    assertThat(field(robot).getText()).isEqualTo("4");
    assertThat(problem()).isEmpty();
  }

  @Test
  void what_is_typed_counts_on_enter_and_when_its_field_is_left(FxRobot robot) {
    robot.interact(field(robot)::requestFocus);
    robot.interact(() -> field(robot).setText("0,7"));
    assertThat(settled).as("still being typed").isEmpty();
    robot.push(KeyCode.ENTER);
    assertThat(settled).containsExactly(List.of(0.7));
    type(robot, "0,7 2");
    assertThat(settled).endsWith(List.of(0.7, 2.0));
  }

  /** As by undoing; until then what is typed is left as it is. */
  @Test
  void values_from_elsewhere_are_shown_although_the_field_has_the_focus(FxRobot robot) {
    robot.interact(field(robot)::requestFocus);
    robot.interact(() -> field(robot).setText("1,50 "));
    assertThat(field(robot).getText()).isEqualTo("1,50 ");
    robot.interact(() -> grid.epsilons.set(List.of(4.0)));
    assertThat(field(robot).getText()).isEqualTo("4");
    assertThat(grid.epsilons.get()).isEqualTo(List.of(4.0));
  }
}
