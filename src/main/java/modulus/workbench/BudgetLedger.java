package modulus.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import modulus.certificate.BudgetAction;
import modulus.certificate.BudgetLimit;
import modulus.certificate.BudgetRule;
import modulus.certificate.Claim;
import modulus.certificate.LedgerFacts;
import modulus.certificate.ledger.EntryBody;
import modulus.certificate.ledger.LedgerException;
import modulus.certificate.ledger.LedgerExtract;
import modulus.certificate.ledger.LedgerFile;
import modulus.certificate.ledger.LedgerSession;
import modulus.certificate.ledger.TableHistory;
import modulus.certificate.ledger.TableIdentity;
import modulus.privacy.CancellableWork;
import modulus.table.AtomicFile;
import modulus.table.Table;

/**
 * The steward's ledger of what was released of which table. Every method opens the file, checks all
 * of it and locks it while it works; nothing is kept in memory in between.
 */
public final class BudgetLedger {
  private final LedgerFile file;

  private BudgetLedger(LedgerFile file) {
    this.file = file;
  }

  /** The user's own, in their data folder. */
  public static BudgetLedger standard() {
    return new BudgetLedger(LedgerPlace.standard());
  }

  /** The one in {@code file}, made at first use. */
  public static BudgetLedger at(Path file) {
    return new BudgetLedger(LedgerPlace.at(file));
  }

  /** The one in the file where it is named, else the user's own. */
  public static BudgetLedger at(Optional<Path> file) {
    return file.map(BudgetLedger::at).orElseGet(BudgetLedger::standard);
  }

  public Path file() {
    return file.file();
  }

  /**
   * Records that a run is about to touch the table; can be cancelled even after that.
   *
   * @param rehearsal whether nothing of it can ever be released; it counts as tried all the same
   * @param recorded called once it is recorded
   * @throws Failure if a budget that blocks does not admit what is planned; nothing is recorded
   *     then
   */
  RunRecord begin(Table table, PlannedRelease planned, boolean rehearsal, Runnable recorded) {
    return begin(recognised(table), planned, rehearsal, recorded);
  }

  private RunRecord begin(
      RecognisedTable recognised, PlannedRelease planned, boolean rehearsal, Runnable recorded) {
    Begun begun =
        admitted(
            recognised,
            earlier -> {
              BudgetAdmission.requireDelta(
                  earlier, planned.charge(), SynthesisSettings.defaultDelta(planned.patients()));
              if (earlier.budget().isPresent() && !rehearsal) {
                BudgetAdmission.requireAdmitted(earlier, planned.unit(), planned.charge());
              }
            },
            (session, id, earlier) -> {
              String run = newRun();
              session.append(started(id, run, planned.patients()));
              return new Begun(
                  run, session.table(id), session.recovered() || recognised.recovered());
            });
    recorded.run();
    return new RunRecord(
        file(),
        begun.history().table(),
        begun.run(),
        BudgetAdmission.outlook(begun.history(), List.of(planned.charge()), begun.recovered()));
  }

  /** Writes an entry of a table of which no more was released since it was looked at. */
  @FunctionalInterface
  private interface Entering<T> {
    T entered(LedgerSession session, TableIdentity id, TableHistory history) throws LedgerException;
  }

  /**
   * Composing takes seconds, and whoever pauses or stops a run meanwhile must not keep the ledger
   * from others: it is done before the ledger is locked, and again where it has changed by then.
   *
   * @param admission throws where what the ledger holds of the table admits no such entry
   */
  private <T> T admitted(
      RecognisedTable recognised, Consumer<TableHistory> admission, Entering<T> entering) {
    TableHistory looked = visit(session -> session.table(recognised.in(session)));
    while (true) {
      admission.accept(looked);
      TableHistory admitted = looked;
      Entered<T> entered =
          visit(
              session -> {
                TableIdentity id = recognised.in(session);
                TableHistory now = session.table(id);
                boolean same =
                    now.releases().equals(admitted.releases())
                        && now.budget().equals(admitted.budget());
                return new Entered<>(
                    now, same ? Optional.of(entering.entered(session, id, now)) : Optional.empty());
              });
      if (entered.result().isPresent()) {
        return entered.result().get();
      }
      looked = entered.history();
    }
  }

