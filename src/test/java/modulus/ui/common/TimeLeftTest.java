package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeLeftTest {
  private static final long SECOND = 1_000_000_000;

  private long now = 5 * SECOND;
  private final TimeLeft left = new TimeLeft(() -> now);

  private Text after(long seconds, String phase, double share) {
    now += seconds * SECOND;
    return left.of(phase, share, "Opening");
  }

  @Test
  void what_is_left_takes_as_long_per_share_as_what_is_done() {
    after(0, "READING", 0);
    assertThat(after(10, "READING", 0.25))
        .isEqualTo(Text.of("status.left.seconds", "Opening", new Figure.Count(30)));
  }

  @Test
  void long_work_is_told_in_minutes_rounded_up() {
    after(0, "READING", 0);
    assertThat(after(10, "READING", 0.05))
        .isEqualTo(Text.of("status.left.minutes", "Opening", new Figure.Count(4)));
  }

  @Test
  void nothing_is_said_in_the_first_seconds_or_without_progress() {
    Text plain = Text.of("plain", "Opening");
    assertThat(after(0, "READING", 0)).isEqualTo(plain);
    assertThat(after(1, "READING", 0.5)).isEqualTo(plain);
    left.forget();
    after(0, "READING", 0);
    assertThat(after(60, "READING", 0.01)).isEqualTo(plain);
    assertThat(after(60, "READING", -1)).isEqualTo(plain);
  }

  @Test
  void each_phase_and_each_work_is_measured_from_its_own_beginning() {
    after(0, "READING", 0);
    after(50, "READING", 0.9);
    after(0, "DRAFTING", 0.9); // the share of the phase before may be heard last
    after(0, "DRAFTING", 0);
    assertThat(after(4, "DRAFTING", 0.5))
        .isEqualTo(Text.of("status.left.seconds", "Opening", new Figure.Count(4)));
    left.forget();
    after(0, "DRAFTING", 0);
    assertThat(after(3, "DRAFTING", 0.5))
        .isEqualTo(Text.of("status.left.seconds", "Opening", new Figure.Count(3)));
  }
}
