package modulus.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.stage.Stage;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.Schema;
import modulus.table.Column;
import modulus.table.CsvDialect;
import modulus.table.NumberColumn;
import modulus.table.Table;
import modulus.table.TableOptions;
import modulus.ui.ModulusApplication;
import modulus.ui.common.FontScale;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Messages;
import modulus.ui.common.Session;
import modulus.ui.common.Widgets;
import modulus.workbench.OpenedTable;
import modulus.workbench.RunListener;
import modulus.workbench.SampleTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SchemaTableTest {
  private static final int ROWS = 1200;

  /** As texts, 11% would come before 2.0%, and that before 9.0%. */
  private static final List<Integer> MISSING = List.of(108, 24, 0, 132);

  private final HeldBackground background = new HeldBackground();
  private final DataViewModel data = new DataViewModel(new Session(), background, new Files());
  private SchemaTable table;

  private static final class Files implements DataViewModel.UseCases {
    @Override
    public OpenedTable open(Path file, TableOptions options, RunListener listener) {
      CsvDialect dialect =
          new CsvDialect(
              ',',
              '"',
              StandardCharsets.UTF_8,
              false,
              true,
              false,
              CsvDialect.DEFAULT_MISSING_MARKS);
      List<Column> columns = MISSING.stream().map(Files::column).toList();
      List<Attribute> attributes = MISSING.stream().map(Files::attribute).toList();
      return new OpenedTable(file, new Table(columns), dialect, new Schema(attributes));
    }

    private static Column column(int missing) {
      BitSet without = new BitSet();
      without.set(0, missing);
      return new NumberColumn(
          "missing " + missing, IntStream.range(0, ROWS).asDoubleStream().toArray(), without, 0);
    }

    private static Attribute attribute(int missing) {
      return new Attribute(
          "missing " + missing,
          new Domain.Numeric(0, ROWS, 0, ""),
          true,
          "",
          DomainOrigin.DECLARED,
          List.of());
    }

    @Override
    public Optional<SampleTable> sample() {
      return Optional.empty();
    }

    @Override
    public Schema readSchema(Path file, Table table) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void writeSchema(Schema schema, Path file) {
      throw new UnsupportedOperationException();
    }
  }

  @Start
  void start(Stage stage) {
    table = new SchemaTable(new Widgets(new Messages(Locale.ENGLISH), new FontScale()), data);
    // as in the window, whatever the tests before left: widths are of its letters
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    Scene scene = new Scene(table, 800, 300);
    scene
        .getStylesheets()
        .add(ModulusApplication.class.getResource("modulus.css").toExternalForm());
    stage.setScene(scene);
    stage.show();
    data.open(Path.of("stays.csv"));
    background.runAll();
  }

  private List<String> sortedBy(FxRobot robot, String heading) {
    TableColumn<AttributeRow, ?> column =
        table.getColumns().stream()
            .filter(each -> each.getText().equals(heading))
            .findFirst()
            .orElseThrow();
    robot.interact(() -> table.getSortOrder().setAll(List.of(column)));
    return table.getItems().stream().map(row -> row.attribute().name()).toList();
  }

  /** At this width the table has room for no more than its words. */
  @Test
  void names_and_ranges_are_whole_while_no_column_has_room_it_does_not_need(FxRobot robot) {
    robot.interact(() -> table.getScene().getWindow().setWidth(640));
    robot.interact(
        () -> {
          table.applyCss();
          table.layout();
        });
    assertThat(table.getColumns().stream().mapToDouble(TableColumn::getWidth).sum())
        .isLessThan(640);
    List<String> cut =
        table.lookupAll(".table-cell").stream()
            .map(TableCell.class::cast)
            .filter(cell -> cell.getText() != null && !cell.getText().isEmpty())
            .filter(cell -> !cell.lookup(".text").toString().contains(cell.getText()))
            .map(TableCell::getText)
            .toList();
    assertThat(cut).isEmpty();
  }

  @Test
  void what_is_missing_is_sorted_by_how_much_it_is(FxRobot robot) {
    assertThat(sortedBy(robot, "Missing"))
        .containsExactly("missing 0", "missing 24", "missing 108", "missing 132");
  }

  @Test
  void how_many_values_are_missing_is_said_in_both_languages() {
    Messages messages = new Messages(Locale.ENGLISH);
    AttributeRow some = data.rows().get(0);
    AttributeRow none = data.rows().get(2);
    assertThat(messages.render(some.missingSentence()))
        .isEqualTo(
            "108 of 1,200 values of this column are missing (9.0%). This stays in this window.");
    assertThat(messages.render(none.missingSentence()))
        .isEqualTo("No value of this column is missing.");
    messages.localeProperty().set(Locale.GERMAN);
    assertThat(messages.render(some.missingSentence()))
        .startsWith("108 von 1.200 Werten dieser Spalte fehlen (9,0\u00a0%).");
    assertThat(messages.render(none.missingSentence()))
        .isEqualTo("In dieser Spalte fehlt kein Wert.");
  }
}
