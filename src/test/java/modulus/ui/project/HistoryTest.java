package modulus.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryTest {
  private long now;
  private final History<String> history = new History<>(() -> now);

  @Test
  void what_was_undone_can_be_redone() {
    history.begin("a");
    history.changed("b", "");
    history.changed("c", "");
    assertThat(history.undo()).contains("b");
    assertThat(history.undo()).contains("a");
    assertThat(history.undo()).isEmpty();
    assertThat(history.redo()).contains("b");
    assertThat(history.redo()).contains("c");
    assertThat(history.redo()).isEmpty();
  }

  @Test
  void a_change_after_undoing_forgets_what_was_undone() {
    history.begin("a");
    history.changed("b", "");
    history.undo();
    history.changed("c", "");
    assertThat(history.redoableProperty().get()).isFalse();
    assertThat(history.undo()).contains("a");
  }

  @Test
  void changes_of_one_kind_in_quick_succession_are_one() {
    history.begin("0");
    for (int i = 1; i <= 5; i++) {
      now += 200;
      history.changed(Integer.toString(i), "slider");
    }
    now += History.TOGETHER_MILLIS + 1;
    history.changed("6", "slider");
    assertThat(history.undo()).contains("5");
    assertThat(history.undo()).contains("0");
  }

  @Test
  void a_beginning_forgets_everything_and_the_same_state_is_no_change() {
    history.begin("a");
    history.changed("a", "");
    assertThat(history.undoableProperty().get()).isFalse();
    history.changed("b", "");
    history.begin("c");
    assertThat(history.undoableProperty().get()).isFalse();
  }

  @Test
  void only_so_many_changes_are_remembered() {
    history.begin("0");
    for (int i = 1; i <= History.MOST + 10; i++) {
      history.changed(Integer.toString(i), "");
    }
    int undone = 0;
    while (history.undo().isPresent()) {
      undone++;
    }
    assertThat(undone).isEqualTo(History.MOST);
  }
}
