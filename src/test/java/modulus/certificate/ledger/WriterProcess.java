package modulus.certificate.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.commons.math3.special.Erf;

/**
 * A {@link LedgerWriter} in a process of its own.
 *
 * @param out what it says, a line for each release that was written
 */
record WriterProcess(Process process, Path out) {
  private static final int LONGEST_LIFE_MILLISECONDS = 120;

  static WriterProcess start(Path folder, int first, int count) throws Exception {
    Path out = Files.createTempFile(folder, "writer", ".out");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                LedgerWriter.class.getName(),
                folder.toString(),
                Integer.toString(first),
                Integer.toString(count))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(out.toFile())
            .start();
    return new WriterProcess(process, out);
  }

  /** Found from classes, since a test runner may hide its class path. */
  private static String classPath() throws URISyntaxException {
    Set<String> places = new LinkedHashSet<>();
    for (Class<?> type :
        List.of(
            LedgerWriter.class,
            LedgerFile.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonProperty.class,
            Erf.class)) {
      places.add(
          Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    return String.join(File.pathSeparator, places);
  }

  /** The numbers of the releases it said were written. */
  List<Integer> end() throws IOException, InterruptedException {
    process.waitFor();
    return written();
  }

  /** SIGKILL, or what the system has of the kind, at a random moment while it writes. */
  List<Integer> killSomeTimeAfterTheFirstEntry() throws IOException, InterruptedException {
    while (process.isAlive() && written().isEmpty()) {
      Thread.sleep(5);
    }
    Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_LIFE_MILLISECONDS));
    process.destroyForcibly();
    return end();
  }

  /** A line that was cut off by the kill is no acknowledgement. */
  private List<Integer> written() throws IOException {
    String text = Files.readString(out);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(Integer::parseInt).toList();
  }
}
