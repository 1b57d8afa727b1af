package modulus.ui.data;

import java.nio.file.Path;
import java.util.List;
import modulus.table.TableFormatException;
import modulus.workbench.Failure;

/**
 * A file that could not be read as a table.
 *
 * @param sheets of a workbook, as far as they could be told; else empty
 */
record RefusedFile(Path file, List<String> sheets) {

  static RefusedFile of(Path file, Failure why) {
    return new RefusedFile(
        file, why.getCause() instanceof TableFormatException wrong ? wrong.sheets() : List.of());
  }
}
