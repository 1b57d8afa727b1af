package modulus.ui.compare;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import modulus.evaluation.PairAssociations;
import modulus.evaluation.TwoWayTable;
import modulus.table.Table;
import modulus.ui.common.Background;
import modulus.ui.common.Figure;
import modulus.ui.common.LatestOnly;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.SynthesisOutcome;

/** What the heat map of pairs decides: where the cursor is, and which two-way tables are open. */
final class PairViewModel {
  /** As the table of the map has it: with two, 0.995 would pass for complete. */
  private static final int DIGITS = 3;

  private record Question(Table real, SynthesisOutcome outcome, String first, String second) {}

  private final Session session;
  private final ReadOnlyObjectWrapper<PairAssociations> pairs = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<PairChoice> cursor = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<TwoWayTable> opened = new ReadOnlyObjectWrapper<>();
  private final LatestOnly<Question, TwoWayTable> tables;

  PairViewModel(
      Session session,
      Background background,
      CompareViewModel.CrossTabulating crossTabulating,
      ObjectProperty<Failure> failure) {
    this.session = session;
    this.tables =
        new LatestOnly<>(
            background,
            asked ->
                crossTabulating.of(asked.real(), asked.outcome(), asked.first(), asked.second()),
            (asked, answer) -> {
              if (asked.outcome().equals(session.outcomeProperty().get())) {
                opened.set(answer);
              }
            },
            failure::set);
  }

  /** Takes up a comparison, or null; the pair that differs most is opened. */
  void show(PairAssociations found) {
    opened.set(null);
    cursor.set(null);
    pairs.set(found);
    if (found != null && found.attributes().size() > 1) {
      choose(worst(found));
    }
  }

  private static PairChoice worst(PairAssociations found) {
    PairChoice worst = new PairChoice(1, 0);
    for (int i = 0; i < found.attributes().size(); i++) {
      for (int j = 0; j < i; j++) {
        double most = Math.abs(found.difference(worst.first(), worst.second()));
        if (Math.abs(found.difference(i, j)) > most) {
          worst = new PairChoice(i, j);
        }
      }
    }
    return worst;
  }

  /** Moves the cursor, as the arrow keys do. */
  void move(int right, int down) {
    if (cursor.get() != null) {
      cursor.set(cursor.get().moved(right, down, pairs.get().attributes().size()));
    }
  }

  /** Moves the cursor to a cell and opens its tables. */
  void choose(PairChoice cell) {
    cursor.set(cell);
    open();
  }

  /** Opens both two-way tables of the cell under the cursor; on the diagonal there are none. */
  void open() {
    PairChoice cell = cursor.get();
    if (cell == null || !cell.pair()) {
      return;
    }
    tables.ask(
        new Question(
            session.tableProperty().get().table(),
            session.outcomeProperty().get(),
            pairs.get().attributes().get(cell.first()),
            pairs.get().attributes().get(cell.second())));
  }

  /** What the cell under the cursor says; null without one. */
  Text sentence() {
    PairChoice cell = cursor.get();
    if (cell == null) {
      return null;
    }
    PairAssociations found = pairs.get();
    String first = found.attributes().get(cell.first());
    if (!cell.pair()) {
      return Text.of("compare.pair.same", first);
    }
    double difference = found.difference(cell.first(), cell.second());
    String key =
        Math.abs(difference) < Reading.SAME_ASSOCIATION
            ? "compare.pair.kept"
            : difference < 0 ? "compare.pair.weaker" : "compare.pair.stronger";
    return Text.of(
        key,
        first,
        found.attributes().get(cell.second()),
        new Figure.Plain(found.real()[cell.first()][cell.second()], DIGITS),
        new Figure.Plain(found.synthetic()[cell.first()][cell.second()], DIGITS));
  }

  /** All pairs, or null. */
  ReadOnlyObjectProperty<PairAssociations> pairsProperty() {
    return pairs.getReadOnlyProperty();
  }

  /** The cell looked at, or null. */
  ObjectProperty<PairChoice> cursorProperty() {
    return cursor;
  }

  /** The two-way tables that are open, or null. */
  ReadOnlyObjectProperty<TwoWayTable> openedProperty() {
    return opened.getReadOnlyProperty();
  }
}
