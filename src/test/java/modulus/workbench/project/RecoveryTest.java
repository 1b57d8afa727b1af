package modulus.workbench.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import modulus.workbench.Failure;
import modulus.workbench.OpenedTable;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import modulus.workbench.RunPhase;
import modulus.workbench.TableOpening;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every {@link Recovery} is a window; one that is closed without forgetting was killed. */
class RecoveryTest {
  @TempDir private Path folder;
  private Path csv;
  private OpenedTable table;
  private Recovery first;
  private Recovery second;

  @BeforeEach
  void start() throws IOException {
    csv = folder.resolve("ward.csv");
    Files.write(csv, Files.readAllLines(Path.of("assets/ward-sample.csv")).subList(0, 300));
    table = new TableOpening().open(csv, RunListener.silent());
    first = window();
    second = window();
  }

  @AfterEach
  void end() {
    first.close();
    second.close();
  }

  private Recovery window() {
    return new Recovery(new UserDirectory(folder.resolve("user")));
  }

  private void keep(Recovery window, int rows) {
    window.keep(RecoveryKeeper.sitting(table, rows), RunListener.silent());
  }

  private static int rows(Projects.Opened opened) {
    return opened.sitting().settings().rows().orElseThrow();
  }

  private List<Path> files() throws IOException {
    try (var all = Files.list(folder.resolve("user/recovery"))) {
      return all.toList();
    }
  }

  private Path kept() throws IOException {
    return files().stream()
        .filter(each -> each.toString().endsWith(ProjectFile.EXTENSION))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void where_nothing_was_left_nothing_is_offered_and_no_folder_made() {
    assertThat(first.leftover()).isEmpty();
    assertThat(folder.resolve("user/recovery")).doesNotExist();
  }

  @Test
  void what_a_killed_window_kept_is_restored_as_it_was_and_is_no_recent_project() {
    keep(first, 60);
    keep(first, 70);
    first.close();
    Recovery.Leftover left = second.leftover().orElseThrow();
    assertThat(left.table()).contains(csv.toAbsolutePath());
    assertThat(left.kept())
        .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(5));
    Projects.Opened opened = second.restore(RunListener.silent());
    assertThat(rows(opened)).isEqualTo(70);
    assertThat(opened.lacking()).isFalse();
    assertThat(opened.sitting().runs()).isEqualTo(3);
    assertThat(opened.sitting().schema()).isEqualTo(table.draft().declared());
    assertThat(new Projects(new UserDirectory(folder.resolve("user"))).recent()).isEmpty();
    assertThat(second.leftover()).isEmpty();
  }

  @Test
  void a_living_window_s_work_is_offered_to_nobody() {
    keep(first, 60);
    assertThat(second.leftover()).isEmpty();
    keep(second, 70);
    keep(first, 61);
    first.close();
    second.close();
    Recovery third = window();
    Recovery fourth = window();
    assertThat(third.leftover()).isPresent();
    assertThat(fourth.leftover()).as("each is offered once").isPresent();
    assertThat(
            List.of(
                rows(third.restore(RunListener.silent())),
                rows(fourth.restore(RunListener.silent()))))
        .containsExactlyInAnyOrder(61, 70);
    third.close();
    fourth.close();
  }

  @Test
  void what_one_window_offers_no_other_does_until_that_has_closed() {
    keep(first, 60);
    first.close();
    assertThat(second.leftover()).isPresent();
    Recovery third = window();
    assertThat(third.leftover()).isEmpty();
    second.close();
    assertThat(third.leftover()).isPresent();
    third.close();
  }

  @Test
  void the_latest_is_offered_first() throws IOException {
    keep(first, 60);
    Files.setLastModifiedTime(kept(), FileTime.from(Instant.now().minusSeconds(60)));
    keep(second, 70);
    first.close();
    second.close();
    Recovery third = window();
    assertThat(third.leftover()).isPresent();
    third.discard();
    assertThat(third.leftover()).isPresent();
    assertThat(rows(third.restore(RunListener.silent()))).isEqualTo(60);
    third.close();
  }

