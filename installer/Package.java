import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Makes an application image or an installer of what {@code mvn -DskipTests package} built.
 *
 * <p>Usage, in the project's folder: {@code java installer/Package.java app-image|deb|msi|dmg}. The
 * result lies in {@code target/installer}. Each kind is made on its own system: {@code deb} on
 * Debian or Ubuntu, {@code msi} on Windows, {@code dmg} on macOS, {@code app-image} anywhere. See
 * {@code src/site/markdown/installers.md}.
 *
 * <p>Exit codes: 0 made, 1 a tool failed, 2 refused, with the reason in a sentence.
 */
final class Package {
  /** What the application and its libraries use of the JDK; kept by hand, jdeps misses services. */
  private static final String JDK_MODULES =
      "java.base,java.compiler,java.datatransfer,java.desktop,java.logging,java.management,"
          + "java.naming,java.net.http,java.prefs,java.scripting,java.sql,java.xml,java.xml.crypto,"
          + "jdk.charsets,jdk.crypto.cryptoki,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.unsupported,"
          + "jdk.unsupported.desktop,jdk.zipfs";

  /** No debug tables, languages of the window only. */
  private static final String JLINK =
      "--strip-java-debug-attributes --no-man-pages --no-header-files --include-locales=en,de";

  /** Java alone would take a quarter of the memory; a million rows of thirty columns want 3 GB. */
  private static final String HEAP = "-XX:MaxRAMPercentage=60";

  /** Java alone would begin with so little room that it clears it five times before the window. */
  private static final String ROOM = "-XX:NewSize=128m";

  private static final String DESCRIPTION =
      "Privacy workbench: synthetic patient tables with a signed privacy certificate";

  /** Asked for by the window, but by no library: JavaFX fails without any font. */
  private static final List<String> ALSO_NEEDED =
      List.of("fonts-dejavu-core | fonts-liberation | fonts-noto-core", "shared-mime-info");

  /** Needed by a native, and made by JavaCPP at start as another name of OpenBLAS. */
  private static final String OTHER_NAME = "libopenblas_nolapack.so.0";

  private static final Map<String, String> SYSTEM_OF =
      Map.of("deb", "linux", "msi", "windows", "dmg", "macosx", "app-image", system());

  private final Path build = Path.of("target").toAbsolutePath();
  private final Path work = build.resolve("installer-work");
  private final Path made = build.resolve("installer");
  private final Path resources = Path.of("installer", "resources").toAbsolutePath();
  private final Path picture =
      Path.of("src/main/resources/modulus/ui/modulus.png").toAbsolutePath();
  private final String kind;

  private Package(String kind) {
    this.kind = kind;
  }

