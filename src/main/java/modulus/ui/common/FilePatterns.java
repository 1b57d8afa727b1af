package modulus.ui.common;

import java.util.List;
import java.util.stream.Stream;
import javafx.stage.FileChooser.ExtensionFilter;

/** What a dialog offers to open, by the endings of files' names. */
public final class FilePatterns {
  private static final List<String> TABLES =
      List.of("*.csv", "*.CSV", "*.tsv", "*.txt", "*.xlsx", "*.XLSX");

  private FilePatterns() {}

  /** Tables first, then all files. */
  public static List<ExtensionFilter> tables(Messages messages) {
    return List.of(new ExtensionFilter(messages.get("data.tables"), TABLES), all(messages));
  }

  /**
   * Projects and tables together first, then projects alone, then all files.
   *
   * @param project ending of a project's name, with its dot
   */
  public static List<ExtensionFilter> projectsAndTables(Messages messages, String project) {
    List<String> both = Stream.concat(Stream.of("*" + project), TABLES.stream()).toList();
    return List.of(
        new ExtensionFilter(messages.get("project.filesAndTables"), both),
        new ExtensionFilter(messages.get("project.files"), "*" + project),
        all(messages));
  }

  private static ExtensionFilter all(Messages messages) {
    return new ExtensionFilter(messages.get("data.allFiles"), "*.*");
  }
}
