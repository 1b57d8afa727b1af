package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SliderFieldTest {
  private final BooleanProperty locked = new SimpleBooleanProperty(true);
  private final List<String> asked = new ArrayList<>();
  private SliderField field;

  @Start
  void start(Stage stage) {
    Widgets widgets = new Widgets(new Messages(Locale.ENGLISH), new FontScale());
    field =
        new SliderField(
            "model-lipschitz", widgets, new SimpleDoubleProperty(0.5), new Scale(0.1, 2, true, 3));
    field.lockWhile(locked);
    field.addEventHandler(GuideRequest.ASKED, event -> asked.add(event.topic()));
    stage.setScene(new Scene(field, 400, 300));
    stage.show();
  }

  @Test
  void what_a_locked_slider_means_can_be_asked_for(FxRobot robot) {
    assertThat(field.lookup("#model-lipschitz-slider").isDisabled()).isTrue();
    assertThat(field.lookup("#model-lipschitz-field").isDisabled()).isTrue();
    assertThat(field.lookup("#model-lipschitz-hint").isDisabled())
        .as("the only explanation is not faded")
        .isFalse();
    robot.interact(() -> ((Hyperlink) field.lookup("#model-lipschitz-why")).fire());
    assertThat(asked).containsExactly("model-lipschitz");
    robot.interact(() -> locked.set(false));
    assertThat(field.lookup("#model-lipschitz-slider").isDisabled()).isFalse();
  }

  @Test
  void what_is_no_number_is_told_and_the_value_from_before_stays(FxRobot robot) {
    robot.interact(() -> locked.set(false));
    Label problem = (Label) field.lookup("#model-lipschitz-problem");
    assertThat(problem.isVisible()).isFalse();
    type(robot, "a lot");
    assertThat(problem.getText())
        .isEqualTo("“a lot” is not a number. The value from before stays.");
    assertThat(problem.isVisible()).isTrue();
    assertThat(typed().getText()).isEqualTo("0.5");

    type(robot, "0,25");
    assertThat(problem.isVisible()).isFalse();
    assertThat(typed().getText()).isEqualTo("0.25");
  }

  /** A read-out that comes while somebody types must not take the text away. */
  @Test
  void what_is_being_typed_stays_while_what_the_field_would_follow_is_computed_anew(FxRobot robot) {
    IntegerProperty computed = new SimpleIntegerProperty();
    ObjectBinding<Figure.Amount> nothing = Bindings.createObjectBinding(() -> null, computed);
    robot.interact(() -> locked.set(false));
    robot.interact(() -> field.follow(nothing));
    robot.interact(() -> typed().setText("0.7"));
    robot.interact(() -> computed.set(1));
    assertThat(typed().getText()).isEqualTo("0.7");
    robot.interact(() -> typed().fireEvent(new ActionEvent()));
    assertThat(typed().getText()).isEqualTo("0.7");
  }

  @Test
  void a_figure_that_is_not_known_leaves_nothing_of_the_one_before(FxRobot robot) {
    ObjectProperty<Figure.Amount> other = new SimpleObjectProperty<>(new Figure.Plain(2, 3));
    robot.interact(() -> field.follow(other));
    Slider slider = (Slider) field.lookup("#model-lipschitz-slider");
    assertThat(typed().getText()).isEqualTo("2");
    assertThat(slider.getValue()).isEqualTo(slider.getMax());
    assertThat(unknown(slider)).isFalse();
    robot.interact(() -> other.set(new Figure.Plain(Double.NaN, 3)));
    assertThat(typed().getText()).isEmpty();
    assertThat(unknown(slider)).as("its thumb is hidden").isTrue();
    robot.interact(() -> other.set(null));
    assertThat(unknown(slider)).isFalse();
  }

  private static boolean unknown(Slider slider) {
    return slider.getPseudoClassStates().contains(PseudoClass.getPseudoClass("unknown"));
  }

  private void type(FxRobot robot, String text) {
    robot.interact(() -> typed().setText(text));
    robot.interact(() -> typed().fireEvent(new ActionEvent()));
  }

  private TextField typed() {
    return (TextField) field.lookup("#model-lipschitz-field");
  }
}
