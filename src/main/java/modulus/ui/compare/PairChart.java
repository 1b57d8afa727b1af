package modulus.ui.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import modulus.evaluation.PairAssociations;
import modulus.ui.common.ChartFrame;
import modulus.ui.common.Figure;
import modulus.ui.common.Widgets;

/** The heat map of all pairs; its table has the pair that differs most on top. */
final class PairChart extends ChartFrame {
  private final PairViewModel model;

  PairChart(String id, Widgets widgets, PairViewModel model) {
    super(id, widgets);
    this.model = model;
    addColumn("compare.pairs.first");
    addColumn("compare.pairs.second");
    addFigures("compare.real");
    addFigures("compare.synthetic");
    addFigures("compare.pairs.distance");
    setChart(new HeatMap(id + "-map", model, widgets.messages()));
    model.pairsProperty().addListener((source, before, now) -> shown(now));
    shown(model.pairsProperty().get());
  }

  private void shown(PairAssociations pairs) {
    setEmpty(pairs == null || pairs.attributes().size() < 2);
    refreshTable();
  }

  @Override
  protected List<List<String>> rows() {
    PairAssociations pairs = model.pairsProperty().get();
    if (pairs == null) {
      return List.of();
    }
    List<PairChoice> all = new ArrayList<>();
    for (int i = 0; i < pairs.attributes().size(); i++) {
      for (int j = 0; j < i; j++) {
        all.add(new PairChoice(i, j));
      }
    }
    all.sort(
        Comparator.comparingDouble(
            (PairChoice pair) -> -Math.abs(pairs.difference(pair.first(), pair.second()))));
    return all.stream().map(pair -> row(pairs, pair.first(), pair.second())).toList();
  }

  private List<String> row(PairAssociations pairs, int i, int j) {
    return List.of(
        pairs.attributes().get(i),
        pairs.attributes().get(j),
        number(pairs.real()[i][j]),
        number(pairs.synthetic()[i][j]),
        new Figure.Share(pairs.distances()[i][j]).in(widgets().messages().locale()));
  }

  private String number(double association) {
    return new Figure.Plain(association, 3).in(widgets().messages().locale());
  }
}
