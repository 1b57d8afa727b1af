package modulus.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SvgPictureTest {
  private static final Pattern LINE =
      Pattern.compile("<text x=\"[^\"]*\" y=\"([^\"]*)\"[^>]*>([^<]*)<");
  private static final Pattern MARK =
      Pattern.compile("<text transform=\"translate\\(([\\d.]+) ([\\d.]+)\\)");

  private final PictureSheet sheet = new PictureSheet("Title", Color.WHITE, true);
  private LineChart<Number, Number> chart;
  private Label words;

  @Start
  void start(Stage stage) {
    chart = new LineChart<>(new NumberAxis(0, 10, 1), new NumberAxis(0, 10, 1));
    words = new Label("Real: severity by diabetes, in per cent of all rows");
    words.setWrapText(true);
    words.setMaxWidth(150);
    words.setMinHeight(100);
    stage.setScene(new Scene(new VBox(words, chart), 500, 500));
    stage.show();
  }

  @Test
  void words_that_wrap_stand_in_several_lines_one_below_the_other(FxRobot robot) {
    String[] svg = new String[1];
    robot.interact(() -> svg[0] = SvgPicture.of(words, sheet));
    List<String> lines = new ArrayList<>();
    List<Double> heights = new ArrayList<>();
    Matcher found = LINE.matcher(svg[0]);
    while (found.find()) {
      if (words.getText().contains(found.group(2))) {
        heights.add(Double.parseDouble(found.group(1)));
        lines.add(found.group(2));
      }
    }
    assertThat(lines).hasSizeGreaterThan(1);
    assertThat(String.join(" ", lines)).isEqualTo(words.getText());
    double letters = words.getFont().getSize();
    for (int i = 1; i < heights.size(); i++) {
      assertThat(heights.get(i) - heights.get(i - 1)).isBetween(letters, 2 * letters);
    }
  }

  @Test
  void the_mark_lies_across_the_data_and_not_across_the_axes(FxRobot robot) {
    String[] svg = new String[1];
    robot.interact(() -> svg[0] = SvgPicture.of(chart, sheet));
    Bounds data =
        chart.sceneToLocal(
            chart
                .lookup(".chart-plot-background")
                .localToScene(chart.lookup(".chart-plot-background").getLayoutBounds()));
    Matcher mark = MARK.matcher(svg[0]);
    assertThat(mark.find()).isTrue();
    assertThat(Double.parseDouble(mark.group(1)) - PictureSheet.ASIDE)
        .isCloseTo(data.getCenterX(), within(0.01));
    assertThat(Double.parseDouble(mark.group(2)) - PictureSheet.ABOVE)
        .isCloseTo(data.getCenterY(), within(0.01));
    assertThat(data.getCenterX()).isGreaterThan(chart.getLayoutBounds().getCenterX());
  }
}