  /** Why nothing is made, for the person at the keyboard. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String reason) {
      super(reason);
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 1 || !SYSTEM_OF.containsKey(arguments[0])) {
      System.err.println("usage: java installer/Package.java app-image|deb|msi|dmg");
      System.exit(2);
    }
    try {
      System.exit(new Package(arguments[0]).make());
    } catch (Refused refused) {
      System.err.println(refused.getMessage());
      System.exit(2);
    }
  }

  private int make() throws IOException, InterruptedException {
    ToolProvider jpackage = check();
    delete(work);
    List<Path> libraries = libraries();
    Path input = Files.createDirectories(work.resolve("input"));
    Path lib = Files.createDirectories(input.resolve("lib"));
    Files.copy(build.resolve("modulus.jar"), input.resolve("modulus.jar"));
    for (Path library : libraries) {
      Files.copy(library, lib.resolve(library.getFileName()));
    }
    Path sample = Files.createDirectories(input.resolve("sample"));
    for (String name : List.of("ward-sample.csv", "ward-sample.schema.json")) {
      Files.copy(Path.of("assets", name), sample.resolve(name));
    }
    new Licences(Path.of("installer", "licences"))
        .gather(libraries, Files.createDirectories(input.resolve("licences")));
    Files.createDirectories(made);
    Path image = (kind.equals("deb") ? work : made).resolve(name());
    delete(image);
    int code =
        jpackage.run(
            System.out, System.err, options(input, image.getParent()).toArray(new String[0]));
    if (code != 0) {
      System.err.println("jpackage failed; what it said is above.");
      return 1;
    }
    Path result = kind.equals("deb") ? new Deb(image, libraries).build() : image;
    System.out.println("Made: " + (kind.equals("deb") || kind.equals("app-image") ? result : made));
    return 0;
  }

  /** Refuses what cannot become anything, before work is done for it. */
  private ToolProvider check() throws IOException {
    String wanted = SYSTEM_OF.get(kind);
    if (!wanted.equals(system())) {
      String where =
          Map.of("linux", "Debian or Ubuntu", "windows", "Windows", "macosx", "macOS").get(wanted);
      throw new Refused(
          "The kind "
              + kind
              + " is made on "
              + where
              + "; this is "
              + System.getProperty("os.name")
              + ".");
    }
    if (!Files.isRegularFile(Path.of("pom.xml")) || !Files.isDirectory(resources)) {
      throw new Refused("Start this in the project's folder: java installer/Package.java " + kind);
    }
    if (!Files.isRegularFile(build.resolve("modulus.jar"))) {
      throw new Refused("target/modulus.jar is not there. Build first: mvn -DskipTests package");
    }
    Optional<ToolProvider> jpackage = ToolProvider.findFirst("jpackage");
    Path java = Path.of(System.getProperty("java.home"));
    if (jpackage.isEmpty() || !Files.isDirectory(java.resolve("jmods"))) {
      throw new Refused(
          "The Java in "
              + java
              + " has no jpackage or no jmods. Use a whole JDK 17 (Debian: openjdk-17-jdk).");
    }
    Map<String, String> tools =
        switch (kind) {
          case "deb" ->
              Map.of(
                  "dpkg-deb", "dpkg", "dpkg", "dpkg", "readelf", "binutils", "ldd", "libc-bin",
                  "xvfb-run", "xvfb");
          case "msi" -> Map.of("light.exe", "WiX 3", "candle.exe", "WiX 3");
          default -> Map.of();
        };
    for (Map.Entry<String, String> tool : new TreeMap<>(tools).entrySet()) {
      if (!onPath(tool.getKey())) {
        throw new Refused(
            tool.getKey()
                + " was not found. It belongs to "
                + tool.getValue()
                + "; install that, then try again.");
      }
    }
    if (wanted.equals("windows") || wanted.equals("macosx")) {
      System.out.println(
          "NOT TRIED: nobody has yet run the " + kind + " of this program. Please look closely.");
    }
    return jpackage.get();
  }

  private List<String> options(Path input, Path destination) throws IOException {
    boolean image = kind.equals("app-image") || kind.equals("deb");
    List<String> options = new ArrayList<>();
    Collections.addAll(options, "--type", image ? "app-image" : kind, "--name", name());
    Collections.addAll(options, "--app-version", numbering(), "--vendor", "Modulus");
    Collections.addAll(options, "--description", DESCRIPTION, "--copyright", "Apache License 2.0");
    Collections.addAll(options, "--input", input.toString(), "--main-jar", "modulus.jar");
    Collections.addAll(options, "--main-class", "modulus.Launcher");
    Collections.addAll(options, "--java-options", HEAP, "--java-options", ROOM);
    // of the commands, the Debian package needs java to lay out its classes
    String jlink = kind.equals("deb") ? JLINK : JLINK + " --strip-native-commands";
    Collections.addAll(options, "--add-modules", JDK_MODULES, "--jlink-options", jlink);
    if (kind.equals("deb")) {
      Collections.addAll(options, "--java-options", "-XX:SharedArchiveFile=$APPDIR/modulus.jsa");
    }
    Collections.addAll(options, "--icon", new Icons(picture, work).forSystem().toString());
    Collections.addAll(options, "--dest", destination.toString());
    if (system().equals("windows")) {
      // the window's launcher has no console to print to
      Path console = Files.writeString(work.resolve("console.properties"), "win-console=true\n");
      Collections.addAll(options, "--add-launcher", "modulus-console=" + console);
    }
    if (!image) {
      Collections.addAll(options, "--license-file", Path.of("LICENSE").toAbsolutePath().toString());
      Collections.addAll(options, "--file-associations", association().toString());
    }
    if (kind.equals("msi")) {
      Collections.addAll(options, "--win-menu", "--win-shortcut", "--win-dir-chooser");
      Collections.addAll(options, "--win-upgrade-uuid", "5d1ab0ac-35c5-4b8f-9b3f-0b8cf0a6f5a1");
    }
    if (kind.equals("dmg")) {
      Collections.addAll(options, "--mac-package-identifier", "modulus.Modulus");
    }
    return options;
  }

