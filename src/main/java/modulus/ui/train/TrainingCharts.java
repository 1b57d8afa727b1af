package modulus.ui.train;

import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import modulus.ui.common.BesideOrBelow;
import modulus.ui.common.CurveChart;
import modulus.ui.common.Widgets;

/** ε against its cap, the losses, the Lipschitz constant against its bound, the clipped share. */
final class TrainingCharts extends VBox {
  /** Least width of two charts beside each other, at the plain size of letters. */
  private static final double BESIDE = 560;

  private final TrainViewModel model;
  private final CurveChart epsilon;
  private final CurveChart loss;
  private final CurveChart lipschitz;
  private final CurveChart clipped;

  TrainingCharts(Widgets widgets, TrainViewModel model) {
    this.model = model;
    setId("train-charts");
    setSpacing(8);
    epsilon = new CurveChart("train-epsilon", widgets).with("spent").with("cap").fromZero();
    loss = new CurveChart("train-loss", widgets).with("reconstruction").with("kl").with("holdOut");
    lipschitz = new CurveChart("train-lipschitz", widgets).with("certified").with("bound");
    clipped = new CurveChart("train-clipped", widgets).with("share").between(0, 104);
    for (CurveChart chart : List.of(epsilon, loss, lipschitz, clipped)) {
      chart.emptyBecause(model.nothingIn(chart.getId()));
    }
    getChildren().addAll(row(widgets, epsilon, loss), row(widgets, lipschitz, clipped));
    model.drawnProperty().addListener((source, before, now) -> draw());
  }

  private static BesideOrBelow row(Widgets widgets, CurveChart first, CurveChart second) {
    BesideOrBelow row =
        new BesideOrBelow(first, second, widgets.fontScale().times(BESIDE), both -> 0.5 * both);
    setVgrow(row, Priority.ALWAYS);
    return row;
  }

  private void draw() {
    TrainingCurves curves = model.curves();
    epsilon.show("spent", curves.epsilon);
    epsilon.show("cap", curves.epsilonCap);
    loss.show("reconstruction", curves.reconstruction);
    loss.show("kl", curves.divergence);
    loss.show("holdOut", curves.holdOut);
    lipschitz.show("certified", curves.lipschitz);
    lipschitz.show("bound", curves.lipschitzBound);
    clipped.show("share", curves.clipped);
  }
}
