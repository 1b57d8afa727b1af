package modulus.certificate.ledger;

import static modulus.certificate.ledger.Releases.OTHER_TABLE;
import static modulus.certificate.ledger.Releases.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import modulus.certificate.BudgetAction;
import modulus.certificate.BudgetLimit;
import modulus.certificate.BudgetRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file read in another way must not bring a fresh budget; a file saved anew must not, either. */
class LinkedTablesTest {
  private static final String FILE = "1".repeat(64);
  private static final String OTHER_FILE = "2".repeat(64);

  @TempDir private Path folder;

  private static EntryBody.RunStarted started(String table, String file, int run) {
    return new EntryBody.RunStarted(
        new TableIdentity(table, Optional.of(file)), Releases.run(run), 10_000, Releases.DELTA);
  }

  private TableHistory history(TableIdentity table) throws LedgerException {
    return Releases.in(folder).visit(session -> session.table(table));
  }

  private void append(EntryBody... bodies) throws LedgerException {
    Releases.in(folder)
        .visit(
            session -> {
              for (EntryBody body : bodies) {
                session.append(body);
              }
              return session;
            });
  }

  @Test
  void a_reading_not_seen_before_has_the_history_of_its_file() throws LedgerException {
    append(started(TABLE, FILE, 1), Releases.gaussian(TABLE, 1, 0.2), Releases.budget(TABLE, 3));
    TableHistory other = history(new TableIdentity(OTHER_TABLE, Optional.of(FILE)));
    assertThat(other.runs()).isEqualTo(1);
    assertThat(other.releases()).hasSize(1);
    assertThat(other.budget().orElseThrow().epsilon()).isEqualTo(3);
  }

  @Test
  void another_file_with_other_values_is_another_table() throws LedgerException {
    append(started(TABLE, FILE, 1));
    assertThat(history(new TableIdentity(OTHER_TABLE, Optional.of(OTHER_FILE))).known()).isFalse();
    assertThat(history(TableIdentity.of(OTHER_TABLE)).known()).isFalse();
  }

  @Test
  void both_readings_count_once_either_names_the_file() throws LedgerException {
    append(
        started(TABLE, FILE, 1),
        Releases.gaussian(TABLE, 1, 0.2),
        started(OTHER_TABLE, FILE, 2),
        Releases.gaussian(OTHER_TABLE, 2, 0.2));
    for (String reading : new String[] {TABLE, OTHER_TABLE}) {
      TableHistory history = history(TableIdentity.of(reading));
      assertThat(history.runs()).isEqualTo(2);
      assertThat(history.releases()).hasSize(2);
    }
    assertThat(Releases.in(folder).visit(LedgerSession::tables)).containsExactly(TABLE);
  }

  /** The same values saved anew, then that file read in another way. */
  @Test
  void readings_are_linked_through_any_number_of_files() throws LedgerException {
    append(
        started(OTHER_TABLE, OTHER_FILE, 3),
        started(TABLE, FILE, 1),
        started(TABLE, OTHER_FILE, 2));
    assertThat(history(new TableIdentity("3".repeat(64), Optional.of(FILE))).runs()).isEqualTo(3);
  }

  @Test
  void what_was_known_before_an_entry_does_not_change_when_a_later_one_links_tables()
      throws LedgerException {
    append(started(TABLE, FILE, 1), started(OTHER_TABLE, OTHER_FILE, 2));
    append(started(OTHER_TABLE, FILE, 3));
    Releases.in(folder)
        .visit(
            session -> {
              assertThat(session.table(TABLE, 3).runs()).isEqualTo(1);
              assertThat(session.table(TABLE, 4).runs()).isEqualTo(3);
              return session;
            });
  }

  /** Feldman and Zrnic's theorem needs the filter before the first release. */
  @Test
  void a_filter_that_proves_to_be_later_than_a_release_is_an_ordinary_budget()
      throws LedgerException {
    BudgetLimit filter =
        new BudgetLimit(6, Releases.DELTA, BudgetAction.BLOCK, BudgetRule.RENYI_FILTER);
    append(
        started(OTHER_TABLE, OTHER_FILE, 1),
        Releases.gaussian(OTHER_TABLE, 1, 0.2),
        new EntryBody.BudgetSet(new TableIdentity(TABLE, Optional.of(FILE)), filter));
    assertThat(history(TableIdentity.of(TABLE)).budget()).contains(filter);
    append(started(OTHER_TABLE, FILE, 2));
    assertThat(history(TableIdentity.of(TABLE)).budget().orElseThrow().rule())
        .isEqualTo(BudgetRule.COMPOSITION);
  }

  @Test
  void an_extract_holds_every_reading_and_still_nothing_of_other_tables() throws Exception {
    String third = "4".repeat(64);
    append(
        started(TABLE, FILE, 1),
        started(OTHER_TABLE, FILE, 2),
        Releases.gaussian(OTHER_TABLE, 2, 0.2),
        started(third, "5".repeat(64), 3));
    byte[] bytes =
        Releases.in(folder)
            .visit(
                session ->
                    session.extract(new TableIdentity("6".repeat(64), Optional.of(FILE))).bytes());
    LedgerExtract extract = LedgerExtract.read(bytes);
    assertThat(extract.table()).isEqualTo(TABLE);
    assertThat(extract.isOf(OTHER_TABLE)).isTrue();
    assertThat(extract.isOf(third)).isFalse();
    assertThat(extract.history().runs()).isEqualTo(2);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain(third);
  }

  @Test
  void a_ledger_whose_entries_name_no_file_is_read_as_before() throws Exception {
    append(Releases.started(TABLE, 1), Releases.gaussian(TABLE, 1, 0.2));
    assertThat(Files.readString(folder.resolve("ledger.jsonl"))).doesNotContain("\"file\"");
    assertThat(history(new TableIdentity(TABLE, Optional.of(FILE))).runs()).isEqualTo(1);
  }
}
