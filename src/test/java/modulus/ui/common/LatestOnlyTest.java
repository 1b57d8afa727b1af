package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import modulus.workbench.Failure;
import org.junit.jupiter.api.Test;

class LatestOnlyTest {
  private final HeldBackground background = new HeldBackground();
  private final List<Integer> computed = new ArrayList<>();
  private final List<Integer> answers = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private final LatestOnly<Integer, Integer> squares =
      new LatestOnly<>(
          background, this::square, (question, answer) -> answers.add(answer), failures::add);

  private int square(int question) {
    computed.add(question);
    if (question < 0) {
      throw new IllegalArgumentException("negative");
    }
    return question * question;
  }

  @Test
  void questions_overtaken_while_one_is_worked_on_are_never_computed() {
    squares.ask(1);
    squares.ask(2);
    squares.ask(3);
    squares.ask(4);
    background.runAll();

    assertThat(computed).containsExactly(1, 4);
    assertThat(answers).containsExactly(1, 16);
  }

  @Test
  void it_is_behind_until_the_newest_question_is_answered() {
    squares.ask(1);
    squares.ask(2);
    background.runNext();
    assertThat(squares.behindProperty().get()).isTrue();
    background.runNext();
    assertThat(squares.behindProperty().get()).isFalse();
  }

  @Test
  void only_one_question_is_worked_on_at_a_time() {
    squares.ask(1);
    squares.ask(2);
    assertThat(background.waiting()).isEqualTo(1);
  }

  @Test
  void a_question_that_fails_is_told_and_the_next_one_still_answered() {
    squares.ask(-1);
    squares.ask(3);
    background.runAll();

    assertThat(failures).hasSize(1);
    assertThat(answers).containsExactly(9);
  }
}
