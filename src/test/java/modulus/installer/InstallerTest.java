package modulus.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import modulus.Launcher;
import modulus.ui.ModulusApplication;
import modulus.workbench.project.ProjectFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the installers are made of fits the application; making one is not part of the gate. */
class InstallerTest {
  private static final Path PROGRAM = Path.of("installer", "Package.java");
  private static final Path RESOURCES = Path.of("installer", "resources");
  private static final Path LICENCES = Path.of("installer", "licences");

  /** Beginnings of the jars that tests bring and installers do not carry. */
  private static final List<String> TESTS_ONLY =
      List.of(
          "apiguardian-",
          "archunit-",
          "assertj-",
          "byte-buddy-",
          "hamcrest-",
          "jmh-",
          "jopt-simple-",
          "jqwik-",
          "junit-",
          "openjfx-monocle-",
          "opentest4j-",
          "org.osgi.core-",
          "org.jacoco.",
          "surefire-",
          "testfx-");

  private record Licence(String beginning, String name, List<String> texts) {}

  private static List<Licence> licences() throws IOException {
    try (Stream<String> lines = Files.lines(LICENCES.resolve("libraries.txt"))) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" {2,}"))
          .map(columns -> new Licence(columns[0], columns[1], List.of(columns[2].split(" "))))
          .toList();
    }
  }

  @Test
  void every_library_has_a_licence_in_the_list() throws IOException {
    List<Licence> licences = licences();
    List<String> jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(path -> path.endsWith(".jar"))
            .map(path -> Path.of(path).getFileName().toString())
            .filter(name -> TESTS_ONLY.stream().noneMatch(name::startsWith))
            .toList();

    assertThat(jars)
        .hasSizeGreaterThan(40)
        .allMatch(name -> licences.stream().anyMatch(known -> name.startsWith(known.beginning())));
    assertThat(licences)
        .allMatch(known -> jars.stream().anyMatch(name -> name.startsWith(known.beginning())));
  }

  @Test
  void every_text_the_list_names_is_there_and_none_is_without_use() throws IOException {
    List<String> named =
        licences().stream()
            .flatMap(licence -> licence.texts().stream())
            .filter(text -> !text.equals("jar") && !text.equals("LICENSE"))
            .distinct()
            .toList();

    try (Stream<Path> files = Files.list(LICENCES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !name.equals("libraries.txt"))
          .containsExactlyInAnyOrderElementsOf(named);
    }
  }

  /** MIT and BSD licences ask for the copyright line to be handed on. */
  @Test
  void every_text_of_an_mit_or_bsd_licence_names_whose_copyright_it_is() throws IOException {
    try (Stream<Path> files = Files.list(LICENCES)) {
      List<Path> texts =
          files.filter(file -> file.toString().matches(".*-(MIT|BSD-[23]-Clause)\\.txt")).toList();
      assertThat(texts).hasSizeGreaterThan(4);
      for (Path text : texts) {
        assertThat(Files.readString(text))
            .as(text.toString())
            .containsPattern("Copyright (\\(c\\) )?(19|20)\\d\\d[-, 0-9]* \\w+");
      }
    }
  }

  @Test
  void the_desktop_entry_opens_project_files_with_the_applications_window() throws Exception {
    Properties entry = new Properties();
    try (var in = Files.newBufferedReader(RESOURCES.resolve("modulus.desktop"))) {
      entry.load(in);
    }
    Document types =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(RESOURCES.resolve("modulus.xml").toFile());
    Element type = (Element) types.getElementsByTagName("mime-type").item(0);
    Element glob = (Element) type.getElementsByTagName("glob").item(0);

    assertThat(glob.getAttribute("pattern")).isEqualTo("*" + ProjectFile.EXTENSION);
    assertThat(entry).containsEntry("MimeType", type.getAttribute("type") + ";");
    assertThat(entry).containsEntry("Exec", "/opt/modulus/bin/modulus %f");
    assertThat(entry).containsEntry("Categories", "Science;MedicalSoftware;");
    // by this name the desktop knows that the window belongs to the entry
    assertThat(entry).containsEntry("StartupWMClass", ModulusApplication.class.getName());
    assertThat(entry).containsKeys("Comment", "Comment[de]", "GenericName", "GenericName[de]");
    assertThat(Files.readString(PROGRAM))
        .contains(type.getAttribute("type"), "\"" + Launcher.class.getName() + "\"");
  }

  @Test
  void the_icon_is_a_square_with_clear_corners() throws IOException {
    BufferedImage icon = ImageIO.read(ModulusApplication.class.getResource("modulus.png"));

    assertThat(icon.getWidth()).isEqualTo(512);
    assertThat(icon.getHeight()).isEqualTo(512);
    assertThat(icon.getRGB(0, 0) >>> 24).isZero();
    assertThat(icon.getRGB(256, 40) >>> 24).isEqualTo(255);
  }

  @Test
  void the_program_compiles_without_a_warning(@TempDir Path folder) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    int code =
        compiler.run(
            null,
            null,
            System.err,
            "-proc:none",
            "-Xlint:all",
            "-Werror",
            "--class-path",
            folder.toString(),
            "-d",
            folder.toString(),
            PROGRAM.toString());

    assertThat(code).isZero();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void an_installer_for_another_system_is_refused_in_a_sentence() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                PROGRAM.toString(),
                "msi")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(said.strip()).isEqualTo("The kind msi is made on Windows; this is Linux.");
  }
}
