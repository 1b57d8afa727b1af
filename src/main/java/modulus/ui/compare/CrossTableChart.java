package modulus.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import modulus.evaluation.TwoWayTable;
import modulus.ui.common.ChartFrame;
import modulus.ui.common.Figure;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;

/** Two attributes in both tables. */
final class CrossTableChart extends ChartFrame {
  private final CrossTable real;
  private final CrossTable synthetic;
  private final ReadOnlyObjectProperty<TwoWayTable> opened;
  private final CrossTablePair both;
  private TwoWayTable shown;

  CrossTableChart(String id, Widgets widgets, PairViewModel model) {
    super(id, widgets);
    this.opened = model.openedProperty();
    this.real = new CrossTable(widgets.messages(), false);
    this.synthetic = new CrossTable(widgets.messages(), true);
    addColumn("compare.cross.row");
    addColumn("compare.cross.column");
    addFigures("compare.real");
    addFigures("compare.synthetic");
    both =
        new CrossTablePair(
            captioned("-real", "compare.cross.real", real),
            captioned("-synthetic", "compare.cross.synthetic", synthetic),
            synthetic::widthOfNames);
    setChart(both);
    model.openedProperty().addListener((source, before, now) -> show(now));
    widgets.messages().localeProperty().addListener((source, before, now) -> show(shown));
    show(null);
  }

  private VBox captioned(String part, String key, CrossTable drawn) {
    Label caption = widgets().changing(getId() + part, "text-small");
    caption
        .textProperty()
        .bind(
            widgets()
                .messages()
                .text(opened.map(table -> names(key, table)).orElse(Text.of(key, "", "", ""))));
    VBox.setVgrow(drawn, Priority.ALWAYS);
    return new VBox(4, caption, drawn);
  }

  private static Text names(String key, TwoWayTable table) {
    return Text.of(
        key, table.first(), table.second(), new Figure.Share(CrossTable.strongest(table)));
  }

  private void show(TwoWayTable table) {
    shown = table;
    setEmpty(table == null);
    if (table != null) {
      real.show(table);
      synthetic.show(table);
    }
    both.setOpacity(table == null ? 0 : 1);
    refreshTable();
  }

  @Override
  protected List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    if (shown != null) {
      List<String> firsts = GroupNames.of(shown.rows(), widgets().messages());
      List<String> seconds = GroupNames.of(shown.columns(), widgets().messages());
      for (int i = 0; i < firsts.size(); i++) {
        for (int j = 0; j < seconds.size(); j++) {
          rows.add(
              List.of(
                  firsts.get(i),
                  seconds.get(j),
                  share(shown.real()[i][j]),
                  share(shown.synthetic()[i][j])));
        }
      }
    }
    return rows;
  }

  private String share(double share) {
    return new Figure.Share(share).in(widgets().messages().locale());
  }
}
