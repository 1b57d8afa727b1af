package modulus.schema;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import modulus.table.CategoryColumn;
import modulus.table.CellLooks;
import modulus.table.Column;
import modulus.table.Table;

/** Whether a schema fits a table and the table can be synthesised at all. */
public final class SchemaCheck {
  /**
   * Fewer rows than this carry nothing at any sensible ε: at ε = 1 every count of ten attributes
   * has noise of 12 rows, were all of the budget spent on them.
   */
  public static final int MIN_ROWS = 50;

  private SchemaCheck() {}

  /** {@link #check(Table, Schema, BooleanSupplier)} to the end. */
  public static void check(Table table, Schema schema) throws SchemaException {
    check(table, schema, () -> false);
  }

  /**
   * @throws SchemaException with one sentence: too few rows or patients, columns and attributes
   *     that do not match, fewer than two modelled attributes, a modelled attribute that is
   *     constant, an order that the declared ranges rule out, a range of dates that cannot be
   *     spelled
   * @throws CancellationException if cancelled; looked at every few thousand cells of dates
   */
  public static void check(Table table, Schema schema, BooleanSupplier cancelled)
      throws SchemaException {
    requireRows(table);
    requireSameNames(table, schema);
    requirePatients(table, schema);
    requirePossibleOrders(schema);
    List<Attribute> modelled = schema.modelled();
    for (Attribute attribute : modelled) {
      requireSpelled(attribute);
      Column column = table.column(attribute.name()).orElseThrow();
      requireReadable(attribute, column, cancelled);
      if (constant(column)) {
        throw new SchemaException(
            "Column '"
                + attribute.name()
                + "' holds the same value in every row; exclude it in the schema.");
      }
    }
    if (modelled.size() < 2) {
      throw new SchemaException(
          "The table has "
              + (modelled.isEmpty() ? "no usable column" : "only one usable column")
              + "; at least two are needed that are neither excluded nor identifiers.");
    }
  }

  /**
   * A number or date attribute whose column holds not one is a mistaken kind.
   *
   * @throws SchemaException if {@code attribute} is such a one
   * @throws CancellationException if cancelled
   */
  public static void requireReadable(Attribute attribute, Column column, BooleanSupplier cancelled)
      throws SchemaException {
    if (attribute.domain() instanceof Domain.Numeric
        && column instanceof CategoryColumn texts
        && holdsNoNumber(texts, cancelled)) {
      throw new SchemaException(
          "Column '" + attribute.name() + "' is numeric in the schema but holds no number.");
    }
    if (attribute.domain() instanceof Domain.Date date) {
      IntToDoubleFunction ticks = DateCells.of(column, DatePattern.of(date.pattern()), cancelled);
      if (IntStream.range(0, column.rows()).mapToDouble(ticks).allMatch(Double::isNaN)) {
        throw new SchemaException(
            "Column '"
                + attribute.name()
                + "' holds no date spelled by the schema's pattern '"
                + date.pattern()
                + "'.");
      }
    }
  }

  private static boolean holdsNoNumber(CategoryColumn texts, BooleanSupplier cancelled) {
    CellLooks looks = new CellLooks(cancelled);
    IntToDoubleFunction number = texts.number();
    return IntStream.range(0, texts.dictionary().size())
        .peek(code -> looks.cell())
        .mapToDouble(number)
        .allMatch(Double::isNaN);
  }

  /** Two digits of a year are read as 2000 to 2099: a synthetic 1975 would come out as 2075. */
  private static void requireSpelled(Attribute attribute) throws SchemaException {
    if (attribute.domain() instanceof Domain.Date date
        && !(spelled(date, date.low()) && spelled(date, date.high()))) {
      throw new SchemaException(
          "The range of '"
              + attribute.name()
              + "' reaches beyond 2000 to 2099, the years that its pattern '"
              + date.pattern()
              + "' can spell.");
    }
  }

  private static boolean spelled(Domain.Date date, LocalDate day) {
    DatePattern pattern = DatePattern.of(date.pattern());
    return pattern.day(pattern.parse(pattern.format(pattern.tick(day)))).getYear() == day.getYear();
  }

  /**
   * @throws SchemaException if the table has fewer than {@link #MIN_ROWS} rows
   */
  public static void requireRows(Table table) throws SchemaException {
    if (table.rows() < MIN_ROWS) {
      throw new SchemaException(
          "The table has "
              + table.rows()
              + (table.rows() == 1 ? " row" : " rows")
              + "; at least "
              + MIN_ROWS
              + " are needed.");
    }
  }

  private static void requirePatients(Table table, Schema schema) throws SchemaException {
    int patients =
        schema
            .patient()
            .flatMap(declared -> table.column(declared.name()))
            .map(Column::distinctValues)
            .orElse(table.rows());
    if (patients < MIN_ROWS) {
      throw new SchemaException(
          "The table's "
              + table.rows()
              + " rows are of "
              + patients
              + (patients == 1 ? " patient" : " patients")
              + "; rows of at least "
              + MIN_ROWS
              + " patients are needed.");
    }
  }

  private static void requireSameNames(Table table, Schema schema) throws SchemaException {
    Set<String> names = new HashSet<>();
    List<String> absent = new ArrayList<>();
    for (Attribute attribute : schema.attributes()) {
      names.add(attribute.name());
      if (table.column(attribute.name()).isEmpty()) {
        absent.add(attribute.name());
      }
    }
    if (!absent.isEmpty()) {
      throw new SchemaException(
          "The schema names " + list(absent) + " but the table has no such column.");
    }
    List<String> unknown =
        table.columns().stream().map(Column::name).filter(name -> !names.contains(name)).toList();
    if (!unknown.isEmpty()) {
      throw new SchemaException(
          "The table has " + list(unknown) + " but the schema does not name it.");
    }
  }

  private static void requirePossibleOrders(Schema schema) throws SchemaException {
    for (OrderRule rule : schema.declaredOrders()) {
      Attribute first = named(schema, rule.attribute());
      Attribute last = named(schema, rule.notAfter());
      if (!first.estimatedPrivately()
          && !last.estimatedPrivately()
          && beyond(first.domain(), last.domain())) {
        throw new SchemaException(
            "By their ranges '"
                + rule.attribute()
                + "' is always after '"
                + rule.notAfter()
                + "', but the schema declares that it never is.");
      }
    }
  }

  private static Attribute named(Schema schema, String name) {
    return schema.attributes().stream()
        .filter(attribute -> attribute.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Whether the least value of {@code first} lies beyond the greatest of {@code last}. */
  private static boolean beyond(Domain first, Domain last) {
    if (first instanceof Domain.Date early && last instanceof Domain.Date late) {
      return early.low().isAfter(late.high());
    }
    return ((Domain.Numeric) first).low() > ((Domain.Numeric) last).high();
  }

  private static String list(List<String> names) {
    Optional<String> first = names.stream().findFirst().map(name -> "'" + name + "'");
    int further = names.size() - 1;
    return first.orElseThrow() + (further > 0 ? " and " + further + " more" : "");
  }

  /** Whether every row of {@code column} is alike: one value and nothing missing, or no value. */
  static boolean constant(Column column) {
    if (column.missingCount() == column.rows()) {
      return true;
    }
    return column.missingCount() == 0 && column.distinctCount() == 1;
  }
}
