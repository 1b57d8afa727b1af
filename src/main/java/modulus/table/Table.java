package modulus.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An immutable table: columns of equal length with distinct names. */
public final class Table {
  private final List<Column> columns;
  private final Map<String, Column> byName = new HashMap<>();
  private final int rows;
  private final Optional<SourceDigest> source;
  private final TableOptions reading;

  /**
   * A table that is nobody's file as it stands.
   *
   * @throws IllegalArgumentException if there is no column, lengths differ or a name repeats
   */
  public Table(List<? extends Column> columns) {
    this(columns, Optional.empty(), TableOptions.DETECT);
  }

  private Table(
      List<? extends Column> columns, Optional<SourceDigest> source, TableOptions reading) {
    this.source = source;
    this.reading = reading;
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a table must have at least one column but has 0");
    }
    this.columns = List.copyOf(columns);
    this.rows = columns.get(0).rows();
    for (Column column : columns) {
      if (column.rows() != rows) {
        throw new IllegalArgumentException(
            "column '" + column.name() + "' must have " + rows + " rows but has " + column.rows());
      }
      if (byName.put(column.name(), column) != null) {
        throw new IllegalArgumentException(
            "column names must be distinct but '" + column.name() + "' repeats");
      }
    }
  }

  public int rows() {
    return rows;
  }

  public List<Column> columns() {
    return columns;
  }

  public Optional<Column> column(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The same table, known to be all of a file.
   *
   * @param dialect of which the signs are kept that decide what a cell means
   */
  Table readFrom(SourceDigest file, TableDialect dialect) {
    CsvOptions meaning = CsvOptions.DETECT.withMissingMarks(dialect.missingMarks());
    return new Table(
        columns,
        Optional.of(file),
        TableOptions.of(
            dialect instanceof CsvDialect csv
                ? meaning.withDecimalComma(csv.decimalComma())
                : meaning));
  }

  /**
   * How another file is to be read for equal cells to mean the same: the marks of missing cells of
   * the file that the table is all of and, where that is a text, its decimal mark; the rest is to
   * be detected.
   */
  public TableOptions reading() {
    return reading;
  }

  /** Of the file that the table is all of; parts of it, and tables made anew, have none. */
  public Optional<SourceDigest> source() {
    return source;
  }

  /** The table restricted to {@code rows}, in that order; indexes may repeat. */
  public Table select(int[] rows) {
    return new Table(columns.stream().map(column -> column.select(rows)).toList());
  }
}
