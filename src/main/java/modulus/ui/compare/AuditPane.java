package modulus.ui.compare;

import java.util.function.Function;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import modulus.ui.common.AuditText;
import modulus.ui.common.BesideOrBelow;
import modulus.ui.common.FollowingScroll;
import modulus.ui.common.ReadOutPane;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;
import modulus.workbench.SynthesisOutcome;

/** The audit of the run and the search for copies at the left, the outlier experiment beside. */
final class AuditPane extends BorderPane {
  /** Least width of both beside each other, at the plain size of letters. */
  private static final double BESIDE = 672;

  private static final double APART = 6;

  private final Widgets widgets;
  private final CompareViewModel model;

  AuditPane(Widgets widgets, CompareViewModel model) {
    this.widgets = widgets;
    this.model = model;
    setId("compare-audit-pane");
    VBox parts = new VBox(12, audit(), new HeldBackPane(widgets, model.heldBack()));
    FollowingScroll left = new FollowingScroll("compare-audit-scroll", parts);
    OutlierPane outliers = new OutlierPane(widgets, model.outliers());
    setCenter(
        new BesideOrBelow(
            left, outliers, widgets.fontScale().times(BESIDE), both -> left.prefWidth(-1)));
  }

  private Node audit() {
    ReadOutPane audit =
        new ReadOutPane(
            "compare-audit",
            widgets,
            of(AuditReading::verdict),
            of(AuditText::of),
            new SimpleBooleanProperty(false));
    GridPane figures = new GridPane();
    figures.setHgap(16);
    figures.setVgap(2);
    VBox.setMargin(figures, new Insets(APART, 0, 0, 0));
    figure(figures, "compare-audit-right", AuditReading::right);
    figure(figures, "compare-audit-bound", AuditReading::bound);
    figure(figures, "compare-audit-claimed", AuditReading::claimed);
    audit.getChildren().add(figures);
    return audit;
  }

  private void figure(GridPane figures, String id, Function<SynthesisOutcome, Text> what) {
    Label value = new Label();
    value.setId(id);
    value.getStyleClass().add("text-bold");
    value.setMinWidth(USE_PREF_SIZE);
    value.textProperty().bind(widgets.messages().text(of(what)));
    Label name = widgets.paragraph(id + "-name", id + ".name", "text-muted");
    name.setLabelFor(value);
    figures.addRow(figures.getRowCount(), name, value);
  }

  private ObservableValue<Text> of(Function<SynthesisOutcome, Text> what) {
    return model.outcomeProperty().map(what).orElse(Text.of("readOut.nothing"));
  }
}
