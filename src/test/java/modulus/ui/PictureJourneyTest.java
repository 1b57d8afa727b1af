package modulus.ui;

import static modulus.ui.JourneySteps.await;
import static modulus.ui.JourneySteps.open;
import static modulus.ui.JourneySteps.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import modulus.workbench.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;

/** Charts saved from the real window. */
class PictureJourneyTest extends WindowJourney {
  private static final int ROWS = 300;
  private static final double NARROW = 1060;

  private ButtonBase button(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(ButtonBase.class);
  }

  private void toTheCurve(FxRobot robot) throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    robot.interact(button(robot, "guarantee-release")::fire);
    await(() -> text(robot, "read-out-row-value").contains("ε"), 60);
    awaitWhole();
  }

  /** Lets the steward have chosen {@code name} in the file dialog. */
  private Path chosen(String name) {
    Path file = folder.resolve(name);
    workspace.putPicturesTo(suggested -> Optional.of(file));
    return file;
  }

  private Path atRest(FxRobot robot, String name) throws Exception {
    awaitWhole();
    Path file = chosen(name);
    robot.interact(button(robot, "model-curve-save")::fire);
    await(() -> JourneySteps.text(robot, "status").startsWith(name), 60);
    return file;
  }

  /** Only who holds the focus stays in its place while the others come back: what is around it. */
  private Path whileChanging(FxRobot robot, String name, Runnable change) throws Exception {
    Path file = chosen(name);
    ButtonBase save = button(robot, "model-curve-save");
    robot.interact(save::requestFocus);
    robot.interact(
        () -> {
          change.run();
          save.fire();
        });
    await(() -> Files.exists(file), 60);
    return file;
  }

  @Test
  void a_chart_saved_in_the_moment_of_another_look_has_that_look_alone(FxRobot robot)
      throws Exception {
    toTheCurve(robot);
    Path light = atRest(robot, "light.svg");
    assertThat(JourneySteps.text(robot, "status")).isEqualTo("light.svg was saved.");
    for (String ending : new String[] {"svg", "png"}) {
      Runnable theme = button(robot, "theme")::fire;
      Path dark = whileChanging(robot, "dark." + ending, theme);
      assertThat(dark).hasSameBinaryContentAs(atRest(robot, "dark-at-rest." + ending));
      whileChanging(robot, "light-again." + ending, theme);
    }
    assertThat(folder.resolve("light-again.svg")).hasSameBinaryContentAs(light);
    assertThat(Files.readString(light)).isNotEqualTo(Files.readString(folder.resolve("dark.svg")));

    Runnable larger = () -> workspace.fontScale().restore(150);
    assertThat(whileChanging(robot, "large.svg", larger))
        .hasSameBinaryContentAs(atRest(robot, "large-at-rest.svg"));
    Runnable german = () -> workspace.messages().localeProperty().set(Locale.GERMAN);
    assertThat(whileChanging(robot, "german.svg", german))
        .hasSameBinaryContentAs(atRest(robot, "german-at-rest.svg"));
    robot.interact(() -> workspace.messages().localeProperty().set(Locale.ENGLISH));
  }

  @Test
  void that_a_picture_would_write_over_a_file_nobody_was_asked_about_is_told(FxRobot robot)
      throws Exception {
    toTheCurve(robot);
    workspace.putPicturesTo(
        suggested -> {
          throw new Failure(Failure.Kind.BAD_INPUT, "There is already a file a.png.", "");
        });
    robot.interact(button(robot, "model-curve-save")::fire);
    await(() -> robot.lookup("#chart-failure").query().isVisible(), 60);
  }

  /** After the pulse that the picture waits for, and before it is taken. */
  @ParameterizedTest
  @ValueSource(strings = {"svg", "png"})
  void a_chart_saved_while_the_window_gets_another_size_has_one_size(String ending, FxRobot robot)
      throws Exception {
    toTheCurve(robot);
    Region window = workspace.view();
    Path file = chosen("resized." + ending);
    Runnable[] once = new Runnable[1];
    once[0] =
        () -> {
          stage.getScene().removePostLayoutPulseListener(once[0]);
          window.resize(NARROW, window.getHeight()); // as its scene does with it
        };
    robot.interact(
        () -> {
          stage.getScene().addPostLayoutPulseListener(once[0]);
          button(robot, "model-curve-save").fire();
        });
    await(() -> JourneySteps.text(robot, "status").startsWith(file.getFileName().toString()), 60);
    assertThat(window.getWidth()).isEqualTo(NARROW);
    assertThat(file).hasSameBinaryContentAs(atRest(robot, "at-rest." + ending));
  }
}