  private Path association() throws IOException {
    String icon = new Icons(picture, work).forSystem().toString().replace('\\', '/');
    return Files.writeString(
        work.resolve("association.properties"),
        "extension=modulus\n"
            + "mime-type=application/x-modulus-project\n"
            + "description=Modulus project\n"
            + "icon="
            + icon
            + "\n");
  }

  /**
   * The jars the application's own jar names, so that nothing left over in the folder comes along.
   */
  private List<Path> libraries() throws IOException {
    try (JarFile jar = new JarFile(build.resolve("modulus.jar").toFile())) {
      String named = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      List<Path> libraries = new ArrayList<>();
      for (String name : named.split(" ")) {
        Path library = build.resolve(name);
        if (!Files.isRegularFile(library)) {
          throw new Refused(
              "target/" + name + " is not there. Build anew: mvn -DskipTests package");
        }
        Matcher natives = Pattern.compile("-(linux|windows|macosx)-").matcher(name);
        if (natives.find() && !natives.group(1).equals(system())) {
          throw new Refused(
              "target/" + name + " is for another system. Build on this one: mvn clean package");
        }
        libraries.add(library);
      }
      return libraries;
    }
  }

  /** The command is typed on Linux, so it is spelled small there. */
  private static String name() {
    return system().equals("linux") ? "modulus" : "Modulus";
  }

  private static String version() throws IOException {
    Matcher found =
        Pattern.compile("<artifactId>modulus</artifactId>\\s*<version>([0-9][0-9.]*)")
            .matcher(Files.readString(Path.of("pom.xml")));
    if (!found.find()) {
      throw new Refused("pom.xml names no version made of numbers and dots; installers need one.");
    }
    return found.group(1);
  }

  /** macOS refuses versions that begin with 0; there 0.1.0 becomes 1.1.0. */
  private static String numbering() throws IOException {
    String version = version();
    return system().equals("macosx") && version.startsWith("0.")
        ? "1" + version.substring(1)
        : version;
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macosx" : "linux";
  }

