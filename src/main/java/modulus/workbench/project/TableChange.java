package modulus.workbench.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.OrderRule;
import modulus.schema.PatientColumn;
import modulus.schema.Schema;
import modulus.schema.SchemaCheck;
import modulus.schema.SchemaException;
import modulus.table.CategoryColumn;
import modulus.table.Column;
import modulus.table.OwnText;
import modulus.table.Table;

/**
 * How a table differs from the one a project was saved with, as far as the project's declarations
 * tell. Where all is empty, it is in cells or rows.
 *
 * @param added columns that nothing was declared of
 * @param gone columns that are declared but no longer there
 * @param drafted columns whose declaration no cell keeps to any more
 */
public record TableChange(List<String> added, List<String> gone, List<String> drafted) {

  public TableChange {
    added = List.copyOf(added);
    gone = List.copyOf(gone);
    drafted = List.copyOf(drafted);
  }

  /**
   * @throws CancellationException if cancelled
   */
  static TableChange of(Schema declared, Table table, BooleanSupplier cancelled) {
    Map<String, Attribute> before = byName(declared);
    List<String> added = new ArrayList<>();
    List<String> drafted = new ArrayList<>();
    for (Column column : table.columns()) {
      Attribute attribute = before.remove(column.name());
      if (attribute == null) {
        added.add(column.name());
      } else if (!holds(attribute, column, cancelled)) {
        drafted.add(column.name());
      }
    }
    List<String> gone =
        declared.attributes().stream().map(Attribute::name).filter(before::containsKey).toList();
    return new TableChange(added, gone, drafted);
  }

  private static Map<String, Attribute> byName(Schema schema) {
    return schema.attributes().stream()
        .collect(Collectors.toMap(Attribute::name, Function.identity()));
  }

  private static boolean holds(Attribute attribute, Column column, BooleanSupplier cancelled) {
    if (column.missingCount() == column.rows()) {
      return true;
    }
    if (attribute.domain() instanceof Domain.Categorical categorical
        && !attribute.estimatedPrivately()) {
      List<String> categories = categorical.categories();
      Set<String> known = new HashSet<>(categories);
      known.addAll(OwnText.dictionary(new CategoryColumn("", categories, new int[0])));
      IntFunction<String> own = OwnText.of(column, cancelled);
      return IntStream.range(0, column.rows())
          .filter(row -> !column.isMissing(row))
          .anyMatch(row -> known.contains(own.apply(row)) || known.contains(column.text(row)));
    }
    try {
      SchemaCheck.requireReadable(attribute, column, cancelled);
      return true;
    } catch (SchemaException e) {
      return false;
    }
  }

  /**
   * What was declared of the columns that still keep to it, and the draft of the others.
   *
   * @param draft of the table as it is now
   */
  Schema kept(Schema declared, Schema draft) {
    Map<String, Attribute> before = byName(declared);
    Set<String> anew = new HashSet<>(added);
    anew.addAll(drafted);
    Schema kept =
        draft.withAttributes(
            draft.attributes().stream()
                .map(each -> anew.contains(each.name()) ? each : before.get(each.name()))
                .toList());
    Optional<PatientColumn> patient = declared.patient().filter(this::stays);
    kept = patient.map(kept::withPatient).orElse(kept);
    for (OrderRule rule : declared.declaredOrders()) {
      kept = kept.admits(rule) ? kept.withOrder(rule) : kept;
    }
    return kept;
  }

  private boolean stays(PatientColumn column) {
    return !gone.contains(column.name()) && !drafted.contains(column.name());
  }
}
