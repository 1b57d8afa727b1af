package modulus.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Optional;

/** Reads a table file, whatever its kind: what it is shows in its first bytes, not in its name. */
public final class TableReader {
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  /** The container of the spreadsheets before 2007, and of encrypted workbooks. */
  private static final byte[] COMPOUND = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

  private TableReader() {}

  /**
   * @throws TableFormatException as {@link CsvReader#read} and {@link WorkbookReader#read}, and if
   *     a sheet is named of a file that has none
   * @throws java.util.concurrent.CancellationException if the listener cancels
   */
  public static ReadTable read(Path file, TableOptions options, ReadListener listener)
      throws IOException {
    Optional<FileState> before = FileState.of(file);
    ReadTable read = any(file, options, listener);
    Optional<String> sheet =
        read.dialect() instanceof SheetDialect of ? Optional.of(of.sheet()) : Optional.empty();
    SourceDigest source = SourceDigest.of(file, sheet, listener);
    if (!FileState.of(file).equals(before)) {
      throw new TableFormatException("The file was changed while it was read; open it once more.");
    }
    return new ReadTable(
        read.table().readFrom(source, read.dialect()),
        read.dialect(),
        read.missingMarks(),
        read.notes());
  }

  private static ReadTable any(Path file, TableOptions options, ReadListener listener)
      throws IOException {
    byte[] head = head(file);
    if (Arrays.equals(head, ZIP)) {
      return WorkbookReader.read(file, options, listener);
    }
    if (Arrays.equals(head, COMPOUND)) {
      throw new TableFormatException(
          "This is a workbook of an old kind (.xls) or one locked with a password; save it as .xlsx"
              + " without a password.");
    }
    if (options.sheet().isPresent() && Files.isRegularFile(file)) {
      throw new TableFormatException("This is no workbook, so it has no sheets to choose from.");
    }
    CsvTable read = CsvReader.read(file, options.csv(), listener);
    return new ReadTable(read.table(), read.dialect(), read.missingMarks(), read.notes());
  }

  /**
   * What tells that a file was written to or replaced: it is read several times over, and all of
   * that must be of the same bytes.
   */
  private record FileState(long size, FileTime changed, Object key) {
    static Optional<FileState> of(Path file) throws IOException {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(new FileState(now.size(), now.lastModifiedTime(), now.fileKey()));
    }
  }

  /** Empty where the file cannot be read; the reader of text says why in a sentence. */
  private static byte[] head(Path file) throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return new byte[0];
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(ZIP.length);
    }
  }
}