  private static boolean onPath(String tool) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  /** What {@code command} prints; empty when it fails. */
  private static Optional<String> ask(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path path : walk(folder, Comparator.reverseOrder())) {
        Files.delete(path);
      }
    }
  }

  private static List<Path> walk(Path folder, Comparator<Path> order) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(order).toList();
    }
  }

  /** The project's picture in the form each system wants. */
  private record Icons(Path picture, Path work) {

    Path forSystem() throws IOException {
      return switch (system()) {
        case "windows" -> Files.write(work.resolve("modulus.ico"), ico(16, 32, 48, 64, 128, 256));
        case "macosx" -> Files.write(work.resolve("modulus.icns"), icns());
        default -> picture;
      };
    }

    /** The picture as PNG, {@code size} pixels wide and high. */
    byte[] png(int size) throws IOException {
      Image scaled =
          ImageIO.read(picture.toFile()).getScaledInstance(size, size, Image.SCALE_AREA_AVERAGING);
      BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
      image.createGraphics().drawImage(scaled, 0, 0, null);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    }

    /** ICO of PNGs, as Windows reads since Vista: a header, a 16-byte entry for each, the PNGs. */
    byte[] ico(int... sizes) throws IOException {
      List<byte[]> pictures = new ArrayList<>();
      for (int size : sizes) {
        pictures.add(png(size));
      }
      int offset = 6 + 16 * sizes.length;
      int whole = offset + pictures.stream().mapToInt(picture -> picture.length).sum();
      ByteBuffer ico = ByteBuffer.allocate(whole).order(ByteOrder.LITTLE_ENDIAN);
      ico.putShort((short) 0).putShort((short) 1).putShort((short) sizes.length);
      for (int i = 0; i < sizes.length; i++) {
        byte side = (byte) (sizes[i] % 256); // 0 stands for 256
        ico.put(side)
            .put(side)
            .put((byte) 0)
            .put((byte) 0)
            .putShort((short) 1)
            .putShort((short) 32);
        ico.putInt(pictures.get(i).length).putInt(offset);
        offset += pictures.get(i).length;
      }
      pictures.forEach(ico::put);
      return ico.array();
    }

    /** ICNS of PNGs: the name of a size, the length with its 8 bytes of head, the PNG. */
    byte[] icns() throws IOException {
      Map<String, Integer> sizes = new TreeMap<>(Map.of("ic07", 128, "ic08", 256, "ic09", 512));
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(body);
      for (Map.Entry<String, Integer> size : sizes.entrySet()) {
        byte[] png = png(size.getValue());
        out.writeBytes(size.getKey());
        out.writeInt(png.length + 8);
        out.write(png);
      }
      ByteBuffer icns = ByteBuffer.allocate(8 + body.size());
      icns.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(8 + body.size());
      return icns.put(body.toByteArray()).array();
    }
  }

  /** The licences of what is packed; a library without one in the list stops everything. */
  private record Licences(Path folder) {
    private static final Pattern TEXT =
        Pattern.compile(
            "META-INF/((?:[A-Za-z_-]*)(?:LICEN[SC]E|NOTICE|COPYING)[A-Za-z0-9._-]*)",
            Pattern.CASE_INSENSITIVE);

    void gather(List<Path> libraries, Path into) throws IOException {
      Map<String, String[]> known = new TreeMap<>(Comparator.reverseOrder()); // longest first
      for (String line : Files.readAllLines(folder.resolve("libraries.txt"))) {
        if (!line.startsWith("#")) {
          String[] columns = line.split(" {2,}");
          known.put(columns[0], columns);
        }
      }
      StringBuilder list =
          new StringBuilder("Java runtime: GPL-2.0-only WITH Classpath-exception-2.0\n");
      list.append("  OpenJDK-GPL-2.0-with-classpath-exception.txt, runtime/legal\n");
      Files.copy(Path.of("LICENSE"), into.resolve("Apache-2.0.txt"));
      Set<String> copied = new TreeSet<>(List.of("OpenJDK-GPL-2.0-with-classpath-exception.txt"));
      for (Path library : libraries) {
        String name = library.getFileName().toString();
        String[] licence =
            known.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(
                    () ->
                        new Refused(
                            "installer/licences/libraries.txt names no licence of " + name));
        Set<String> texts = new TreeSet<>(carried(library, into));
        if (licence[2].equals("jar")
            && texts.stream().noneMatch(text -> text.matches("(?i).*LICEN[SC]E.*"))) {
          throw new Refused(
              name + " carries no licence although installer/licences/libraries.txt says so.");
        }
        for (String text : licence[2].split(" ")) {
          if (text.equals("LICENSE")) {
            texts.add("Apache-2.0.txt");
          } else if (!text.equals("jar")) {
            texts.add(text);
            copied.add(text);
          }
        }
        list.append(name).append(": ").append(licence[1]).append("\n  ");
        list.append(String.join(", ", texts)).append('\n');
      }
      for (String text : copied) {
        Files.copy(folder.resolve(text), into.resolve(text));
      }
      Files.writeString(into.resolve("LIBRARIES.txt"), list);
    }

    /** Copies the licences and notices a library carries, under its own name. */
    private static List<String> carried(Path library, Path into) throws IOException {
      List<String> names = new ArrayList<>();
      try (JarFile jar = new JarFile(library.toFile())) {
        for (JarEntry entry : Collections.list(jar.entries())) {
          Matcher text = TEXT.matcher(entry.getName());
          if (!entry.isDirectory() && text.matches()) {
            String name =
                library.getFileName().toString().replaceFirst("\\.jar$", "-") + text.group(1);
            Files.copy(
                jar.getInputStream(entry), into.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            names.add(name);
          }
        }
      }
      return names;
    }
  }

  /**
   * The classes a start of the window loads. The Debian package lays them out as they will lie in
   * memory (class-data sharing) once it is installed: such an archive holds only for the folder its
   * jars lie in.
   *
   * @param image the image whose window is started, on a screen of its own that nobody sees
   * @param work where it may write
   */
  private record StartClasses(Path image, Path work) {
    private static final int QUIET_SECONDS = 4;
    private static final int MOST_SECONDS = 120;

    /** Fewer are not a window: the toolkit alone loads some thousands. */
    private static final int LEAST = 3000;

    void listIn(Path list) throws IOException, InterruptedException {
      Files.deleteIfExists(list);
      Path said = work.resolve("start.txt");
      ProcessBuilder builder =
          new ProcessBuilder("xvfb-run", "-a", image.resolve("bin/modulus").toString())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile());
      builder
          .environment()
          .put(
              "JAVA_TOOL_OPTIONS",
              "-Xshare:off -Dprism.order=sw -XX:DumpLoadedClassList="
                  + list
                  + " -Dmodulus.home="
                  + work.resolve("start-home"));
      Process start = builder.start();
      long size = 0;
      int quiet = 0;
      for (int second = 0; quiet < QUIET_SECONDS && second < MOST_SECONDS; second++) {
        Thread.sleep(1000);
        long now = Files.exists(list) ? Files.size(list) : 0;
        quiet = now > 0 && now == size ? quiet + 1 : 0;
        size = now;
      }
      boolean runs = start.isAlive();
      start.descendants().forEach(ProcessHandle::destroy);
      start.waitFor();
      if (!runs || Files.readAllLines(list).size() < LEAST) {
        throw new Refused("The window did not start; what it said is in " + said + ".");
      }
    }
  }

  /**
   * A Debian package round the image. The files in it are the package's own and the system's
   * triggers register them; the one file made at installing, the archive of {@link StartClasses},
   * is removed with it.
   */
  private final class Deb {
    private final Path image;
    private final List<Path> libraries;
    private final Path root = work.resolve("root");

    Deb(Path image, List<Path> libraries) {
      this.image = image;
      this.libraries = libraries;
    }

    Path build() throws IOException, InterruptedException {
      new StartClasses(image, work).listIn(image.resolve("lib/app/modulus.classes"));
      for (Path command : walk(image.resolve("lib/runtime/bin"), Comparator.naturalOrder())) {
        if (Files.isRegularFile(command) && !command.endsWith("java")) {
          Files.delete(command);
        }
      }
      Files.createDirectories(root.resolve("opt"));
      Files.move(image, root.resolve("opt/modulus"));
      Files.createSymbolicLink(
          folder("usr/bin").resolve("modulus"), Path.of("/opt/modulus/bin/modulus"));
      Files.copy(
          resources.resolve("modulus.desktop"),
          folder("usr/share/applications").resolve("modulus.desktop"));
      Files.copy(
          resources.resolve("modulus.xml"),
          folder("usr/share/mime/packages").resolve("modulus.xml"));
      Files.copy(
          resources.resolve("copyright"), folder("usr/share/doc/modulus").resolve("copyright"));
      Icons icons = new Icons(picture, work);
      for (int size : List.of(32, 48, 128, 256, 512)) {
        String sized = "usr/share/icons/hicolor/" + size + "x" + size;
        icon(folder(sized + "/apps"), folder(sized + "/mimetypes"), ".png", icons.png(size));
      }
      String scalable = "usr/share/icons/hicolor/scalable";
      byte[] drawing = Files.readAllBytes(Path.of("assets", "modulus.svg"));
      icon(folder(scalable + "/apps"), folder(scalable + "/mimetypes"), ".svg", drawing);
      String architecture = ask("dpkg", "--print-architecture").orElseThrow().strip();
      Files.writeString(folder("DEBIAN").resolve("control"), control(architecture));
      for (String name : List.of("postinst", "prerm")) {
        String script = Files.readString(resources.resolve(name)).replace("${heap}", HEAP);
        Files.writeString(folder("DEBIAN").resolve(name), script);
        folder("DEBIAN").resolve(name).toFile().setExecutable(true);
      }
      permissions();
      Path deb = made.resolve("modulus_" + version() + "_" + architecture + ".deb");
      Files.deleteIfExists(deb);
      ProcessBuilder dpkg =
          new ProcessBuilder(
              "dpkg-deb",
              "--root-owner-group",
              "-Zxz",
              "-z1",
              "--build",
              root.toString(),
              deb.toString());
      if (dpkg.inheritIO().start().waitFor() != 0) {
        throw new Refused("dpkg-deb failed; what it said is above.");
      }
      return deb;
    }

    private Path folder(String name) throws IOException {
      return Files.createDirectories(root.resolve(name));
    }

    private void icon(Path applications, Path types, String ending, byte[] content)
        throws IOException {
      Files.write(applications.resolve("modulus" + ending), content);
      Files.write(types.resolve("application-x-modulus-project" + ending), content);
    }

    private String control(String architecture) throws IOException, InterruptedException {
      long bytes = 0;
      for (Path file : walk(root, Comparator.naturalOrder())) {
        bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
      }
      return Files.readString(resources.resolve("control"))
          .replace("${version}", version())
          .replace("${architecture}", architecture)
          .replace("${size}", String.valueOf(bytes / 1024))
          .replace("${depends}", String.join(", ", depends()));
    }

    /** Readable to everybody, writable to root alone, whatever the builder's umask. */
    private void permissions() throws IOException {
      for (Path path : walk(root, Comparator.naturalOrder())) {
        if (!Files.isSymbolicLink(path)) {
          boolean open = Files.isDirectory(path) || Files.isExecutable(path);
          Files.setPosixFilePermissions(
              path, PosixFilePermissions.fromString(open ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }

    /** The packages of every library that a native of the image or of its jars is linked with. */
    private Set<String> depends() throws IOException, InterruptedException {
      Path natives = Files.createDirectories(work.resolve("natives"));
      for (Path library : libraries) {
        try (JarFile jar = new JarFile(library.toFile())) {
          for (JarEntry entry : Collections.list(jar.entries())) {
            if (entry.getName().matches(".*\\.so(\\.[0-9]+)*")) {
              Path to = natives.resolve(Path.of(entry.getName()).getFileName());
              Files.copy(jar.getInputStream(entry), to, StandardCopyOption.REPLACE_EXISTING);
            }
          }
        }
      }
      List<Path> linked = new ArrayList<>(walk(natives, Comparator.naturalOrder()));
      linked.addAll(walk(root.resolve("opt/modulus"), Comparator.naturalOrder()));
      linked.removeIf(
          path ->
              !Files.isRegularFile(path)
                  || !path.toString().matches(".*(\\.so[.0-9]*|/bin/modulus|jspawnhelper)"));
      Set<String> inside =
          linked.stream().map(path -> path.getFileName().toString()).collect(Collectors.toSet());
      inside.add(OTHER_NAME);
      Map<String, String> needed = new TreeMap<>(); // the library's file by its name
      for (Path file : linked) {
        String found = ask("ldd", file.toString()).orElse("");
        String dynamic = ask("readelf", "-d", file.toString()).orElse("");
        Matcher name = Pattern.compile("\\(NEEDED\\).*\\[(.+)\\]").matcher(dynamic);
        while (name.find()) {
          String library = name.group(1);
          if (!inside.contains(library) && !needed.containsKey(library)) {
            Matcher path =
                Pattern.compile(
                        "(?m)^\\s*(?:"
                            + Pattern.quote(library)
                            + " => )?(/\\S*/"
                            + Pattern.quote(library)
                            + ") ")
                    .matcher(found);
            if (!path.find()) {
              throw new Refused(
                  file.getFileName()
                      + " needs "
                      + library
                      + ", which is not installed here; so its package cannot be named. Install it"
                      + " (bash installer/setup.sh window).");
            }
            needed.put(library, path.group(1));
          }
        }
      }
      Set<String> packages = new TreeSet<>(ALSO_NEEDED);
      for (String file : needed.values()) {
        packages.add(packageOf(file));
      }
      return packages;
    }

    /** With the name it has where 64-bit time has given it another one, or had not yet. */
    private String packageOf(String file) throws IOException, InterruptedException {
      Optional<String> owner = ask("dpkg", "-S", file);
      if (owner.isEmpty()) {
        owner = ask("dpkg", "-S", file.startsWith("/usr/") ? file.substring(4) : "/usr" + file);
      }
      String name =
          owner
              .orElseThrow(
                  () -> new Refused("No package owns " + file + ", so it cannot be named."))
              .replaceFirst("(?s):.*", "");
      if (name.equals("libc6")) {
        String version = ask("dpkg-query", "-W", "-f=${Version}", "libc6").orElseThrow();
        return "libc6 (>= " + version.replaceFirst("[-+].*", "") + ")";
      }
      return name.endsWith("t64")
          ? name + " | " + name.substring(0, name.length() - 3)
          : name + " | " + name + "t64";
    }
  }
}
