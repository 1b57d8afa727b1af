package modulus.certificate.ledger;

import static modulus.certificate.ledger.Releases.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several writers at once, and writers that are killed. */
class LedgerWritersTest {
  /** How often a writer is killed; {@code -Dledger.kills=200} for the long version. */
  private static final int KILLS = Integer.getInteger("ledger.kills", 6);

  /** Longer ledgers only take longer to check. */
  private static final int KILLS_OF_ONE_LEDGER = 10;

  @TempDir private Path folder;

  @Test
  void processes_and_threads_that_write_at_once_lose_nothing() throws Exception {
    int each = 8;
    List<WriterProcess> processes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      processes.add(WriterProcess.start(folder, 1_000 * (i + 1), each));
    }
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int first = 1_000 * (i + 3);
      Thread thread = new Thread(() -> LedgerWriter.write(folder, first, each, number -> {}));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    for (WriterProcess process : processes) {
      assertThat(process.end()).hasSize(each);
    }
    TableHistory history = Releases.history(Releases.in(folder), TABLE);
    assertThat(history.releases()).hasSize(4 * each);
  }

  @Test
  void a_killed_writer_loses_no_entry_it_was_told_was_written() throws Exception {
    int told = 0;
    for (int kill = 0; kill < KILLS; kill += KILLS_OF_ONE_LEDGER) {
      told += kill(folder.resolve("ledger-" + kill), Math.min(KILLS_OF_ONE_LEDGER, KILLS - kill));
    }
    assertThat(told).isGreaterThanOrEqualTo(KILLS);
  }

  private static int kill(Path place, int kills) throws Exception {
    Files.createDirectories(place);
    int first = 1;
    int told = 0;
    for (int kill = 1; kill <= kills; kill++) {
      WriterProcess process = WriterProcess.start(place, first, Integer.MAX_VALUE);
      List<Integer> acknowledged = process.killSomeTimeAfterTheFirstEntry();
      told += acknowledged.size();
      List<EntryBody.Released> releases = Releases.history(Releases.in(place), TABLE).releases();
      // what was acknowledged, and at most the one entry that was under way, for each kill
      assertThat(releases.stream().map(EntryBody.Released::run))
          .containsAll(acknowledged.stream().map(Releases::run).toList());
      assertThat(releases.size()).isBetween(told, told + kill);
      first = Integer.parseInt(releases.get(releases.size() - 1).run(), 16) + 1;
    }
    return told;
  }
}