  @Test
  void restored_work_outlives_another_kill() {
    keep(first, 60);
    first.close();
    assertThat(second.leftover()).isPresent();
    second.restore(RunListener.silent());
    second.close();
    Recovery third = window();
    assertThat(third.leftover()).isPresent();
    assertThat(rows(third.restore(RunListener.silent()))).isEqualTo(60);
    third.close();
  }

  @Test
  void forgotten_and_discarded_work_leaves_nothing_behind() throws IOException {
    keep(first, 60);
    Path part = Files.createFile(kept().resolveSibling("." + kept().getFileName() + ".x.part"));
    first.forget();
    assertThat(part).doesNotExist();
    assertThat(files()).isEmpty();
    keep(first, 60);
    first.close();
    assertThat(second.leftover()).isPresent();
    second.discard();
    assertThat(files()).isEmpty();
    assertThat(second.leftover()).isEmpty();
  }

  @Test
  void only_its_owner_reads_it() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    keep(first, 60);
    for (Path each : files()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
          .isEqualTo("rw-------");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept().getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void work_on_a_table_that_changed_is_left_as_it_is() throws IOException {
    keep(first, 60);
    first.close();
    byte[] before = Files.readAllBytes(kept());
    String last = Files.readAllLines(csv).get(5);
    Files.writeString(csv, last + "\n", StandardOpenOption.APPEND);
    assertThat(second.leftover()).isPresent();
    assertThat(second.restore(RunListener.silent()).changed()).isTrue();
    keep(second, 70);
    assertThat(second.leftover()).isPresent();
    assertThat(files().stream().map(RecoveryTest::bytes)).contains(before);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void where_the_table_is_gone_the_work_stays_until_it_is_back() throws IOException {
    keep(first, 60);
    first.close();
    assertThat(second.leftover()).isPresent();
    Path away = Files.move(csv, folder.resolve("away.csv"));
    assertThatThrownBy(() -> second.restore(RunListener.silent()))
        .isInstanceOfSatisfying(
            Failure.class,
            failure ->
                assertThat(failure.action()).isEqualTo("Put it back, and choose Restore again."));
    Files.move(away, csv);
    assertThat(rows(second.restore(RunListener.silent()))).isEqualTo(60);
  }

  @Test
  void what_cannot_be_read_is_offered_for_discarding_alone() throws IOException {
    keep(first, 60);
    Files.writeString(kept(), "no zip");
    first.close();
    assertThat(second.leftover().orElseThrow().table()).isEmpty();
    second.discard();
    assertThat(files()).isEmpty();
  }

  @Test
  void keeping_that_was_stopped_leaves_what_was_kept_before() {
    keep(first, 60);
    RunListener stopping =
        new RunListener() {
          @Override
          public void phase(RunPhase phase, double fraction) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> first.keep(RecoveryKeeper.sitting(table, 70), stopping))
        .isInstanceOf(RunCancelledException.class)
        .hasCauseInstanceOf(CancellationException.class);
    first.close();
    assertThat(second.leftover()).isPresent();
    assertThat(rows(second.restore(RunListener.silent()))).isEqualTo(60);
  }

  @Test
  void another_process_keeps_its_work_to_itself_until_it_is_killed() throws Exception {
    Path out = Files.createFile(folder.resolve("keeper.out"));
    Process keeper = AnotherJava.start(RecoveryKeeper.class, out, csv, folder.resolve("user"));
    try {
      while (keeper.isAlive() && AnotherJava.said(out).isEmpty()) {
        Thread.sleep(5);
      }
      assertThat(keeper.isAlive()).isTrue();
      assertThat(first.leftover()).isEmpty();
      keep(first, 1_000_000);
    } finally {
      keeper.destroyForcibly();
    }
    assertThat(keeper.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(second.leftover().map(Recovery.Leftover::table)).contains(Optional.of(csv));
    List<Integer> said = AnotherJava.said(out);
    int last = said.get(said.size() - 1);
    assertThat(rows(second.restore(RunListener.silent()))).isBetween(last, last + 1);
  }
}
