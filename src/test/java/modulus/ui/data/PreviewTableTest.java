package modulus.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import modulus.table.Column;
import modulus.table.NumberColumn;
import modulus.table.Table;
import modulus.ui.common.FontScale;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Messages;
import modulus.ui.common.Widgets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PreviewTableTest {
  private static final int ROWS = 1000;
  private static final int COLUMNS = 120;

  private final FontScale letters = new FontScale();
  private PreviewTable preview;

  @Start
  void start(Stage stage) {
    preview = made();
    VBox.setVgrow(preview, Priority.ALWAYS);
    stage.setScene(new Scene(new VBox(preview), 500, 400));
    stage.sizeToScene(); // it is shared with other tests, and may have been left larger
    stage.show();
    show(wide(COLUMNS, 0));
  }

  private PreviewTable made() {
    Widgets widgets = new Widgets(new Messages(Locale.ENGLISH), letters);
    return new PreviewTable(widgets, new HeldBackground());
  }

  @ParameterizedTest
  @FieldSource("modulus.ui.common.FontScale#PERCENTS")
  void the_row_numbers_have_their_own_width_at_every_size_of_letters(int percent, FxRobot robot) {
    robot.interact(
        () -> {
          letters.restore(percent);
          PreviewTable begun = made();
          preview.getScene().setRoot(begun);
          preview = begun;
          show(wide(2, 0));
          begun.applyCss();
          begun.layout();
        });
    assertThat(preview.getColumns().get(0).getWidth())
        .isEqualTo(preview.getColumns().get(0).getPrefWidth());
  }

  private void show(Table table) {
    preview.numbered(table).forEach(Runnable::run);
    preview.columns(table).forEach(Runnable::run);
  }

  /** The value in each cell says where it stands. */
  private static Table wide(int columns, int first) {
    List<Column> all = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      int place = first + column;
      double[] values = IntStream.range(0, ROWS).mapToDouble(row -> 1000.0 * place + row).toArray();
      all.add(new NumberColumn("lab_" + place, values, new BitSet(), 0));
    }
    return new Table(all);
  }

  @Test
  void a_wide_table_has_cells_only_where_it_is_seen(FxRobot robot) {
    int rows = all(TableRow.class).size();
    assertThat(all(TableCell.class)).isNotEmpty().hasSizeLessThan(10 * rows);
    scroll(robot, Orientation.HORIZONTAL, 1);
    assertThat(all(TableCell.class)).isNotEmpty().hasSizeLessThan(10 * rows);
  }

  @Test
  void its_beginning_is_seen_first(FxRobot robot) {
    assertThat(texts()).contains("1", "0", "1000", "2001").doesNotContain("119000");
  }

  @Test
  void scrolled_sideways_it_shows_the_last_column(FxRobot robot) {
    scroll(robot, Orientation.HORIZONTAL, 1);
    assertThat(texts()).contains("119000", "119001", "118000").doesNotContain("0", "1000");
  }

  @Test
  void scrolled_both_ways_it_shows_the_last_corner(FxRobot robot) {
    scroll(robot, Orientation.HORIZONTAL, 1);
    scroll(robot, Orientation.VERTICAL, 1);
    assertThat(texts()).contains("119999", "118999").doesNotContain("119000", "999");
    scroll(robot, Orientation.HORIZONTAL, 0);
    assertThat(texts()).contains("999", "1,000").doesNotContain("0", "119999");
  }

  @Test
  void a_narrower_table_after_a_wide_one_is_seen_from_its_beginning(FxRobot robot)
      throws TimeoutException {
    scroll(robot, Orientation.HORIZONTAL, 1);
    robot.interact(() -> show(wide(2, 500)));
    // comes with the next pulse, for which no event can be waited for
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(this::texts).get().contains("1"));
    assertThat(texts()).contains("1", "500000", "501001").doesNotContain("119000", "0");
  }

  @Test
  void rows_kept_while_it_was_low_show_what_it_was_scrolled_to_when_it_is_high_again(FxRobot robot)
      throws Exception {
    pulses(2);
    long rows = WaitForAsyncUtils.asyncFx(this::rowsSeen).get();
    robot.interact(() -> preview.setMaxHeight(100));
    pulses(2);
    assertThat(WaitForAsyncUtils.asyncFx(this::rowsSeen).get()).isLessThan(rows);
    scroll(robot, Orientation.HORIZONTAL, 1);
    pulses(2);
    robot.interact(() -> preview.setMaxHeight(Double.MAX_VALUE));
    pulses(3);
    assertThat(WaitForAsyncUtils.asyncFx(this::rowsSeen).get()).isEqualTo(rows);
    assertThat(WaitForAsyncUtils.asyncFx(this::seen).get())
        .contains("119000", "119001", "119009")
        .doesNotContain("0", "1000", "1009");
  }

  private long rowsSeen() {
    return all(TableRow.class).stream().filter(Node::isVisible).count();
  }

  /** What stands in the cells of rows that are shown, and not only kept by the table. */
  private Set<String> seen() {
    return all(TableRow.class).stream()
        .filter(Node::isVisible)
        .flatMap(row -> row.getChildrenUnmodifiable().stream())
        .map(cell -> ((IndexedCell<?>) cell).getText())
        .collect(Collectors.toSet());
  }

  /** Returns when the window has been laid out so often. */
  private void pulses(int count) throws Exception {
    CountDownLatch laidOut = new CountDownLatch(count);
    WaitForAsyncUtils.asyncFx(
            () -> {
              preview.getScene().addPostLayoutPulseListener(laidOut::countDown);
              Platform.requestNextPulse();
            })
        .get();
    while (!laidOut.await(20, TimeUnit.MILLISECONDS)) {
      WaitForAsyncUtils.asyncFx(Platform::requestNextPulse).get();
    }
  }

  @Test
  void a_column_is_wide_enough_for_its_first_values_though_its_name_is_short(FxRobot robot) {
    double[] values = IntStream.range(0, ROWS).mapToDouble(row -> 1_000_000_000 + row).toArray();
    Column id = new NumberColumn("id", values, new BitSet(), 0);
    Column sex = new NumberColumn("sex", new double[ROWS], new BitSet(), 0);
    robot.interact(() -> show(new Table(List.of(id, sex))));
    assertThat(preview.getColumns().get(1).getWidth()).isGreaterThan(90);
    assertThat(preview.getColumns().get(2).getWidth()).isLessThan(90);
  }

  @Test
  void a_wider_column_moves_what_follows_it(FxRobot robot) {
    robot.interact(() -> preview.resizeColumn(preview.getColumns().get(1), 380));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(texts()).contains("1", "0").doesNotContain("1000");
    assertThat(all(TableCell.class)).anyMatch(cell -> cell.getWidth() > 350);
  }

  private void scroll(FxRobot robot, Orientation orientation, double share) {
    robot.interact(
        () ->
            all(ScrollBar.class).stream()
                .filter(bar -> bar.getOrientation() == orientation)
                .forEach(
                    bar -> bar.setValue(bar.getMin() + share * (bar.getMax() - bar.getMin()))));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Set<String> texts() {
    return all(TableCell.class).stream().map(IndexedCell::getText).collect(Collectors.toSet());
  }

  private <T extends Node> List<T> all(Class<T> kind) {
    return preview.lookupAll("*").stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
