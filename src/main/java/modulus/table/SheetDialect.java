package modulus.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How one workbook was read.
 *
 * @param sheet the sheet that holds the table
 * @param sheets the names of all its visible sheets, in their order, {@code sheet} among them
 * @param decimalComma whether numbers that are stored as text write decimals after a comma
 */
public record SheetDialect(
    String sheet,
    List<String> sheets,
    boolean header,
    boolean decimalComma,
    Set<String> missingMarks)
    implements TableDialect {

  /**
   * @throws IllegalArgumentException if {@code sheet} is not one of {@code sheets}
   */
  public SheetDialect {
    sheets = List.copyOf(sheets);
    missingMarks = Set.copyOf(missingMarks);
    if (!sheets.contains(sheet)) {
      throw new IllegalArgumentException(
          "sheet must be one of " + sheets + " but is '" + sheet + "'");
    }
  }

  @Override
  public TableOptions options() {
    return new TableOptions(
        CsvOptions.DETECT
            .withHeader(header)
            .withDecimalComma(decimalComma)
            .withMissingMarks(missingMarks),
        Optional.of(sheet));
  }
}
