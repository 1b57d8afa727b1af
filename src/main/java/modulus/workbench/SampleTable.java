package modulus.workbench;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The table of invented hospital stays that comes with the application, to try everything with.
 *
 * @param table 6,000 rows as CSV
 * @param schema what a steward declared of its columns
 */
public record SampleTable(Path table, Path schema) {

  /** The sample in the folder {@code sample} beside the application, where it came along. */
  public static Optional<SampleTable> installed() {
    try {
      Path code =
          Path.of(SampleTable.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return in(code.resolveSibling("sample"));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the application lies at no path", e);
    }
  }

  /** The sample in {@code folder}; empty unless both files are there. */
  static Optional<SampleTable> in(Path folder) {
    SampleTable sample =
        new SampleTable(
            folder.resolve("ward-sample.csv"), folder.resolve("ward-sample.schema.json"));
    return Files.isReadable(sample.table) && Files.isReadable(sample.schema)
        ? Optional.of(sample)
        : Optional.empty();
  }

  /**
   * Opens the table with its declarations.
   *
   * @throws Failure if one of the files was changed into something else
   */
  public OpenedTable open(RunListener listener) {
    OpenedTable opened = new TableOpening().open(table, listener);
    return opened.withDraft(new SchemaFiles().read(schema, opened.table()));
  }
}
