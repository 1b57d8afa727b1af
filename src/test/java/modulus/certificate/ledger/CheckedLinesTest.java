package modulus.certificate.ledger;

import static modulus.certificate.ledger.Releases.TABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import modulus.certificate.FormatException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a ledger's file is checked once some of it was checked before. */
class CheckedLinesTest {
  private static final int ENTRIES = 5;

  @TempDir private Path folder;
  private byte[] file;
  private byte[] shorter;
  private byte[] other;
  private int checked;

  @BeforeEach
  void write() throws Exception {
    LedgerFile ledger = Releases.in(folder.resolve("one"));
    for (int run = 1; run < ENTRIES; run++) {
      shorter = run > 1 ? Files.readAllBytes(ledger.file()) : null;
      append(ledger, run);
    }
    file = Files.readAllBytes(ledger.file());
    LedgerFile another = Releases.in(folder.resolve("other"));
    append(another, 1);
    other = Files.readAllBytes(another.file());
    entries(other); // of the first nothing is known any more
  }

  private static void append(LedgerFile to, int run) throws LedgerException {
    to.visit(session -> session.append(Releases.started(TABLE, run)));
  }

  /** How many there are; {@link #checked} of them had to be checked. */
  private int entries(byte[] of) throws FormatException {
    checked = 0;
    return CheckedLines.of(of, () -> checked++).size();
  }

  @Test
  void the_same_bytes_are_checked_once() throws Exception {
    assertThat(entries(file)).isEqualTo(ENTRIES);
    assertThat(checked).isEqualTo(ENTRIES);
    assertThat(entries(file.clone())).isEqualTo(ENTRIES);
    assertThat(checked).isZero();
  }

  @Test
  void of_a_file_that_grew_only_what_was_added_is_checked() throws Exception {
    assertThat(entries(shorter)).isEqualTo(ENTRIES - 1);
    assertThat(entries(file)).isEqualTo(ENTRIES);
    assertThat(checked).isEqualTo(1);
  }

  @Test
  void of_a_shorter_or_another_file_everything_is_checked() throws Exception {
    entries(file);
    assertThat(entries(shorter)).isEqualTo(ENTRIES - 1);
    assertThat(checked).isEqualTo(ENTRIES - 1);
    assertThat(entries(other)).isEqualTo(2);
    assertThat(checked).isEqualTo(2);
  }

  @Test
  void a_byte_changed_since_is_found_wherever_it_is() throws Exception {
    for (int at = 0; at < file.length; at += 7) {
      entries(file);
      byte[] changed = file.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> entries(changed))
          .as("byte " + at)
          .isInstanceOf(FormatException.class);
    }
  }

  @Test
  void a_wrong_entry_is_refused_again_and_those_before_it_are_not_checked_again() throws Exception {
    byte[] changed = file.clone();
    changed[shorter.length + 30] ^= 1;
    assertThatThrownBy(() -> entries(changed)).isInstanceOf(FormatException.class);
    assertThatThrownBy(() -> entries(changed)).isInstanceOf(FormatException.class);
    assertThat(checked).isEqualTo(1);
    assertThat(entries(file)).isEqualTo(ENTRIES);
    assertThat(checked).isEqualTo(1);
  }

  @Test
  void a_check_that_was_cancelled_goes_on_where_it_was() throws Exception {
    checked = 0;
    assertThatThrownBy(
            () ->
                CheckedLines.of(
                    file,
                    () -> {
                      if (checked == 3) {
                        throw new CancellationException();
                      }
                      checked++;
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(entries(file)).isEqualTo(ENTRIES);
    assertThat(checked).isEqualTo(ENTRIES - 3);
  }

  @Test
  void an_unfinished_line_is_passed_over() throws Exception {
    assertThat(entries(Arrays.copyOf(file, file.length - 1))).isEqualTo(ENTRIES - 1);
    assertThat(entries(file)).isEqualTo(ENTRIES);
    assertThat(checked).isEqualTo(1);
  }
}
