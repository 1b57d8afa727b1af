package modulus.ui.compare;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import modulus.ui.common.FilePatterns;
import modulus.ui.common.ReadOutPane;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Distance to closest record, against real rows that were kept back. */
final class HeldBackPane extends VBox {
  private static final double APART = 6;

  private final Widgets widgets;
  private final HeldBackViewModel model;

  HeldBackPane(Widgets widgets, HeldBackViewModel model) {
    super(6);
    this.widgets = widgets;
    this.model = model;
    setId("compare-held-back");
    ReadOutPane answer =
        new ReadOutPane(
            "compare-closest",
            widgets,
            model.foundProperty().map(AuditReading::closer).orElse(Text.of("readOut.nothing")),
            model
                .foundProperty()
                .map(AuditReading::closest)
                .orElse(Text.of("compare.closest.sentence")),
            new SimpleBooleanProperty(false));
    Label label =
        widgets.paragraph("compare-closest-label", "compare.closest.noEvidence", "text-bold");
    TextField file = new TextField();
    file.setId("compare-closest-file");
    file.textProperty().bindBidirectional(model.fileProperty());
    file.promptTextProperty().bind(widgets.messages().text("compare.closest.file"));
    file.accessibleTextProperty().bind(widgets.messages().text("compare.closest.choose"));
    file.setOnAction(event -> model.measure());
    HBox.setHgrow(file, Priority.ALWAYS);
    Button choose =
        widgets.iconButton(
            "compare-closest-choose",
            "compare.closest.choose",
            Material2AL.FOLDER_OPEN,
            this::choose);
    Button measure =
        widgets.button(
            "compare-closest-measure",
            "compare.closest.measure",
            Material2MZ.PLAY_ARROW,
            model::measure);
    measure.disableProperty().bind(model.fileProperty().isEmpty());
    Widgets.restWhilst(measure, model.busyProperty());
    HBox row = new HBox(6, file, choose, measure);
    row.setAlignment(Pos.CENTER_LEFT);
    VBox.setMargin(label, new Insets(APART, 0, 0, 0));
    VBox.setMargin(row, new Insets(APART, 0, 0, 0));
    answer.getChildren().addAll(label, row);
    getChildren().add(answer);
  }

  private void choose() {
    widgets
        .files()
        .open("compare.closest.choose", FilePatterns.tables(widgets.messages()), this)
        .ifPresent(chosen -> model.fileProperty().set(chosen.toString()));
  }
}
