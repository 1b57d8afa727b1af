package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import modulus.table.Table;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that is saved costs a table by a wrong name. */
class KeptFileTest {
  private static final String TABLE = "age,sex\n" + "40,f\n50,m\n60,f\n".repeat(20);

  @TempDir private Path folder;
  private Path table;

  @BeforeEach
  void write() throws IOException {
    table = Files.writeString(folder.resolve("ward.csv"), TABLE);
  }

  private OpenedTable opened() {
    return new TableOpening().open(table, RunListener.silent());
  }

  private void kept(ThrowingCallable saving) {
    assertThatThrownBy(saving)
        .isInstanceOf(Failure.class)
        .hasMessageContaining("ward.csv: another file of this name is there");
    assertThat(table).hasContent(TABLE);
  }

  @Test
  void a_schema_is_written_over_a_schema_alone() throws IOException {
    OpenedTable opened = opened();
    SchemaFiles files = new SchemaFiles();
    kept(() -> files.write(opened.draft(), table));
    Path schema = Files.createFile(folder.resolve("ward.schema.json"));
    files.write(opened.draft(), schema);
    files.write(opened.draft(), schema);
    assertThat(files.read(schema)).isEqualTo(opened.draft());
  }

  @Test
  void an_extract_of_the_ledger_is_not_written_over_a_table() {
    Table read = opened().table();
    kept(
        () ->
            BudgetLedger.at(folder.resolve("ledger.jsonl"))
                .extract(read, table, RunListener.silent()));
  }

  @Test
  void a_file_that_is_not_there_is_of_any_kind() {
    assertThatCode(() -> KeptFile.requireOwnKind(folder.resolve("new.json"), "mark"))
        .doesNotThrowAnyException();
  }
}
