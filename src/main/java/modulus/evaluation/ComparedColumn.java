package modulus.evaluation;

import modulus.table.Column;
import modulus.table.Table;

/** Finds what is to be compared, or says that it is not there. */
public final class ComparedColumn {
  private ComparedColumn() {}

  /**
   * @param which what to call the table: "real", "synthetic", "hold-out"
   * @throws EvaluationException if the table has no row or no such column
   */
  public static Column of(Table table, String name, String which) throws EvaluationException {
    if (table.rows() == 0) {
      throw new EvaluationException("The " + which + " table has no rows.");
    }
    return table
        .column(name)
        .orElseThrow(
            () -> new EvaluationException("The " + which + " table has no column '" + name + "'."));
  }
}
