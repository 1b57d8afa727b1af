package modulus.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import modulus.certificate.AttributeFacts;
import modulus.certificate.Statement;
import modulus.certificate.SyntheticFile;
import modulus.certificate.TableFacts;
import modulus.certificate.Verification.Check;
import modulus.privacy.CancellableWork;
import modulus.table.ReadListener;
import modulus.table.TableFormatException;
import modulus.table.WrittenTable;

/**
 * Whether the synthetic table of a package has the columns and the number of rows that its
 * certificate states: more rows than were paid for, or a column nobody names, would be a release
 * that no event covers. Its cells are not compared with anything.
 */
final class ReleasedTableCheck {
  private static final String NAME = "table";

  private static final ReadListener LISTENER =
      new ReadListener() {
        @Override
        public void progress(double done) {
          CancellableWork.check();
        }

        @Override
        public boolean cancelled() {
          CancellableWork.check();
          return false;
        }
      };

  private ReleasedTableCheck() {}

  /** Empty where there is no table to look at, of which the other checks speak. */
  static Optional<Check> of(Path folder, Statement statement) throws IOException {
    for (SyntheticFile form : SyntheticFile.values()) {
      Path file = folder.resolve(form.fileName());
      boolean signed =
          statement.files().stream().anyMatch(each -> each.name().equals(form.fileName()));
      if (signed && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(check(file, form, statement.claim().table()));
      }
    }
    return Optional.empty();
  }

  private static Check check(Path file, SyntheticFile form, TableFacts facts) throws IOException {
    WrittenTable written;
    try {
      written =
          form == SyntheticFile.CSV
              ? WrittenTable.ofCsv(file, LISTENER)
              : WrittenTable.ofWorkbook(file, LISTENER);
    } catch (TableFormatException e) {
      return new Check(NAME, false, e.getMessage());
    }
    List<String> names =
        facts.attributes().stream()
            .filter(attribute -> attribute.kind().released() || attribute.numbered())
            .map(AttributeFacts::name)
            .toList();
    if (!written.header().equals(WrittenTable.header(names))) {
      return new Check(
          NAME, false, "The synthetic table has other columns than the certificate states.");
    }
    long stated = facts.syntheticRows();
    // rows without any value leave no trace at the end of a workbook
    boolean fits = form == SyntheticFile.XLSX ? written.rows() <= stated : written.rows() == stated;
    return new Check(
        NAME,
        fits,
        fits
            ? "The synthetic table has the columns and rows that the certificate states."
            : "The synthetic table has another number of rows than the certificate states.");
  }
}
