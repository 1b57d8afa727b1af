package modulus.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import modulus.encoding.PatientRows;
import modulus.privacy.GuaranteeRandom;
import modulus.schema.PatientColumn;
import modulus.schema.Schema;
import modulus.schema.SchemaCheck;
import modulus.schema.SchemaException;
import modulus.table.Column;
import modulus.table.OwnText;
import modulus.table.Table;

/**
 * The rows a run may see: at most c of every patient, chosen uniformly without replacement, a
 * patient's rows side by side (privacy.md, section 1). Everything after works on {@link #table}
 * alone.
 *
 * @param table the rows kept
 * @param patients whose rows they are
 */
record PatientSelection(Table table, PatientRows patients) {

  /**
   * @throws SchemaException if the table lacks the patient column, a row names no patient or there
   *     are too few patients
   * @throws CancellationException if cancelled; looked at every few thousand rows
   */
  static PatientSelection of(
      Table table, Schema schema, GuaranteeRandom random, BooleanSupplier cancelled)
      throws SchemaException {
    if (schema.patient().isEmpty()) {
      return new PatientSelection(table, PatientRows.single(table.rows()));
    }
    PatientColumn declared = schema.patient().get();
    List<int[]> groups = new ArrayList<>();
    for (List<Integer> rows : rowsByPatient(column(table, declared), cancelled).values()) {
      int[] all = rows.stream().mapToInt(Integer::intValue).toArray();
      groups.add(choose(all, Math.min(declared.mostRows(), all.length), random));
    }
    if (groups.size() < SchemaCheck.MIN_ROWS) {
      throw new SchemaException(
          "The table has "
              + groups.size()
              + (groups.size() == 1 ? " patient" : " patients")
              + "; at least "
              + SchemaCheck.MIN_ROWS
              + " are needed.");
    }
    int[] starts = new int[groups.size() + 1];
    for (int i = 0; i < groups.size(); i++) {
      starts[i + 1] = starts[i] + groups.get(i).length;
    }
    int[] kept = groups.stream().flatMapToInt(Arrays::stream).toArray();
    return new PatientSelection(table.select(kept), PatientRows.of(starts));
  }

  private static Column column(Table table, PatientColumn declared) throws SchemaException {
    Column column =
        table
            .column(declared.name())
            .orElseThrow(
                () ->
                    new SchemaException(
                        "The table has no patient column '" + declared.name() + "'."));
    if (column.missingCount() > 0) {
      throw new SchemaException(
          "The patient column '"
              + declared.name()
              + "' has empty cells; every row must name its patient.");
    }
    return column;
  }

  /**
   * Whose row it is follows from its own cell alone ({@link OwnText}): 7 and 7.0 are one patient,
   * 007 is another, whether or not some row's cell is no number. Otherwise one patient's row could
   * split or join the rows of all others.
   */
  private static Map<String, List<Integer>> rowsByPatient(
      Column column, BooleanSupplier cancelled) {
    IntFunction<String> names = OwnText.of(column, cancelled);
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < column.rows(); row++) {
      rows.computeIfAbsent(names.apply(row), name -> new ArrayList<>()).add(row);
    }
    return rows;
  }

  /** The first {@code count} places of a Fisher–Yates shuffle: every subset equally likely. */
  private static int[] choose(int[] rows, int count, GuaranteeRandom random) {
    for (int i = 0; i < count && count < rows.length; i++) {
      int other = i + random.nextInt(rows.length - i);
      int swapped = rows[i];
      rows[i] = rows[other];
      rows[other] = swapped;
    }
    return Arrays.copyOf(rows, count);
  }

  /** n₀: the distinct names in the schema's patient column, or else the rows. */
  static int patients(Table table, Schema schema) {
    return schema
        .patient()
        .map(declared -> table.column(declared.name()).map(Column::distinctValues).orElse(0))
        .orElse(table.rows());
  }
}
