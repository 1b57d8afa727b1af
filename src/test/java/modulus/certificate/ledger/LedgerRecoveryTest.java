package modulus.certificate.ledger;

import static modulus.certificate.ledger.Releases.TABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import modulus.CopiedFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the files ends in the old state, the new state, or a clear refusal. */
class LedgerRecoveryTest {
  @TempDir private Path folder;
  private LedgerFile ledger;
  private byte[] before;
  private byte[] after;

  /** A ledger of three entries and the file as it was before the last. */
  @BeforeEach
  void write() throws Exception {
    ledger = Releases.in(folder.resolve("kept"));
    ledger.visit(session -> session.append(Releases.started(TABLE, 1)));
    before = Files.readAllBytes(ledger.file());
    CopiedFolder.of(folder.resolve("kept"), folder.resolve("older"));
    ledger.visit(session -> session.append(Releases.gaussian(TABLE, 1, 0.2)));
    after = Files.readAllBytes(ledger.file());
  }

  /** What this computer remembered before the last entry was written. */
  private void forgetTheLastEntry() throws IOException {
    CopiedFolder.of(
        folder.resolve("older").resolve("state"), folder.resolve("kept").resolve("state"));
  }

  private void refused(String reason) {
    assertThatThrownBy(() -> ledger.visit(LedgerSession::size))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining(reason)
        .satisfies(e -> assertThat(((LedgerException) e).action()).isNotBlank());
  }

  @Test
  void a_write_that_ended_at_any_byte_leaves_the_old_state_and_says_so() throws Exception {
    for (int length = before.length; length < after.length; length++) {
      forgetTheLastEntry();
      Files.write(ledger.file(), Arrays.copyOf(after, length));
      boolean torn = length > before.length;
      ledger.visit(
          session -> {
            assertThat(session.size()).isEqualTo(2);
            assertThat(session.recovered()).isEqualTo(torn);
            return null;
          });
      assertThat(Files.readAllBytes(ledger.file())).isEqualTo(before);
    }
  }

  @Test
  void after_an_unfinished_entry_the_next_one_is_written_as_if_it_had_never_been()
      throws Exception {
    forgetTheLastEntry();
    Files.write(ledger.file(), Arrays.copyOf(after, after.length - 1));
    ledger.visit(session -> session.append(Releases.gaussian(TABLE, 1, 0.3)));
    ledger.visit(session -> assertThat(session.size()).isEqualTo(3));
    assertThat(Releases.history(ledger, TABLE).releases()).hasSize(1);
  }

  @Test
  void a_whole_entry_counts_even_if_the_process_ended_before_noting_it_elsewhere()
      throws Exception {
    forgetTheLastEntry();
    assertThat(Releases.history(ledger, TABLE).releases()).hasSize(1);
    // and from then on it is known
    Files.write(ledger.file(), before);
    refused("rolled back");
  }

  @Test
  void a_finished_entry_cut_off_at_any_byte_is_a_rollback_and_refused() throws Exception {
    for (int length = before.length; length < after.length; length++) {
      Files.write(ledger.file(), Arrays.copyOf(after, length));
      refused("rolled back");
      assertThat(Files.size(ledger.file())).as("nothing is repaired").isEqualTo(length);
    }
  }

  @Test
  void an_older_copy_is_refused_until_the_newest_is_put_back() throws Exception {
    Files.write(ledger.file(), before);
    refused("rolled back");
    Files.write(ledger.file(), after);
    ledger.visit(session -> assertThat(session.size()).isEqualTo(3));
  }

  @Test
  void an_older_copy_is_refused_in_another_folder_too() throws Exception {
    ledger =
        new LedgerFile(
            folder.resolve("older").resolve("ledger.jsonl"),
            folder.resolve("kept").resolve("state"));
    refused("rolled back");
  }

  @Test
  void a_copy_that_was_continued_elsewhere_is_refused() throws Exception {
    LedgerFile copy = Releases.in(folder.resolve("older"));
    copy.visit(session -> session.append(Releases.gaussian(TABLE, 1, 0.1)));
    Files.copy(copy.file(), ledger.file(), StandardCopyOption.REPLACE_EXISTING);
    refused("another history");
  }

