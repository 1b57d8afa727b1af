package modulus.workbench;

import java.util.List;
import java.util.Optional;
import modulus.certificate.ChargedEvent;
import modulus.certificate.ClaimScope;
import modulus.certificate.ledger.TableHistory;
import modulus.privacy.ReleaseComposition.Charge;
import modulus.table.Table;

/** Looks up what the ledger holds of a table, recording nothing. */
public final class LedgerLook {
  private final BudgetLedger ledger;

  /** The last table that was asked about: it is asked about again after every run. */
  private RecognisedTable last;

  public LedgerLook(BudgetLedger ledger) {
    this.ledger = ledger;
  }

  /** What is read while the ledger is locked; the rest is computed afterwards. */
  private record Read(
      TableHistory ofTable, Optional<TableHistory> ofRun, boolean released, boolean recovered) {}

  /**
   * What the ledger holds now; takes seconds the first time a large table is asked about.
   *
   * @param run the run at hand, which may have been made on the table
   * @throws Failure if there is a ledger and it cannot be used
   * @throws RunCancelledException if the listener asked to stop
   */
  public LedgerStanding of(Table table, Optional<SynthesisOutcome> run, RunListener listener) {
    if (!ledger.exists()) {
      return LedgerStanding.NONE;
    }
    return Stoppable.work(listener, () -> standing(table, run));
  }

  private LedgerStanding standing(Table table, Optional<SynthesisOutcome> run) {
    RecognisedTable recognised = recognised(table);
    Optional<RunRecord> record =
        run.flatMap(SynthesisOutcome::recorded).filter(each -> each.ledger().equals(ledger.file()));
    Read read =
        ledger.visit(
            session ->
                new Read(
                    session.table(recognised.in(session)),
                    record.map(each -> session.table(each.table())).filter(TableHistory::known),
                    record
                        .filter(each -> session.release(each.table(), each.run()).isPresent())
                        .isPresent(),
                    session.recovered() || recognised.recovered()));
    return new LedgerStanding(
        read.ofTable().runs(),
        read.ofTable().budget(),
        read.ofRun().map(history -> ofRun(history, read, run.get())));
  }

  private synchronized RecognisedTable recognised(Table table) {
    if (last == null || last.table() != table) {
      last = ledger.recognised(table);
    }
    return last;
  }

  private static LedgerStanding.OfRun ofRun(
      TableHistory history, Read read, SynthesisOutcome outcome) {
    List<Charge> further = read.released() ? List.of() : List.of(charge(outcome));
    int given =
        read.released() || PackageExport.scope(outcome) != ClaimScope.RELEASE_GIVEN_MODEL ? 0 : 1;
    boolean ownOpen =
        read.released() && PackageExport.scope(outcome) == ClaimScope.PRIVATE_TRAINING;
    return new LedgerStanding.OfRun(
        BudgetAdmission.outlook(history, further, read.recovered()),
        read.released(),
        history.givenModel() + given,
        history.otherUnit(PackageExport.unit(outcome.schema())),
        history.openDomains() - (ownOpen ? 1 : 0));
  }

  private static Charge charge(SynthesisOutcome outcome) {
    return new Charge(
        outcome.charged().stream().map(ChargedEvent::event).toList(), outcome.thresholdDelta());
  }
}
