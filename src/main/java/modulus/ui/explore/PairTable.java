package modulus.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import modulus.evaluation.AttributeUtility;
import modulus.ui.common.Figure;
import modulus.ui.common.Messages;
import modulus.ui.common.Widgets;
import modulus.workbench.exploration.ExploredRun;

/** The chosen run, and beside it the one it is held against: figures, then every attribute. */
final class PairTable extends TableView<List<String>> {
  private final Messages messages;
  private final ExploreViewModel model;

  PairTable(Widgets widgets, ExploreViewModel model) {
    this.messages = widgets.messages();
    this.model = model;
    setId("explore-pair");
    getStyleClass().add("dense");
    accessibleTextProperty().bind(messages.text("explore.sideBySide"));
    fixedCellSizeProperty().bind(widgets.fontScale().denseRow());
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(widgets.paragraph("explore-pair-empty", "explore.chooseRun", "text-muted"));
    column(0, messages.text("explore.figure"))
        .minWidthProperty()
        .bind(widgets.fontScale().times(200));
    column(1, header(model.chosenProperty(), "explore.chosen"))
        .minWidthProperty()
        .bind(widgets.fontScale().times(80));
    column(2, header(model.heldProperty(), "explore.held"))
        .minWidthProperty()
        .bind(widgets.fontScale().times(130));
    model.chosenProperty().addListener((source, before, now) -> fill());
    model.heldProperty().addListener((source, before, now) -> fill());
    messages.localeProperty().addListener((source, before, now) -> fill());
  }

  private StringBinding header(ObjectProperty<ExploredRun> run, String key) {
    return messages.following(
        () -> run.get() == null ? "" : messages.get(key, new Figure.Count(run.get().number())),
        run);
  }

  private TableColumn<List<String>, String> column(int index, StringBinding name) {
    TableColumn<List<String>, String> column = new TableColumn<>();
    column.textProperty().bind(name);
    column.setSortable(false);
    if (index > 0) {
      column.getStyleClass().add("figure");
    }
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue().get(index)));
    getColumns().add(column);
    return column;
  }

  private void fill() {
    ExploredRun first = model.chosenProperty().get();
    if (first == null) {
      getItems().clear();
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("explore.epsilon", run -> new Figure.Epsilon(run.epsilonAddRemove())));
    rows.add(row("explore.replaceOne", run -> new Figure.Epsilon(run.epsilonReplaceOne())));
    rows.add(row("explore.lipschitz", run -> new Figure.Plain(run.lipschitz(), 3)));
    rows.add(row("explore.latent", run -> new Figure.Count(run.settings().latent())));
    rows.add(row("explore.rows", run -> new Figure.Count(run.utility().syntheticRows())));
    rows.add(row("explore.pairs", run -> new Figure.Percent(run.agreement(), 1)));
    rows.add(row("explore.singles", run -> new Figure.Percent(1 - run.utility().oneWay(), 1)));
    rows.add(row("explore.missing", run -> new Figure.Share(run.utility().missingRateError())));
    rows.add(row("explore.seconds", run -> new Figure.Plain(run.seconds(), 3)));
    Map<String, Double> chosen = distances(first);
    Map<String, Double> held = distances(model.heldProperty().get());
    chosen.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(
            each ->
                rows.add(
                    List.of(
                        messages.get("explore.attribute", each.getKey()),
                        share(each.getValue()),
                        share(held.get(each.getKey())))));
    getItems().setAll(rows);
  }

  private List<String> row(String key, Function<ExploredRun, Figure> what) {
    return List.of(
        messages.get(key),
        shown(model.chosenProperty().get(), what),
        shown(model.heldProperty().get(), what));
  }

  private String shown(ExploredRun run, Function<ExploredRun, Figure> what) {
    return run == null ? "" : what.apply(run).in(messages.locale());
  }

  private String share(Double value) {
    return value == null ? "" : new Figure.Share(value).in(messages.locale());
  }

  private static Map<String, Double> distances(ExploredRun run) {
    return run == null
        ? Map.of()
        : run.utility().attributes().stream()
            .collect(Collectors.toMap(AttributeUtility::attribute, AttributeUtility::distance));
  }
}
