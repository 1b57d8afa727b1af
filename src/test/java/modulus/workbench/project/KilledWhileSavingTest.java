package modulus.workbench.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import modulus.workbench.RunListener;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** A program killed at any moment of a save leaves the last project or the one before, whole. */
class KilledWhileSavingTest {
  private static final int LONGEST_LIFE_MILLISECONDS = 400;

  @TempDir private Path folder;

  @RepeatedTest(3)
  void a_project_killed_while_it_was_saved_opens_with_its_model() throws Exception {
    Path csv = folder.resolve("ward.csv");
    Files.write(csv, Files.readAllLines(Path.of("assets/ward-sample.csv")).subList(0, 2_000));
    Path project = folder.resolve("ward.modulus");
    Path out = Files.createFile(folder.resolve("saver.out"));
    Process saver =
        AnotherJava.start(ProjectSaver.class, out, csv, project, folder.resolve("user"));
    while (saver.isAlive() && AnotherJava.said(out).isEmpty()) {
      Thread.sleep(5);
    }
    Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_LIFE_MILLISECONDS));
    saver.destroyForcibly();
    assertThat(saver.waitFor(1, TimeUnit.MINUTES)).isTrue();

    Projects projects = new Projects(new UserDirectory(folder.resolve("user")));
    Projects.Opened opened = projects.open(project, RunListener.silent());
    assertThat(opened.lacking()).isFalse();
    assertThat(opened.sitting().outcome().orElseThrow().model()).isPresent();
    List<Integer> said = AnotherJava.said(out);
    int last = said.get(said.size() - 1);
    assertThat(opened.sitting().settings().rows().orElseThrow()).isBetween(last, last + 1);

    for (Path left : leftovers()) {
      Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(7_200)));
    }
    Files.createFile(folder.resolve(".ward.modulus.at-work.part"));
    projects.save(opened.sitting(), project, RunListener.silent());
    assertThat(leftovers()).containsExactly(folder.resolve(".ward.modulus.at-work.part"));
  }

  private List<Path> leftovers() throws IOException {
    try (var all = Files.list(folder)) {
      return all.filter(each -> each.toString().endsWith(".part")).toList();
    }
  }
}