  private record Entered<T>(TableHistory history, Optional<T> result) {}

  /** What the ledger holds just after a run was recorded. */
  private record Begun(String run, TableHistory history, boolean recovered) {}

  /**
   * Records that rows are about to be drawn anew, as a release of their own.
   *
   * @param model the run that trained the model
   * @param recorded called once it is
   * @throws Failure if the table is not the run's, or its budget does not admit what is planned;
   *     nothing is recorded then
   */
  RunRecord beginDraw(
      RunRecord model, Table table, PlannedRelease planned, boolean rehearsal, Runnable recorded) {
    RecognisedTable recognised = recognised(table);
    requireSame(model, recognised);
    return begin(recognised, planned, rehearsal, recorded);
  }

  /**
   * Records that rows were drawn anew at no cost: one more table to choose from. Its release is
   * that of the run.
   *
   * @param patients n₀
   * @throws Failure if the table is not the run's
   */
  void countDraw(RunRecord model, Table table, int patients) {
    RecognisedTable recognised = recognised(table);
    requireSame(model, recognised);
    visit(session -> session.append(started(recognised.in(session), newRun(), patients)));
  }

  RecognisedTable recognised(Table table) {
    // the session overwrites its own key when the visit ends
    Opened opened = visit(session -> new Opened(session.tableKey().clone(), session.recovered()));
    try {
      return new RecognisedTable(table, opened.key(), opened.recovered());
    } finally {
      Arrays.fill(opened.key(), (byte) 0);
    }
  }

  private record Opened(byte[] key, boolean recovered) {}

  private void requireSame(RunRecord model, RecognisedTable recognised) {
    visit(
        session -> {
          if (!recognised.in(session).fingerprint().equals(model.table())) {
            throw new Failure(
                Failure.Kind.BAD_INPUT,
                "The table is not the one this model was trained on; no rows can be drawn from it.",
                "Open the table as it was, or start a run on this one.");
          }
          return model;
        });
  }

  private static String newRun() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private static EntryBody.RunStarted started(TableIdentity id, String run, int patients) {
    return new EntryBody.RunStarted(id, run, patients, SynthesisSettings.defaultDelta(patients));
  }

  /**
   * Records that the claim's table is about to leave the house, before it does. The ledger is kept
   * from nobody while what it holds is composed.
   *
   * @return the claim with what the ledger says of it
   * @throws Failure if a budget that blocks does not admit it, or the ledger lacks the run's
   *     beginning; nothing is recorded then
   */
  Claim enter(RunRecord record, Claim claim) {
    ReleaseEntry entry = new ReleaseEntry(record, claim);
    Optional<Claim> entered = visit(entry::entered);
    while (entered.isEmpty()) {
      entry.compose();
      entered = visit(entry::entered);
    }
    return entered.get();
  }

