package modulus.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.Schema;
import modulus.schema.SerialPattern;
import modulus.table.CategoryColumn;
import modulus.table.Column;
import modulus.table.SheetDates;
import modulus.table.Table;

/**
 * The table a package holds: the synthetic columns and, where an identifier is regenerated, its
 * rows' serial numbers in the identifier's place. They are a function of the number of rows and the
 * declared pattern alone; whether a real identifier is spelled the same is neither looked at nor
 * says anything (looking would be a use of the table that no event pays for).
 *
 * @param missingMarks how a missing cell is spelled, one per column
 * @param dates how a column spells dates where a workbook can keep them, one per column
 */
record ReleasedTable(Table table, List<String> missingMarks, List<Optional<SheetDates>> dates) {

  /**
   * @param synthetic the modelled columns
   * @throws Failure if a pattern cannot number the rows
   */
  static ReleasedTable of(Table synthetic, Schema schema) {
    requireNumbers(schema, synthetic.rows());
    List<Column> columns = new ArrayList<>();
    List<String> marks = new ArrayList<>();
    List<Optional<SheetDates>> dates = new ArrayList<>();
    for (Attribute attribute : schema.attributes()) {
      Optional<SerialPattern> pattern = pattern(attribute);
      if (attribute.domain().modelled()) {
        columns.add(synthetic.column(attribute.name()).orElseThrow());
        marks.add(attribute.missingMark());
        dates.add(dates(attribute.domain()));
      } else if (pattern.isPresent()) {
        columns.add(serials(attribute.name(), pattern.get(), synthetic.rows()));
        marks.add("");
        dates.add(Optional.empty());
      }
    }
    return new ReleasedTable(new Table(columns), marks, dates);
  }

  private static Optional<SheetDates> dates(Domain domain) {
    return domain instanceof Domain.Date date ? SheetDates.of(date.pattern()) : Optional.empty();
  }

  /** How many columns it has. */
  static int columns(Schema schema) {
    return (int)
        schema.attributes().stream()
            .filter(each -> each.domain().modelled() || pattern(each).isPresent())
            .count();
  }

  /**
   * @throws Failure if a pattern of the schema cannot number so many rows
   */
  static void requireNumbers(Schema schema, long rows) {
    for (Attribute attribute : schema.attributes()) {
      Optional<SerialPattern> pattern = pattern(attribute).filter(each -> each.most() < rows);
      if (pattern.isPresent()) {
        throw new Failure(
            Failure.Kind.BAD_INPUT,
            "The pattern '"
                + pattern.get().spelled()
                + "' of '"
                + attribute.name()
                + "' numbers at most "
                + pattern.get().most()
                + " rows, but there are "
                + rows
                + ".",
            "Give it more signs #.");
      }
    }
  }

  private static Optional<SerialPattern> pattern(Attribute attribute) {
    return attribute.domain() instanceof Domain.Identifier identifier
        ? identifier.serial()
        : Optional.empty();
  }

  private static Column serials(String name, SerialPattern pattern, int rows) {
    return new CategoryColumn(
        name,
        IntStream.rangeClosed(1, rows).mapToObj(pattern::of).toList(),
        IntStream.range(0, rows).toArray());
  }
}
