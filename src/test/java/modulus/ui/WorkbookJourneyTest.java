package modulus.ui;

import static modulus.ui.JourneySteps.await;
import static modulus.ui.JourneySteps.text;
import static modulus.ui.JourneySteps.whole;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A workbook of two large sheets, one after the other, and an empty one. */
@ExtendWith({ApplicationExtension.class, WindowWatch.class})
class WorkbookJourneyTest {
  private static final int STAYS = 5000;
  private static final int LABS = 7000;

  @TempDir private Path folder;
  private Workspace workspace;

  @Start
  void start(Stage stage) {
    workspace = JourneySteps.window(stage, folder);
    stage.show();
  }

  @AfterEach
  void close(FxRobot robot) {
    JourneySteps.close(robot, workspace);
  }

  private Path workbook() throws IOException {
    Path file = folder.resolve("ward.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "Ward", null)) {
      fill(book.newWorksheet("stays"), STAYS, "stay", "age", "days");
      fill(book.newWorksheet("labs"), LABS, "sample", "sodium");
      book.newWorksheet("notes");
    }
    return file;
  }

  private static void fill(Worksheet sheet, int rows, String... columns) {
    for (int column = 0; column < columns.length; column++) {
      sheet.value(0, column, columns[column]);
      for (int row = 1; row <= rows; row++) {
        sheet.value(row, column, (row * (column + 7)) % (91 + column));
      }
    }
  }

  @Test
  void the_second_sheet_is_chosen_and_read_instead_of_the_first(FxRobot robot) throws Exception {
    JourneySteps.open(robot, workspace, workbook());
    assertThat(text(robot, "data-table-name"))
        .isEqualTo("ward.xlsx, sheet “stays”: 5,000 rows, 3 columns");
    assertThat(columns(robot)).isEqualTo("Row stay age days");

    robot.interact(() -> robot.lookup("#data-format-show").queryAs(ToggleButton.class).fire());
    ComboBox<String> sheets = robot.lookup("#format-sheet").queryComboBox();
    assertThat(sheets.getItems()).containsExactly("stays", "labs", "notes");
    assertThat(sheets.getValue()).isEqualTo("stays");
    robot.interact(() -> sheets.setValue("notes"));
    robot.interact(() -> robot.lookup("#format-apply").queryButton().fire());
    await(() -> robot.lookup("#data-failure").query().isVisible(), 60);
    assertThat(text(robot, "data-failure-sentence")).contains("'notes' is empty");
    robot.interact(() -> sheets.setValue("labs"));
    robot.interact(() -> robot.lookup("#format-apply").queryButton().fire());
    await(() -> text(robot, "data-table-name").contains("7,000 rows") && whole(robot), 60);

    assertThat(text(robot, "data-table-name")).contains("sheet “labs”", "2 columns");
    assertThat(columns(robot)).isEqualTo("Row sample sodium");
    assertThat(sheets.getValue()).isEqualTo("labs");
    assertThat(robot.lookup("#data-schema").queryTableView().getItems()).hasSize(2);
  }

  @Test
  void a_workbook_refused_for_its_first_sheet_offers_the_others(FxRobot robot) throws Exception {
    Path file = folder.resolve("planned.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "Ward", null)) {
      fill(book.newWorksheet("planned"), 0, "stay", "age");
      fill(book.newWorksheet("stays"), STAYS, "stay", "age", "days");
    }
    robot.interact(() -> workspace.open(file));
    await(() -> robot.lookup("#data-failure").query().isVisible(), 60);
    assertThat(text(robot, "data-failure-action")).contains("choose another sheet");

    robot.interact(() -> robot.lookup("#data-format-show").queryAs(ToggleButton.class).fire());
    ComboBox<String> sheets = robot.lookup("#format-sheet").queryComboBox();
    assertThat(sheets.getItems()).containsExactly("planned", "stays");
    assertThat(sheets.getValue()).as("not known which was read").isNull();
    robot.interact(() -> sheets.setValue("stays"));
    robot.interact(() -> robot.lookup("#format-apply").queryButton().fire());
    await(() -> text(robot, "data-table-name").contains("5,000 rows") && whole(robot), 60);
    assertThat(sheets.getValue()).isEqualTo("stays");
  }

  private static String columns(FxRobot robot) {
    TableView<?> preview = robot.lookup("#data-preview").queryTableView();
    return String.join(" ", preview.getColumns().stream().map(column -> column.getText()).toList());
  }
}
