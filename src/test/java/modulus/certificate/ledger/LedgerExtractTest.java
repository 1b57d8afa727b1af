package modulus.certificate.ledger;

import static modulus.certificate.ledger.Releases.OTHER_TABLE;
import static modulus.certificate.ledger.Releases.TABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import modulus.certificate.FormatException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerExtractTest {
  @TempDir private Path folder;
  private byte[] bytes;

  @BeforeEach
  void write() throws LedgerException {
    bytes =
        Releases.in(folder)
            .visit(
                session -> {
                  session.append(Releases.started(TABLE, 1));
                  session.append(Releases.started(OTHER_TABLE, 2));
                  session.append(Releases.gaussian(TABLE, 1, 0.2));
                  return session.extract(TableIdentity.of(TABLE)).bytes();
                });
  }

  @Test
  void it_holds_the_tables_entries_and_the_whole_chain() throws FormatException {
    LedgerExtract extract = LedgerExtract.read(bytes);
    assertThat(extract.chain().size()).isEqualTo(4);
    assertThat(extract.history().runs()).isEqualTo(1);
    assertThat(extract.history().releases()).hasSize(1);
    assertThat(extract.release(3)).isPresent();
  }

  @Test
  void it_can_be_told_from_other_files_by_its_beginning() {
    assertThat(new String(bytes, StandardCharsets.UTF_8)).startsWith(LedgerExtract.BEGINNING);
  }

  @Test
  void it_says_nothing_of_other_tables() {
    assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain(OTHER_TABLE);
  }

  @Test
  void a_table_that_is_no_fingerprint_is_refused_in_a_sentence() {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int last = text.lastIndexOf(TABLE);
    String changed = text.substring(0, last) + "x" + text.substring(last + TABLE.length());
    assertThatThrownBy(() -> LedgerExtract.read(changed.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("does not name its table");
  }

  @Test
  void a_run_released_twice_is_refused() throws LedgerException {
    LedgerFile ledger = Releases.in(folder);
    ledger.visit(session -> session.append(Releases.gaussian(TABLE, 1, 2)));
    assertThatThrownBy(() -> Releases.history(ledger, TABLE))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("releases a run a second time");
  }

  @Test
  void a_changed_byte_is_refused_wherever_it_is() {
    for (int at = 0; at < bytes.length; at += 7) {
      byte[] changed = bytes.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> LedgerExtract.read(changed))
          .as("byte " + at)
          .isInstanceOf(FormatException.class);
    }
  }
}
