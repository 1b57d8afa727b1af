package modulus.ui;

import java.util.List;
import modulus.evaluation.audit.ClosestRecords;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.ui.compare.CompareViewModel;
import modulus.workbench.BudgetLedger;
import modulus.workbench.CopyCheck;
import modulus.workbench.OpenedTable;
import modulus.workbench.OutlierExperiment;
import modulus.workbench.RunListener;
import modulus.workbench.SynthesisOutcome;

/** The workbench's audits, as the Compare screen asks for them. */
final class Audits implements CompareViewModel.Auditing {
  private final BudgetLedger ledger;

  /** Of runs that are recorded in {@code ledger}. */
  Audits(BudgetLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public List<OutlierExperiment.Nearness> outliers(
      Table table, Schema schema, double delta, int outliers, RunListener listener) {
    return new OutlierExperiment(table, schema, delta, outliers, ledger).run(listener);
  }

  @Override
  public ClosestRecords closest(
      OpenedTable real, String heldBack, SynthesisOutcome outcome, RunListener listener) {
    return CopyCheck.of(real, heldBack, outcome, listener);
  }
}
