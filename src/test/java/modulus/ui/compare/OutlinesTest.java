package modulus.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.stage.Stage;
import modulus.ui.common.LinearAxis;
import modulus.ui.common.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class OutlinesTest {
  private final XYChart.Series<Number, Number> quartiles = new XYChart.Series<>();
  private Outlines chart;

  private static LinearAxis axis(String name) {
    return new LinearAxis(new Messages(Locale.ENGLISH), new ReadOnlyStringWrapper(name));
  }

  @Start
  void start(Stage stage) {
    chart = new Outlines(axis("age").between(0, 100), axis("% of rows").fromZero());
    XYChart.Series<Number, Number> real = new XYChart.Series<>();
    real.getData().add(new XYChart.Data<>(0, 20));
    real.getData().add(new XYChart.Data<>(100, 20));
    chart.getData().add(real);
    chart.addStrokes(quartiles, new double[] {0, 30, 100});
    stage.setScene(new Scene(new StackPane(chart), 500, 300));
    stage.show();
  }

  private List<Path> parts() {
    List<Path> parts = new ArrayList<>();
    ((Group) quartiles.getNode()).getChildren().forEach(part -> parts.add((Path) part));
    return parts;
  }

  @Test
  void strokes_are_upright_across_all_of_the_chart_and_nothing_joins_them() {
    List<PathElement> line = parts().get(1).getElements();
    assertThat(parts().get(0).getElements()).isEmpty();
    assertThat(line).hasSize(6);
    for (int i = 0; i < line.size(); i += 2) {
      MoveTo from = (MoveTo) line.get(i);
      LineTo to = (LineTo) line.get(i + 1);
      assertThat(to.getX()).isEqualTo(from.getX());
      assertThat(from.getY()).isEqualTo(chart.getYAxis().getHeight());
      assertThat(to.getY()).isZero();
    }
  }

  @Test
  void a_stroke_at_an_edge_is_seen_whole() {
    double width = chart.getXAxis().getWidth();
    assertThat(parts().get(1).getElements())
        .filteredOn(MoveTo.class::isInstance)
        .extracting(element -> ((MoveTo) element).getX())
        .containsExactly(1.0, Math.rint(chart.getXAxis().getDisplayPosition(30)), width - 1);
  }
}
