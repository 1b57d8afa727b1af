package modulus.architecture.planted.schema;

import org.apache.commons.csv.CSVParser;

/** Uses another room's library. */
public final class SchemaReadingCsv {
  public CSVParser foreign;
}
