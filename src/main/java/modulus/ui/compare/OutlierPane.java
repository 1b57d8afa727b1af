package modulus.ui.compare;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import modulus.ui.common.CountField;
import modulus.ui.common.FieldRow;
import modulus.ui.common.Repeating;
import modulus.ui.common.ReturningFocus;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;
import org.kordamp.ikonli.material2.Material2MZ;

/** The outlier experiment: how many, start and stop, one sentence, one chart. */
final class OutlierPane extends VBox {
  private static final Duration LOOK_EVERY = Duration.millis(200);

  OutlierPane(Widgets widgets, OutlierViewModel model) {
    super(8);
    setId("compare-outlier-pane");
    CountField count = new CountField("compare-outlier-count", widgets, model.outliers());
    count.disableProperty().bind(model.busyProperty());
    Button start =
        widgets.button(
            "compare-outlier-start",
            "compare.outliers.start",
            Material2MZ.PLAY_ARROW,
            model::start,
            "accent");
    start
        .disableProperty()
        .bind(model.busyProperty().or(model.outliers().problemProperty().isNotNull()));
    ReturningFocus.to(start);
    Button stop =
        widgets.button("compare-outlier-stop", "train.stop", Material2MZ.STOP, model::stop);
    stop.disableProperty().bind(model.busyProperty().not());
    FieldRow bar = new FieldRow(8, 8, count, start, stop);
    Label sentence = widgets.changing("compare-outlier-sentence");
    sentence
        .textProperty()
        .bind(
            widgets
                .messages()
                .text(
                    model
                        .foundProperty()
                        .map(AuditReading::outliers)
                        .orElse(Text.of("compare.outliers.sentence"))));
    OutlierChart chart = new OutlierChart("compare-outliers", widgets, model);
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren().addAll(bar, sentence, chart);
    Repeating.whilst(model.busyProperty(), LOOK_EVERY, model::drain);
  }
}
