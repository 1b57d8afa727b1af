package modulus.workbench;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import modulus.schema.Attribute;
import modulus.schema.DatePattern;
import modulus.schema.Domain;
import modulus.schema.Schema;
import modulus.table.CategoryColumn;
import modulus.table.Column;
import modulus.table.Table;

/**
 * A workbook's date cells know no spelling and are read as ISO dates; where a schema declares
 * another pattern they are spelled by it again, as in the table the workbook was written from.
 */
final class RespelledDates {
  private static final List<DatePattern> READ =
      List.of(DatePattern.of("uuuu-MM-dd"), DatePattern.of("uuuu-MM-dd HH:mm:ss"));

  private RespelledDates() {}

  static Table of(Table table, Schema schema) {
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      Optional<DatePattern> pattern = pattern(schema, column.name());
      columns.add(
          pattern.isPresent() && column instanceof CategoryColumn texts
              ? respelled(texts, pattern.get())
              : column);
    }
    return new Table(columns);
  }

  private static Optional<DatePattern> pattern(Schema schema, String column) {
    return schema.attributes().stream()
        .filter(each -> each.name().equals(column))
        .map(Attribute::domain)
        .filter(Domain.Date.class::isInstance)
        .map(date -> DatePattern.of(((Domain.Date) date).pattern()))
        .findFirst();
  }

  private static CategoryColumn respelled(CategoryColumn column, DatePattern pattern) {
    List<String> dictionary = new ArrayList<>();
    Map<String, Integer> codes = new HashMap<>();
    int[] of = new int[column.dictionary().size()];
    for (int code = 0; code < of.length; code++) {
      String text = spelled(column.dictionary().get(code), pattern);
      of[code] = codes.computeIfAbsent(text, fresh -> codes.size());
      if (of[code] == dictionary.size()) {
        dictionary.add(text);
      }
    }
    return new CategoryColumn(
        column.name(),
        dictionary,
        IntStream.range(0, column.rows())
            .map(row -> column.isMissing(row) ? CategoryColumn.MISSING : of[column.code(row)])
            .toArray());
  }

  private static String spelled(String text, DatePattern pattern) {
    if (tick(text, pattern).isPresent()) {
      return text;
    }
    for (DatePattern read : READ) {
      Optional<Long> tick = tick(text, read);
      if (tick.isPresent()) {
        return pattern.format(
            Math.floorDiv(tick.get() * pattern.ticksPerDay(), read.ticksPerDay()));
      }
    }
    return text;
  }

  private static Optional<Long> tick(String text, DatePattern pattern) {
    try {
      return Optional.of(pattern.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
