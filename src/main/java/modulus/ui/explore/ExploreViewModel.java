package modulus.ui.explore;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.ui.common.Background;
import modulus.ui.common.Figure;
import modulus.ui.common.Job;
import modulus.ui.common.PausableRun;
import modulus.ui.common.RunState;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.RunListener;
import modulus.workbench.RunPhase;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.TrainedModel;
import modulus.workbench.exploration.ExplorationListener;
import modulus.workbench.exploration.ExploredRun;
import modulus.workbench.exploration.GridChoice;

/** What the Explore screen decides: the grid, start, pause, stop, which runs are looked at. */
public final class ExploreViewModel {
  /**
   * Synthetic tables of more cells, with their models' numbers, are not kept altogether: first runs
   * go without models, then without tables; all keep their figures.
   */
  static final long MOST_KEPT_CELLS = 30_000_000;

  /** Explores: {@link modulus.workbench.exploration.Exploration#run}. */
  @FunctionalInterface
  public interface Exploring {
    void run(
        Table table,
        Schema schema,
        List<SynthesisSettings> settings,
        int first,
        ExplorationListener listener);
  }

  private final Session session;
  private final Background background;
  private final Exploring exploring;
  private final GridForm grid = new GridForm();
  private final PausableRun turn = new PausableRun();
  private final ReadOnlyObjectWrapper<Text> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Text> progress = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<ExploredRun> chosen = new SimpleObjectProperty<>();
  private final ObjectProperty<ExploredRun> held = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Text> adopted = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();
  private Queue<Runnable> heard = new ConcurrentLinkedQueue<>();
  private int wanted;
  private int ended;

  public ExploreViewModel(Session session, Background background, Exploring exploring) {
    this.session = session;
    this.background = background;
    this.exploring = exploring;
    session.hasWork(turn, Text.of("project.going.explore"));
    for (Observable part : List.of(grid.epsilons, grid.lipschitz, grid.latents, grid.unread)) {
      part.addListener(source -> check());
    }
    grid.take(session.gridProperty().get());
    session.gridProperty().addListener((source, before, now) -> grid.take(now));
    session.settingsProperty().addListener(source -> check());
    session.hindranceProperty().addListener(source -> check());
    session.tableProperty().addListener((source, before, now) -> tableChanged());
    session.exploredProperty().addListener((source, before, now) -> keepChosen(now));
    chosen.addListener(source -> adopted.set(null));
    check();
  }

  private void check() {
    Text hindrance = session.hindranceProperty().get();
    problem.set(
        hindrance == null
            ? grid.problem(session.settingsProperty().get())
            : Text.of("train.hindered", hindrance));
    if (!turn.going()) {
      tell();
    }
  }

  private void tell() {
    if (turn.going()) {
      progress.set(Text.of("explore.progress", new Figure.Count(ended), new Figure.Count(wanted)));
      return;
    }
    progress.set(
        problem.get() != null
            ? null
            : Text.of(
                "explore.planned",
                new Figure.Count(grid.settings(session.settingsProperty().get()).size())));
  }

  private void tableChanged() {
    turn.stop();
    heard = new ConcurrentLinkedQueue<>();
    turn.restAt(RunState.READY);
  }

  /** A run that is gone is no longer looked at. */
  private void keepChosen(List<ExploredRun> runs) {
    if (chosen.get() != null && !runs.contains(chosen.get())) {
      chosen.set(null);
    }
    if (held.get() != null && !runs.contains(held.get())) {
      held.set(null);
    }
  }

  /** What was typed is the grid from now on, until it is undone. */
  void settle() {
    GridChoice typed = grid.choice();
    if (!typed.equals(session.gridProperty().get())) {
      session.gridProperty().set(typed);
    }
  }

  /** Starts the grid with the present schema and settings. */
  void start() {
    if (turn.going() || problem.get() != null || session.schemaProperty().get() == null) {
      return;
    }
    settle();
    failure.set(null);
    Path file = session.tableProperty().get().path();
    Table table = session.tableProperty().get().table();
    Schema schema = session.schemaProperty().get();
    List<SynthesisSettings> settings = grid.settings(session.settingsProperty().get());
    int first = session.runsTried() + 1;
    List<ExploredRun> before = session.exploredProperty().get();
    wanted = settings.size();
    ended = 0;
    heard = new ConcurrentLinkedQueue<>();
    Queue<Runnable> events = heard;
    turn.begin(
        gate -> {
          tell();
          return background.start(
              Job.<Void>shown(
                  Text.of("explore.running"),
                  listener -> {
                    exploring.run(
                        table,
                        schema,
                        settings,
                        first,
                        new Hearing(
                            gate.around(
                                listener,
                                point -> {},
                                () -> events.add(() -> session.countRun(file))),
                            events,
                            before));
                    return null;
                  },
                  nothing -> ended(RunState.DONE),
                  wrong -> {
                    ended(RunState.FAILED);
                    failure.set(wrong);
                  },
                  () -> ended(RunState.STOPPED)));
        });
  }

  /** The exploration, to be paused, resumed and stopped; what was explored stays. */
  PausableRun turn() {
    return turn;
  }

  /** Takes over what was heard since the last time; called on a timer. */
  void drain() {
    for (Runnable next = heard.poll(); next != null; next = heard.poll()) {
      next.run();
    }
  }

