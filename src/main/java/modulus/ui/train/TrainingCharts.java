package modulus.ui.train;

import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import modulus.ui.common.CurveChart;
import modulus.ui.common.Widgets;

/** ε against its cap, the losses, the Lipschitz constant against its bound, the clipped share. */
final class TrainingCharts extends GridPane {
  private final TrainViewModel model;
  private final CurveChart epsilon;
  private final CurveChart loss;
  private final CurveChart lipschitz;
  private final CurveChart clipped;

  TrainingCharts(Widgets widgets, TrainViewModel model) {
    this.model = model;
    setId("train-charts");
    setHgap(12);
    setVgap(8);
    epsilon = new CurveChart("train-epsilon", widgets).with("spent").with("cap").fromZero();
    loss = new CurveChart("train-loss", widgets).with("reconstruction").with("kl").with("holdOut");
    lipschitz = new CurveChart("train-lipschitz", widgets).with("certified").with("bound");
    clipped = new CurveChart("train-clipped", widgets).with("share").between(0, 104);
    add(epsilon, 0, 0);
    add(loss, 1, 0);
    add(lipschitz, 0, 1);
    add(clipped, 1, 1);
    for (int i = 0; i < 2; i++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      getColumnConstraints().add(half);
      RowConstraints row = new RowConstraints();
      row.setPercentHeight(50);
      getRowConstraints().add(row);
    }
    model.drawnProperty().addListener((source, before, now) -> draw());
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
