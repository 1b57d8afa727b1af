package modulus.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import modulus.evaluation.MarginalComparison;
import modulus.evaluation.MarginalComparison.Quantile;
import modulus.ui.common.FontScale;
import modulus.ui.common.Messages;
import modulus.ui.common.Widgets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class QuantileTableTest {
  private final ObjectProperty<MarginalComparison> chosen = new SimpleObjectProperty<>();
  private QuantileTable table;

  @Start
  void start(Stage stage) {
    // as in the window, whatever the tests before left: bars are of its breadth
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    Widgets widgets = new Widgets(new Messages(Locale.ENGLISH), new FontScale());
    table = new QuantileTable(widgets, chosen);
    stage.setScene(new Scene(new StackPane(table), 1000, 200));
    stage.getScene().getStylesheets().add("modulus/ui/modulus.css");
    stage.show();
  }

  private static MarginalComparison of(
      MarginalComparison.Kind kind, String real, String synthetic) {
    List<Quantile> quantiles =
        DoubleStream.of(0, 0.05, 0.25, 0.5, 0.75, 0.95, 1)
            .mapToObj(level -> new Quantile(level, real, synthetic, 0, 0))
            .toList();
    return new MarginalComparison("admission", kind, List.of(), 0, 0, quantiles, 0.1);
  }

  private static MarginalComparison dates(String value) {
    return of(MarginalComparison.Kind.DATE, value, value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-02-29", "12/31/2180 23:59"})
  void every_value_is_read_whole(String value, FxRobot robot) {
    robot.interact(() -> chosen.set(dates(value)));
    assertThat(shown(robot)).containsExactlyInAnyOrder("real", "synthetic", value);
  }

  /** As of the gains of a census: 0, 0, 0, 0, 0, 5,013 and 99,999, in a window of 1280 pixels. */
  @ParameterizedTest
  @ValueSource(doubles = {614, 1000})
  void one_long_value_does_not_push_the_last_column_out_of_sight(double width, FxRobot robot) {
    List<Quantile> quantiles =
        DoubleStream.of(0, 0.05, 0.25, 0.5, 0.75, 0.95, 1)
            .mapToObj(level -> new Quantile(level, level < 0.9 ? "0" : "99999", "0", 0, 0))
            .toList();
    robot.interact(
        () -> {
          chosen.set(
              new MarginalComparison(
                  "gain", MarginalComparison.Kind.NUMERIC, List.of(), 0, 0, quantiles, 0.1));
          table.setMaxWidth(width);
        });
    shown(robot);

    double columns = table.getColumns().stream().mapToDouble(TableColumn::getWidth).sum();
    assertThat(table.getWidth()).isEqualTo(width);
    assertThat(columns).isBetween(0.95 * width, width);
    assertThat(table.getColumns()).allMatch(column -> column.getWidth() >= 54);
    assertThat(shown(robot)).contains("99,999");
  }

  /** As of the weights of a census. */
  private void weights(double width, FxRobot robot) {
    List<String> values =
        List.of("12285", "39615", "117551", "178145", "237642", "379482", "1490400");
    List<Double> levels = List.of(0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0);
    List<Quantile> quantiles = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      quantiles.add(new Quantile(levels.get(i), values.get(i), values.get(i), 0, 0));
    }
    robot.interact(
        () -> {
          chosen.set(
              new MarginalComparison(
                  "weight", MarginalComparison.Kind.NUMERIC, List.of(), 0, 0, quantiles, 0.1));
          table.setMaxWidth(width);
          table.setMaxHeight(table.getMinHeight());
        });
    robot.interact(() -> table.setMaxHeight(table.getMinHeight()));
    shown(robot);
  }

  private boolean scrolls(Orientation orientation) {
    return table.lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .anyMatch(
            bar ->
                bar.getOrientation() == orientation
                    && bar.isVisible()
                    && bar.getWidth() * bar.getHeight() > 0);
  }

  @Test
  void seven_figures_of_a_census_are_seen_without_scrolling(FxRobot robot) {
    weights(614, robot);
    assertThat(scrolls(Orientation.HORIZONTAL)).isFalse();
    assertThat(scrolls(Orientation.VERTICAL)).isFalse();
  }

  @Test
  void a_narrow_table_scrolls_sideways_alone(FxRobot robot) {
    weights(400, robot);
    assertThat(scrolls(Orientation.HORIZONTAL)).isTrue();
    assertThat(scrolls(Orientation.VERTICAL)).isFalse();
  }

  /** As of a probability that a file gives with ten decimals. */
  @ParameterizedTest
  @CsvSource({
    "0.2163448172, 0.5, 0.21634, 0.5",
    "0.0000183, 0.9429111111, 0.00002, 0.94291",
    "62.84998, 101.84796, 62.85, 101.85",
    "12.355, 1425000.25, 12, '1,425,000'",
    "0, 0, 0, 0"
  })
  void numbers_have_no_more_decimals_than_tell_them_apart(
      String real, String synthetic, String first, String second, FxRobot robot) {
    robot.interact(() -> chosen.set(of(MarginalComparison.Kind.NUMERIC, real, synthetic)));
    assertThat(shown(robot)).containsOnly("real", "synthetic", first, second);
  }

  private Set<String> shown(FxRobot robot) {
    robot.interact(
        () -> {
          table.applyCss();
          table.layout();
        });
    return table.lookupAll(".table-cell").stream()
        .filter(TableCell.class::isInstance)
        .flatMap(cell -> ((Parent) cell).getChildrenUnmodifiable().stream())
        .filter(Text.class::isInstance)
        .map(text -> ((Text) text).getText())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.toSet());
  }
}
