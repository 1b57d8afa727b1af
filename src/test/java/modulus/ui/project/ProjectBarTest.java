package modulus.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import modulus.ui.common.FontScale;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Messages;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.ui.common.Widgets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ProjectBarTest {
  private static final String LONG =
      "Aufnahmen der Inneren Medizin 2019 bis 2024, bereinigt, ohne Verlegungen, Fassung 12.modulus";

  private final HeldBackground background = new HeldBackground();
  private final Session session = new Session();
  private ProjectViewModel project;
  private MenuButton menu;

  @Start
  void start(Stage stage) {
    project =
        new ProjectViewModel(session, background, new NoProjects(), new KeptInMemory(), () -> 0);
    Widgets widgets = new Widgets(new Messages(Locale.GERMAN), new FontScale());
    ProjectBar bar = new ProjectBar(widgets, project, file -> {});
    stage.setScene(new Scene(new HBox(bar), 1000, 60));
    stage.getScene().getStylesheets().add("modulus/ui/modulus.css");
    stage.show();
    menu = (MenuButton) bar.lookup("#project-menu");
  }

  @BeforeEach
  void open(FxRobot robot) {
    robot.interact(
        () -> {
          background.runAll();
          session.open(SmallWard.opened());
        });
  }

  private void saveAs(String name, FxRobot robot) {
    robot.interact(
        () -> {
          project.saveAs(Path.of(name));
          background.runAll();
          menu.getScene().getRoot().applyCss();
          menu.getScene().getRoot().layout();
        });
  }

  @Test
  void a_very_long_name_takes_no_more_room_than_it_is_given_and_is_told_in_full(FxRobot robot) {
    assertThat(menu.getAccessibleText()).isEqualTo("Projekt");

    saveAs(LONG, robot);

    assertThat(menu.getText()).isEqualTo(LONG);
    assertThat(menu.getWidth()).isBetween(100.0, 210.0);
    assertThat(menu.getAccessibleText().replace('\u00a0', ' ')).isEqualTo("Projekt: " + LONG);
  }

  @Test
  void a_short_name_is_whole(FxRobot robot) {
    saveAs("ward.modulus", robot);

    assertThat(menu.getText()).isEqualTo("ward.modulus");
    assertThat(menu.getWidth()).isLessThan(210).isGreaterThanOrEqualTo(menu.prefWidth(-1));
  }
}