  @Test
  void a_ledger_that_is_gone_is_refused_and_not_begun_anew() throws Exception {
    Files.delete(ledger.file());
    refused("is gone");
    Files.delete(ledger.keys());
    refused("is gone");
    assertThat(ledger.exists()).isTrue();
  }

  @Test
  void another_ledger_in_its_place_is_refused() throws Exception {
    LedgerFile other = Releases.in(folder.resolve("other"));
    other.visit(LedgerSession::size);
    Files.copy(other.file(), ledger.file(), StandardCopyOption.REPLACE_EXISTING);
    refused("Another ledger");
  }

  @Test
  void missing_or_foreign_keys_are_refused() throws Exception {
    LedgerFile other = Releases.in(folder.resolve("other"));
    other.visit(LedgerSession::size);
    Files.copy(other.keys(), ledger.keys(), StandardCopyOption.REPLACE_EXISTING);
    refused("keys");
    Files.delete(ledger.keys());
    refused("keys");
  }

  @Test
  void a_changed_byte_is_refused_wherever_it_is() throws Exception {
    for (int at = 0; at < after.length; at += 3) {
      byte[] changed = after.clone();
      changed[at] ^= 1;
      Files.write(ledger.file(), changed);
      assertThatThrownBy(() -> ledger.visit(LedgerSession::size))
          .as("byte " + at)
          .isInstanceOf(LedgerException.class);
    }
  }

  @Test
  void a_first_use_that_ended_between_any_two_steps_can_be_repeated() throws Exception {
    LedgerFile fresh = Releases.in(folder.resolve("fresh"));
    Files.createDirectories(fresh.file().getParent());
    // keys under their passing name, no opening yet
    Files.write(fresh.newKeys(), LedgerKeys.fresh().bytes());
    fresh.visit(session -> assertThat(session.size()).isEqualTo(1));
    // the opening written, the keys not yet renamed, nothing noted
    Files.move(fresh.keys(), fresh.newKeys());
    try (Stream<Path> anchors = Files.list(fresh.anchors())) {
      for (Path anchor : anchors.toList()) {
        Files.delete(anchor);
      }
    }
    fresh.visit(session -> assertThat(session.size()).isEqualTo(1));
    assertThat(fresh.keys()).exists();
  }

  @Test
  void a_folder_that_cannot_be_used_is_told_with_what_to_do() throws Exception {
    Path file = Files.write(folder.resolve("file"), new byte[] {1});
    ledger = Releases.in(file);
    refused("could not be read or written");
  }

  @Test
  void an_entry_that_could_not_be_noted_elsewhere_is_said_to_count_and_does() throws Exception {
    Path aside = folder.resolve("aside");
    assertThatThrownBy(
            () ->
                ledger.visit(
                    session -> {
                      inTheWayOfNotes(aside);
                      return session.append(Releases.started(TABLE, 2));
                    }))
        .isInstanceOf(LedgerException.class)
        .hasMessage(
            "The ledger holds the entry and counts it, but this computer could not note so in "
                + ledger.anchors()
                + "; what was to follow was not done.");
    Files.delete(ledger.anchors());
    Files.move(aside, ledger.anchors());
    assertThat(Releases.history(ledger, TABLE).runs()).isEqualTo(2);
  }

  private void inTheWayOfNotes(Path aside) {
    try {
      Files.move(ledger.anchors(), aside);
      Files.write(ledger.anchors(), new byte[] {1});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void an_entry_too_long_to_be_read_again_is_not_written() throws Exception {
    EntryBody.Released release = Releases.gaussian(TABLE, 2, 0.1);
    EntryBody.Released longest =
        new EntryBody.Released(
            TABLE,
            release.run(),
            release.records(),
            release.scope(),
            release.unit(),
            release.delta(),
            0,
            release.epsilon(),
            Collections.nCopies(20_000, release.events().get(0)));
    assertThatThrownBy(() -> ledger.visit(session -> session.append(longest)))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("nothing was recorded");
    assertThat(ledger.file()).hasBinaryContent(after);
    ledger.visit(session -> assertThat(session.size()).isEqualTo(3));
  }
}
