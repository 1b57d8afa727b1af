package modulus.workbench.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Another virtual machine with this one's classes, to be killed; it says a number per line. */
final class AnotherJava {
  private AnotherJava() {}

  /**
   * @param out takes what it says
   */
  static Process start(Class<?> main, Path out, Path... arguments) throws IOException {
    // surefire hides the class path from the usual property
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classPath,
                    main.getName()),
                Stream.of(arguments).map(Path::toString))
            .toList();
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(out.toFile())
        .start();
  }

  /** The numbers it has said so far, in whole lines. */
  static List<Integer> said(Path out) throws IOException {
    String text = Files.readString(out);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(Integer::parseInt).toList();
  }
}
