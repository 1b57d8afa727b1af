package modulus.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import modulus.evaluation.PairAssociations;
import modulus.evaluation.TwoWayTable;
import modulus.table.Table;
import modulus.ui.common.HeldBackground;
import modulus.ui.common.Messages;
import modulus.ui.common.Session;
import modulus.ui.common.SmallWard;
import modulus.workbench.Failure;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import org.junit.jupiter.api.Test;

class PairViewModelTest {
  private final Session session = new Session();
  private final HeldBackground background = new HeldBackground();
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();
  private final List<String> asked = new ArrayList<>();
  private final PairViewModel model =
      new PairViewModel(session, background, this::tabulate, failure);

  private TwoWayTable tabulate(Table real, SynthesisOutcome outcome, String first, String second) {
    asked.add(first + "×" + second);
    if (second.equals("stay")) {
      throw new Failure(Failure.Kind.BAD_INPUT, "No such table.", "");
    }
    double[][] all = {{1}};
    return new TwoWayTable(first, second, List.of("a"), List.of("b"), all, all);
  }

  private void openThree() {
    session.open(SmallWard.opened());
    session
        .outcomeProperty()
        .set(SmallWard.outcome(SmallWard.draft(), SynthesisSettings.defaults(), 1, 0.5));
    double[][] real = {{1, 0.2, 0.995}, {0.2, 1, 0.4}, {0.995, 0.4, 1}};
    double[][] synthetic = {{1, 0.21, 0.1}, {0.21, 1, 0.6}, {0.1, 0.6, 1}};
    model.show(
        new PairAssociations(List.of("age", "stay", "ward"), real, synthetic, new double[3][3]));
  }

  private String said() {
    return new Messages(Locale.ENGLISH).render(model.sentence());
  }

  @Test
  void the_pair_whose_relationship_changed_most_is_opened_first() {
    openThree();
    background.runAll();
    assertThat(model.cursorProperty().get()).isEqualTo(new PairChoice(2, 0));
    assertThat(asked).containsExactly("ward×age");
    assertThat(model.openedProperty().get().first()).isEqualTo("ward");
    assertThat(said()).contains("“ward” and “age”").contains("weaker").contains("0.995", "0.1");
  }

  @Test
  void arrow_keys_move_the_cursor_within_the_map_and_open_nothing() {
    openThree();
    background.runAll();
    model.move(0, 5);
    model.move(1, 0);
    assertThat(model.cursorProperty().get()).isEqualTo(new PairChoice(2, 1));
    model.move(9, -9);
    assertThat(model.cursorProperty().get()).isEqualTo(new PairChoice(0, 2));
    assertThat(asked).hasSize(1);
  }

  @Test
  void enter_opens_the_cell_under_the_cursor() {
    openThree();
    background.runAll();
    model.cursorProperty().set(new PairChoice(1, 2));
    model.open();
    background.runAll();
    assertThat(asked).endsWith("stay×ward");
    assertThat(said()).contains("stronger");
  }

  @Test
  void a_cell_on_the_diagonal_has_no_tables() {
    openThree();
    background.runAll();
    model.choose(new PairChoice(1, 1));
    assertThat(background.waiting()).isZero();
    assertThat(said()).contains("both sides");
  }

  @Test
  void a_relationship_that_hardly_changed_was_kept() {
    openThree();
    model.choose(new PairChoice(1, 0));
    assertThat(said()).contains("kept");
  }

  @Test
  void what_cannot_be_tabulated_is_told() {
    openThree();
    background.runAll();
    model.choose(new PairChoice(2, 1));
    background.runAll();
    assertThat(failure.get().sentence()).isEqualTo("No such table.");
  }

  @Test
  void tables_of_an_overtaken_run_are_dropped() {
    openThree();
    session.outcomeProperty().set(null);
    model.show(null);
    background.runAll();
    assertThat(model.openedProperty().get()).isNull();
    assertThat(model.sentence()).isNull();
  }
}
