package modulus.ui.explore;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import modulus.ui.common.Figure;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;
import modulus.workbench.exploration.ExploredRun;
import modulus.workbench.exploration.Frontier;

/** All runs, sortable; choosing a row is choosing its point. */
final class RunsTable extends TableView<ExploredRun> {
  /** The least that a column needs for its heading and figures, in pixels. */
  private static final double NARROW = 48;

  private static final double WIDE = 73;

  /** Beside the columns: the scroll bar and the border. */
  private static final double FRAME = 18;

  private final Widgets widgets;
  private final ExploreViewModel model;
  private Set<ExploredRun> frontier = Set.of();

  RunsTable(Widgets widgets, ExploreViewModel model) {
    this.widgets = widgets;
    this.model = model;
    setId("explore-runs");
    getStyleClass().add("dense");
    accessibleTextProperty().bind(widgets.messages().text("explore.runs"));
    fixedCellSizeProperty().bind(widgets.fontScale().denseRow());
    // too narrow for its columns it scrolls sideways
    widthProperty().addListener(source -> Platform.runLater(this::spread));
    widgets.fontScale().percentProperty().addListener(source -> spread());
    Label empty = widgets.paragraph("explore-runs-empty", "explore.noRuns", "text-muted");
    setPlaceholder(empty);
    column(
        "explore.run", NARROW, run -> (double) run.number(), run -> new Figure.Count(run.number()));
    column(
        "explore.epsilon",
        NARROW,
        ExploredRun::epsilonAddRemove,
        run -> new Figure.Epsilon(run.epsilonAddRemove()));
    column(
        "explore.lipschitz",
        NARROW,
        ExploredRun::lipschitz,
        run -> new Figure.Plain(run.lipschitz(), 3));
    column(
        "explore.latent",
        WIDE,
        run -> (double) run.settings().latent(),
        run -> new Figure.Count(run.settings().latent()));
    column(
        "explore.pairsShort",
        WIDE,
        ExploredRun::agreement,
        run -> new Figure.Percent(run.agreement(), 1));
    column(
        "explore.singlesShort",
        WIDE,
        run -> 1 - run.utility().oneWay(),
        run -> new Figure.Percent(1 - run.utility().oneWay(), 1));
    column("explore.best", WIDE, run -> frontier.contains(run) ? 1.0 : 0.0, run -> null);
    model.session().exploredProperty().addListener((source, before, now) -> fill());
    getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (source, before, now) -> {
              if (now != null) {
                model.chosenProperty().set(now);
              }
            });
    model.chosenProperty().addListener((source, before, now) -> select(now));
    fill();
  }

  private void spread() {
    double least = getColumns().stream().mapToDouble(TableColumn::getMinWidth).sum();
    double over = Math.max(0, getWidth() - FRAME - least);
    double more = Math.floor(over / getColumns().size());
    getColumns().forEach(column -> column.setPrefWidth(column.getMinWidth() + more));
  }

  private void fill() {
    frontier = new HashSet<>(Frontier.of(model.session().exploredProperty().get()));
    ExploredRun chosen = model.chosenProperty().get();
    getItems().setAll(model.session().exploredProperty().get());
    select(chosen);
    refresh();
  }

  private void select(ExploredRun run) {
    if (run == null) {
      getSelectionModel().clearSelection();
    } else if (!run.equals(getSelectionModel().getSelectedItem())) {
      getSelectionModel().select(run);
      scrollTo(run);
    }
  }

  private void column(
      String key,
      double width,
      Function<ExploredRun, Double> order,
      Function<ExploredRun, Figure> shown) {
    TableColumn<ExploredRun, ExploredRun> column = new TableColumn<>();
    column.textProperty().bind(widgets.messages().text(key));
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.minWidthProperty().bind(widgets.fontScale().times(width));
    column.setComparator(Comparator.comparing(order));
    column.setCellFactory(source -> new FigureCell(shown));
    column.getStyleClass().add("figure");
    getColumns().add(column);
  }

  private String shown(ExploredRun run, Figure figure) {
    if (figure != null) {
      return figure.in(widgets.messages().locale());
    }
    return frontier.contains(run) ? widgets.messages().render(Text.of("explore.onFrontier")) : "";
  }

  private final class FigureCell extends TableCell<ExploredRun, ExploredRun> {
    FigureCell(Function<ExploredRun, Figure> figure) {
      getStyleClass().add("number");
      textProperty()
          .bind(
              widgets
                  .messages()
                  .following(
                      () -> getItem() == null ? "" : shown(getItem(), figure.apply(getItem())),
                      itemProperty()));
    }
  }
}
