package modulus.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import modulus.schema.ClinicalRanges;
import modulus.schema.Schema;
import modulus.schema.SchemaCheck;
import modulus.schema.SchemaDraft;
import modulus.schema.SchemaException;
import modulus.table.ReadListener;
import modulus.table.ReadTable;
import modulus.table.Table;
import modulus.table.TableFormatException;
import modulus.table.TableOptions;
import modulus.table.TableReader;

/** Opens a table file and drafts its schema. */
public final class TableOpening {

  /** Opens {@code file} with everything about its format detected. */
  public OpenedTable open(Path file, RunListener listener) {
    return open(file, TableOptions.DETECT, listener);
  }

  /**
   * Opens {@code file} on the calling thread.
   *
   * @param options what the steward says of the format; the rest is detected
   * @throws Failure with a sentence for the user if the file cannot be read as a table
   * @throws RunCancelledException if the listener asked to stop
   */
  public OpenedTable open(Path file, TableOptions options, RunListener listener) {
    ReadTable read = any(file, options, listener);
    try {
      SchemaCheck.requireRows(read.table());
    } catch (SchemaException e) {
      throw refused(file, e);
    }
    return new OpenedTable(file, read.table(), read.dialect(), draft(read, listener), read.notes());
  }

  private static Schema draft(ReadTable read, RunListener listener) {
    try {
      return SchemaDraft.of(
          read.table(),
          read.missingMarks(),
          ClinicalRanges.builtIn(),
          new Forwarding(listener, RunPhase.DRAFTING));
    } catch (CancellationException e) {
      throw new RunCancelledException(e);
    }
  }

  /**
   * Reads a table of any number of rows that has its schema elsewhere.
   *
   * @throws Failure with a sentence for the user if the file cannot be read as a table
   * @throws RunCancelledException if the listener asked to stop
   */
  public Table read(Path file, TableOptions options, RunListener listener) {
    return any(file, options, listener).table();
  }

  private static ReadTable any(Path file, TableOptions options, RunListener listener) {
    try {
      return TableReader.read(file, options, new Forwarding(listener, RunPhase.READING));
    } catch (TableFormatException e) {
      throw e.sheets().size() > 1
          ? refused(
              file, e, "Correct the file, choose another sheet (file format) or another file.")
          : refused(file, e);
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          file.getFileName() + ": the file could not be read.",
          "Check that the disk is connected and the file is not open elsewhere.",
          e);
    } catch (CancellationException e) {
      throw new RunCancelledException(e);
    }
  }

  private static Failure refused(Path file, Exception reason) {
    return refused(
        file,
        reason,
        "Correct the file, choose another one, or say how it is written (file format).");
  }

  private static Failure refused(Path file, Exception reason, String action) {
    return new Failure(
        Failure.Kind.BAD_INPUT, file.getFileName() + ": " + reason.getMessage(), action, reason);
  }

  private record Forwarding(RunListener listener, RunPhase phase) implements ReadListener {
    @Override
    public void progress(double done) {
      listener.phase(phase, done);
    }

    @Override
    public boolean cancelled() {
      return listener.cancelled();
    }
  }
}
