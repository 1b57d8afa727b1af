package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableOpeningTest {
  private static final Path WARD = Path.of("assets/ward-sample.csv");

  /** Cancels as soon as the drafting has begun. */
  private static final class UpToTheDraft implements RunListener {
    private final Set<RunPhase> heard = EnumSet.noneOf(RunPhase.class);

    @Override
    public void phase(RunPhase phase, double fraction) {
      heard.add(phase);
    }

    @Override
    public boolean cancelled() {
      return heard.contains(RunPhase.DRAFTING);
    }
  }

  @Test
  void opening_can_be_cancelled_while_the_schema_is_drafted() {
    UpToTheDraft listener = new UpToTheDraft();
    assertThatThrownBy(() -> new TableOpening().open(WARD, listener))
        .isInstanceOf(RunCancelledException.class);
    assertThat(listener.heard).containsExactly(RunPhase.READING, RunPhase.DRAFTING);
  }
}