  /**
   * Sets or changes the table's budget.
   *
   * @param patients n₀
   * @param delta δ of all releases together; the smaller of 1e-5 and 1/(10 n₀) when left out
   * @throws Failure if a Rényi filter is asked for, or changed, after the first release: it must be
   *     fixed before
   * @throws RunCancelledException if the listener asked to stop; then the budget is as it was
   */
  public void setBudget(
      Table table,
      int patients,
      double epsilon,
      Optional<Double> delta,
      BudgetAction action,
      BudgetRule rule,
      RunListener listener) {
    BudgetLimit limit;
    try {
      limit =
          new BudgetLimit(
              epsilon,
              delta.orElseGet(() -> SynthesisSettings.defaultDelta(patients)),
              action,
              rule);
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.Kind.BAD_INPUT, "Not possible: " + e.getMessage() + ".", "", e);
    }
    Stoppable.work(listener, () -> setBudget(recognised(table), limit));
  }

  private int setBudget(RecognisedTable recognised, BudgetLimit limit) {
    return admitted(
        recognised,
        history -> {
          if (limit.rule() == BudgetRule.RENYI_FILTER && !history.releases().isEmpty()) {
            throw new Failure(
                Failure.Kind.REFUSED_FOR_PRIVACY,
                "A Renyi filter proves nothing unless it is fixed before the first release, and the"
                    + " table has "
                    + history.releases().size()
                    + ".",
                "Set a budget without --adaptive.");
          }
          BudgetAdmission.cumulative(history.with(limit), List.of());
        },
        (session, id, history) -> session.append(new EntryBody.BudgetSet(id, limit)));
  }

  /** What is in the ledger, of one table or of all. */
  public LedgerReport report(Optional<Table> table) {
    return report(table, RunListener.silent());
  }

  /**
   * The same, which can be cancelled.
   *
   * @throws RunCancelledException if the listener asked to stop
   */
  public LedgerReport report(Optional<Table> table, RunListener listener) {
    requireThere();
    return Stoppable.work(listener, () -> reported(table));
  }

  private LedgerReport reported(Optional<Table> table) {
    Optional<RecognisedTable> recognised = table.map(this::recognised);
    return visit(
        session -> {
          List<TableHistory> histories =
              recognised
                  .map(of -> List.of(session.table(of.in(session))))
                  .orElseGet(() -> session.tables().stream().map(session::table).toList());
          return new LedgerReport(
              file(),
              session.fingerprint(),
              session.size(),
              session.hash(session.size() - 1),
              session.recovered() || recognised.map(RecognisedTable::recovered).orElse(false),
              histories.stream().filter(TableHistory::known).toList());
        });
  }

  /**
   * What is wrong between the ledger, which itself is checked whenever it is opened, and
   * certificates made with it.
   *
   * @return a sentence each; empty when all is well
   */
  public List<String> missing(List<LedgerFacts> certificates) {
    return missing(certificates, RunListener.silent());
  }

  /**
   * The same, which can be cancelled.
   *
   * @throws RunCancelledException if the listener asked to stop
   */
  public List<String> missing(List<LedgerFacts> certificates, RunListener listener) {
    requireThere();
    return Stoppable.work(
        listener, () -> visit(session -> NamedEntries.missing(session, certificates)));
  }

  /**
   * Writes a signed extract with everything a stranger needs to check one table's releases.
   *
   * @throws Failure if the ledger does not know the table, or the file cannot be written or is
   *     there and no extract
   * @throws RunCancelledException if the listener asked to stop; then nothing is written
   */
  public void extract(Table table, Path target, RunListener listener) {
    KeptFile.requireOwnKind(target, LedgerExtract.BEGINNING);
    requireThere();
    byte[] bytes =
        Stoppable.work(
            listener,
            () -> {
              RecognisedTable recognised = recognised(table);
              LedgerExtract extract = visit(session -> whole(session, recognised.in(session)));
              byte[] spelled = extract.bytes();
              CancellableWork.check();
              return spelled;
            });
    try {
      AtomicFile.write(target, out -> out.write(bytes));
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          target.getFileName() + ": the extract could not be written.",
          "Choose a folder you may write to, with space left.",
          e);
    }
  }

  /**
   * @throws Failure if there is no entry of the table, or there are some in several readings that
   *     no entry links yet: a stranger could not tell that they are one table
   */
  private static LedgerExtract whole(LedgerSession session, TableIdentity id) {
    if (!session.table(id).known()) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "The ledger does not know this table.",
          "Choose the table as it was when something was released of it.");
    }
    LedgerExtract extract = session.extract(id);
    if (extract.history().runs() < session.table(id).runs()) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "The ledger holds runs of this file in several readings, and no entry links them yet.",
          "Set the table's budget, which links them: modulus ledger set-budget. Then write the"
              + " extract.");
    }
    return extract;
  }

  /** Whether there is, or was, one. */
  boolean exists() {
    return file.exists();
  }

  private void requireThere() {
    if (!exists()) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "There is no ledger yet at " + file() + ".",
          "It is made by the first run; another one is named with --ledger.");
    }
  }

  <T> T visit(LedgerFile.Visit<T> visit) {
    try {
      return file.visit(visit);
    } catch (LedgerException e) {
      throw new Failure(Failure.Kind.REFUSED_FOR_PRIVACY, e.getMessage(), e.action(), e);
    }
  }
}
