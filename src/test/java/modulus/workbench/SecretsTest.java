package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import modulus.RecordedLog;
import modulus.certificate.SigningKeystore;
import modulus.certificate.ledger.LedgerFile;
import modulus.privacy.GuaranteeRandom;
import modulus.schema.Schema;
import modulus.table.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passphrases and keys are overwritten after use and never told. */
class SecretsTest {
  private static final String OWN = "Brackwasser-1742";
  private static final String OTHERS = "Hagebutte-2931";

  @TempDir Path folder;
  private final StringBuilder said = new StringBuilder();
  private RecordedLog log;

  @BeforeEach
  void listen() {
    log = RecordedLog.open();
  }

  @AfterEach
  void no_passphrase_was_told() {
    log.close();
    said.append(log.text());
    assertThat(said.toString()).doesNotContain(OWN, OTHERS);
  }

  private static SigningChoice.Keystore keystore(Path file, String passphrase) {
    return new SigningChoice.Keystore(file, passphrase.toCharArray(), "Ward 7");
  }

  private void tell(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace, true));
    said.append(trace).append(((Failure) thrown).details()).append(((Failure) thrown).action());
  }

  @Test
  void wiping_a_choice_overwrites_the_arrays_that_were_handed_in() {
    char[] own = OWN.toCharArray();
    char[] others = OTHERS.toCharArray();
    Path file = folder.resolve("keys.p12");
    SigningChoice choice =
        new SigningChoice.Keystore(
            file, own, "Ward 7", Optional.of(new SigningChoice.HospitalKey(file, others)));
    said.append(choice);
    choice.wipe();
    assertThat(own).containsOnly('\0');
    assertThat(others).containsOnly('\0');
  }

  @Test
  void a_keystore_s_passphrase_is_told_by_no_failure_and_no_file() throws IOException {
    Path file = folder.resolve("keys.p12");
    SigningKeys.of(keystore(file, OWN));
    tell(catchThrowable(() -> SigningKeys.of(keystore(file, OTHERS))));
    tell(catchThrowable(() -> SigningKeys.of(keystore(folder.resolve("no/keys.p12"), OWN))));
    tell(catchThrowable(() -> SigningKeys.of(keystore(folder.resolve("short.p12"), "1742"))));
    Files.writeString(folder.resolve("broken.p12"), "no keystore");
    tell(catchThrowable(() -> SigningKeys.of(keystore(folder.resolve("broken.p12"), OWN))));
    assertThat(said).contains("passphrase");
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(OWN);
  }

  @Test
  void the_passphrase_of_an_imported_key_is_overwritten_even_where_it_is_wrong() throws Exception {
    Path theirs = folder.resolve("hospital.p12");
    SigningKeystore.create(theirs, OTHERS.toCharArray(), "Hospital");
    char[] right = OTHERS.toCharArray();
    char[] wrong = OWN.toCharArray();
    SigningChoice.Keystore mine = keystore(folder.resolve("mine.p12"), OWN);
    tell(catchThrowable(() -> SigningKeys.of(importing(mine, theirs, wrong))));
    assertThat(wrong).containsOnly('\0');
    SigningKeys.of(importing(mine, theirs, right));
    assertThat(right).containsOnly('\0');
  }

  private static SigningChoice importing(SigningChoice.Keystore into, Path from, char[] with) {
    return new SigningChoice.Keystore(
        into.file(),
        into.passphrase(),
        into.owner(),
        Optional.of(new SigningChoice.HospitalKey(from, with)));
  }

  @Test
  void the_ledger_s_key_of_fingerprints_is_overwritten_when_the_visit_ends() throws Exception {
    LedgerFile ledger = LedgerPlace.at(folder.resolve("ledger.jsonl"));
    byte[] first = ledger.visit(session -> session.tableKey().clone());
    assertThat(first).hasSize(32).isNotEqualTo(new byte[32]);
    byte[] held = ledger.visit(session -> session.tableKey());
    assertThat(held).isEqualTo(new byte[32]);
    byte[] again = ledger.visit(session -> session.tableKey().clone());
    assertThat(again).isEqualTo(first);
  }

  @Test
  void the_generator_of_a_run_forgets_its_key_when_the_run_ends() {
    Table table =
        new TableOpening().open(Path.of("assets/ward-sample.csv"), RunListener.silent()).table();
    Schema schema = new SchemaFiles().read(Path.of("assets/ward-sample.schema.json"));
    GuaranteeRandom[] held = new GuaranteeRandom[1];
    SynthesisRun run =
        SynthesisRun.planted(
            table,
            schema,
            SynthesisSettings.defaults(),
            (known, random) -> {
              random.nextLong();
              held[0] = random;
              throw new RunCancelledException();
            });
    assertThatThrownBy(() -> run.run(RunListener.silent()))
        .isInstanceOf(RunCancelledException.class);
    assertThatThrownBy(() -> held[0].nextInt(2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the generator was closed");
  }
}
