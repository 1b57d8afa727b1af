package modulus.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellableWorkTest {
  private static final List<PrivacyEvent> ROWS =
      List.of(new PrivacyEvent.PosteriorMixture(0.8, 10_000, 10_000));

  private final AtomicInteger looks = new AtomicInteger();

  private static double epsilon() {
    return Accountant.epsilon(ROWS, 1e-5, Adjacency.ADD_REMOVE);
  }

  private double epsilonUntil(int look) {
    return CancellableWork.run(() -> looks.incrementAndGet() >= look, CancellableWorkTest::epsilon);
  }

  @Test
  void accounting_ends_at_the_first_look_that_finds_it_cancelled() {
    assertThat(epsilonUntil(Integer.MAX_VALUE)).isEqualTo(epsilon());
    int all = looks.getAndSet(0);
    assertThat(all).isGreaterThan(10);
    for (int look : new int[] {1, all / 2, all}) {
      assertThatThrownBy(() -> epsilonUntil(look)).isInstanceOf(CancellationException.class);
      assertThat(looks.getAndSet(0)).isEqualTo(look);
    }
  }

  @Test
  void the_search_for_noise_ends_with_it() {
    assertThatThrownBy(
            () ->
                CancellableWork.run(
                    () -> looks.incrementAndGet() == 100,
                    () ->
                        Calibration.noiseMultiplier(
                            0.1, 500, List.of(), 1, 1e-5, Adjacency.ADD_REMOVE)))
        .isInstanceOf(CancellationException.class);
    assertThat(looks).hasValue(100);
  }

  @Test
  void only_the_piece_of_work_itself_is_cancelled() {
    assertThatThrownBy(() -> epsilonUntil(1)).isInstanceOf(CancellationException.class);
    assertThat(epsilon()).isPositive();
    double elsewhere =
        CancellableWork.run(
            () -> true, () -> CompletableFuture.supplyAsync(CancellableWorkTest::epsilon).join());
    assertThat(elsewhere).isEqualTo(epsilon());
  }

  @Test
  void the_outer_piece_of_work_is_heeded_again_after_an_inner_one() {
    assertThatThrownBy(
            () ->
                CancellableWork.run(
                    () -> true,
                    () -> {
                      assertThat(epsilonUntil(Integer.MAX_VALUE)).isPositive();
                      return epsilon();
                    }))
        .isInstanceOf(CancellationException.class);
  }

  /** Of a million rows there may be hundreds of millions of points, which are read one by one. */
  @Test
  void reading_a_fine_grid_is_looked_at_as_computing_it_is() {
    AtomicInteger reading = new AtomicInteger();
    CancellableWork.run(
        () -> {
          boolean down =
              StackWalker.getInstance()
                  .walk(frames -> frames.anyMatch(each -> each.getMethodName().equals("down")));
          reading.addAndGet(down ? 1 : 0);
          return false;
        },
        () ->
            Accountant.epsilon(
                List.of(new PrivacyEvent.PosteriorMixture(0.8, 200_000, 200_000)),
                1e-6,
                Adjacency.ADD_REMOVE));
    assertThat(reading).hasValueGreaterThan(4);
  }
}
