package modulus.workbench;

import java.io.IOException;
import java.nio.file.Path;
import modulus.schema.Schema;
import modulus.schema.SchemaCheck;
import modulus.schema.SchemaException;
import modulus.schema.SchemaJson;
import modulus.table.Table;

/** Loads and saves schemas. */
public final class SchemaFiles {

  /**
   * @throws Failure if the file is no schema
   */
  public Schema read(Path file) {
    try {
      return SchemaJson.read(file);
    } catch (SchemaException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          file.getFileName() + ": " + e.getMessage(),
          "Choose a file that was saved as a schema, or correct this one.",
          e);
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          file.getFileName() + ": the schema could not be read.",
          "Check the name of the file.",
          e);
    }
  }

  /**
   * Reads a schema that must fit {@code table}.
   *
   * @throws Failure if the file is no schema, or one of another table
   */
  public Schema read(Path file, Table table) {
    Schema schema = read(file);
    try {
      SchemaCheck.check(table, schema);
      // counted here rather than where somebody waits for it
      PatientSelection.patients(table, schema);
      return schema;
    } catch (SchemaException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          file.getFileName() + ": " + e.getMessage(),
          "Choose the schema that was saved for this table.",
          e);
    }
  }

  /** The schema as it stands in a file. */
  public String text(Schema schema) {
    return SchemaJson.write(schema);
  }

  /**
   * @throws Failure if the file cannot be written, or is there and no schema
   */
  public void write(Schema schema, Path file) {
    KeptFile.requireOwnKind(file, SchemaJson.FORMAT);
    try {
      SchemaJson.write(schema, file);
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          file.getFileName() + ": the schema could not be written.",
          "Choose a folder you may write to, with space left.",
          e);
    }
  }
}