  private void ended(RunState how) {
    drain();
    turn.ended(how);
    tell();
  }

  private void take(ExploredRun run) {
    ended++;
    session.addExplored(run);
    tell();
  }

  private static long cells(ExploredRun run) {
    return run.outcome()
        .map(
            outcome ->
                (long) outcome.synthetic().rows() * outcome.synthetic().columns().size()
                    + outcome.model().map(TrainedModel::numbers).orElse(0L))
        .orElse(0L);
  }

  /**
   * Takes the chosen run's settings, and its synthetic table where it was kept, as one's own. Where
   * it was not, the run at hand stays until one with these settings has succeeded.
   */
  void adopt() {
    ExploredRun run = chosen.get();
    if (run == null) {
      return;
    }
    session.settingsProperty().set(run.settings());
    run.outcome()
        .ifPresent(
            outcome -> {
              session.writtenProperty().set(null);
              session.outcomeProperty().set(outcome);
            });
    adopted.set(Text.of(adopted(run), new Figure.Count(run.number())));
  }

  private String adopted(ExploredRun run) {
    if (run.outcome().isPresent()) {
      return "explore.adopted";
    }
    return session.outcomeProperty().get() == null
        ? "explore.adoptedSettings"
        : "explore.adoptedSettings.kept";
  }

  /** Chooses the run that many steps further to the right in the scatter, or the last there is. */
  void step(int by) {
    List<ExploredRun> across =
        session.exploredProperty().get().stream()
            .sorted(
                Comparator.comparingDouble(ExploredRun::epsilonAddRemove)
                    .thenComparingDouble(ExploredRun::agreement)
                    .thenComparingInt(ExploredRun::number))
            .toList();
    if (across.isEmpty()) {
      return;
    }
    int from = chosen.get() == null ? (by > 0 ? -1 : across.size()) : across.indexOf(chosen.get());
    chosen.set(across.get((int) Math.max(0, Math.min(across.size() - 1L, (long) from + by))));
  }

  /** Keeps the chosen run in view while another one is chosen. */
  void hold() {
    held.set(chosen.get());
  }

  /** What the grid makes of the settings, following both. */
  ObservableValue<Text> asSet(BiFunction<GridForm, SynthesisSettings, Text> what) {
    return Bindings.createObjectBinding(
        () -> what.apply(grid, session.settingsProperty().get()),
        session.settingsProperty(),
        grid.epsilons,
        grid.lipschitz);
  }

  /** How many runs touched the table so far. */
  Text touched() {
    return Text.of(
        session.ledger().failureProperty().get() == null
            ? "explore.touched"
            : "explore.touchedAtLeast",
        new Figure.Count(session.runsTried()));
  }

  GridForm grid() {
    return grid;
  }

  Session session() {
    return session;
  }

  ReadOnlyObjectProperty<RunState> stateProperty() {
    return turn.stateProperty();
  }

  /** Why the grid cannot be run, or null. */
  ReadOnlyObjectProperty<Text> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** How many runs are planned, or how far they are; null while there is a problem. */
  ReadOnlyObjectProperty<Text> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** The run looked at, or null. */
  ObjectProperty<ExploredRun> chosenProperty() {
    return chosen;
  }

  /** The run it is held against, or null. */
  ObjectProperty<ExploredRun> heldProperty() {
    return held;
  }

  /** What adopting the chosen run takes over, or took over; null where none is chosen. */
  ObservableValue<Text> adopting() {
    return Bindings.createObjectBinding(
        () -> {
          if (chosen.get() == null || adopted.get() != null) {
            return adopted.get();
          }
          boolean whole = chosen.get().outcome().isPresent();
          return Text.of(whole ? "explore.adoptWhole" : "explore.adoptSettings");
        },
        chosen,
        adopted);
  }

  ObjectProperty<Failure> failureProperty() {
    return failure;
  }

  /** Hears the exploration on its own thread and leaves word for the window's. */
  private final class Hearing implements ExplorationListener {
    private final RunListener whole;
    private final Queue<Runnable> events;
    private long kept;

    /**
     * @param before the runs there are already
     */
    Hearing(RunListener whole, Queue<Runnable> events, List<ExploredRun> before) {
      this.whole = whole;
      this.events = events;
      this.kept = before.stream().mapToLong(ExploreViewModel::cells).sum();
    }

    @Override
    public void phase(RunPhase phase, double fraction) {
      whole.phase(phase, fraction);
    }

    @Override
    public void note(String sentence) {
      whole.note(sentence);
    }

    @Override
    public boolean cancelled() {
      return whole.cancelled();
    }

    @Override
    public void recorded() {
      whole.recorded();
    }

    @Override
    public void explored(ExploredRun run) {
      ExploredRun fitting =
          Stream.of(run, run.withoutModel())
              .filter(each -> kept + cells(each) <= MOST_KEPT_CELLS)
              .findFirst()
              .orElseGet(run::withoutOutcome);
      kept += cells(fitting);
      events.add(() -> take(fitting));
    }

    @Override
    public void refused(SynthesisSettings settings, Failure why) {
      events.add(
          () -> {
            ended++;
            failure.set(why);
            tell();
          });
    }
  }
}
