package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import modulus.evaluation.audit.ClosestRecords;
import modulus.table.CsvWriter;
import modulus.ui.common.SmallWard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Distance to closest record against a file of kept-back rows. */
class CopyCheckTest {
  @TempDir private Path folder;

  /** Its synthetic rows are the four real ones: the plainest copy. */
  private final SynthesisOutcome copied =
      SmallWard.outcome(SmallWard.draft(), SynthesisSettings.defaults(), 1, 0.5);

  private ClosestRecords check(String file) {
    return CopyCheck.of(SmallWard.opened(), file, copied, RunListener.silent());
  }

  @Test
  void copied_rows_are_all_nearer_to_what_they_were_copied_from() throws IOException {
    Path kept = folder.resolve("kept.csv");
    Files.writeString(kept, "age,sex,ward_id\n110,f,x\n5,m,y\n90,m,z\n100,f,w\n");
    ClosestRecords found = check(kept.toString());
    assertThat(found.closerShare()).isEqualTo(1);
    assertThat(found.closerExpected()).isEqualTo(0.5);
    assertThat(found.median()).isZero();
    assertThat(found.realMedian()).isPositive();
  }

  @Test
  void a_file_that_is_gone_or_no_file_name_is_told_in_a_sentence() {
    assertThatThrownBy(() -> check(folder.resolve("gone.csv").toString()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("gone.csv");
    assertThatThrownBy(() -> check("a\0b"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("no file name");
  }

  @Test
  void rows_of_the_table_itself_are_not_taken_for_kept_back_ones() throws IOException {
    Path same = folder.resolve("same.csv");
    CsvWriter.write(SmallWard.table(), Collections.nCopies(3, ""), same);
    assertThatThrownBy(() -> check(same.toString()))
        .isInstanceOf(Failure.class)
        .hasMessage(
            "Most of the kept-back rows are rows of the open table, so they were not kept back.");
    Path mostly = folder.resolve("mostly.csv");
    Files.writeString(mostly, "age,sex,ward_id\n70,f,x\n34,m,y\n90,m,z\n");
    assertThatThrownBy(() -> check(mostly.toString())).isInstanceOf(Failure.class);
    Path one = folder.resolve("one.csv");
    Files.writeString(one, "age,sex,ward_id\n70,f,x\n33,m,y\n90,m,z\n");
    assertThat(check(one.toString()).compared()).isEqualTo(4);
  }
}
