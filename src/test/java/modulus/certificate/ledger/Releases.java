package modulus.certificate.ledger;

import java.nio.file.Path;
import java.util.List;
import modulus.certificate.BudgetAction;
import modulus.certificate.BudgetLimit;
import modulus.certificate.BudgetRule;
import modulus.certificate.ChargedEvent;
import modulus.certificate.ClaimScope;
import modulus.certificate.CumulativeEpsilon;
import modulus.certificate.EventPurpose;
import modulus.certificate.ProtectedUnit;
import modulus.privacy.Accountant;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.PrivacyGuarantee;

/** Entries to write into ledgers, and where to. */
final class Releases {
  static final double DELTA = 1e-5;
  static final String TABLE = "a".repeat(64);
  static final String OTHER_TABLE = "b".repeat(64);

  private Releases() {}

  static LedgerFile in(Path folder) {
    return new LedgerFile(folder.resolve("ledger.jsonl"), folder.resolve("state"));
  }

  static String run(int number) {
    return "%032x".formatted(number);
  }

  static EntryBody.RunStarted started(String table, int number) {
    return new EntryBody.RunStarted(TableIdentity.of(table), run(number), 10_000, DELTA);
  }

  static EntryBody.Released gaussian(String table, int number, double mu) {
    return released(
        table,
        number,
        List.of(
            new ChargedEvent(
                EventPurpose.MARGINAL_COUNTS, new PrivacyEvent.Gaussian(mu, mu * Math.sqrt(2)))));
  }

  static EntryBody.Released released(String table, int number, List<ChargedEvent> events) {
    PrivacyGuarantee alone =
        Accountant.guarantee(events.stream().map(ChargedEvent::event).toList(), DELTA);
    return new EntryBody.Released(
        table,
        run(number),
        10_000,
        ClaimScope.END_TO_END,
        ProtectedUnit.row(),
        DELTA,
        0,
        CumulativeEpsilon.of(alone),
        events);
  }

  static EntryBody.BudgetSet budget(String table, double epsilon) {
    return new EntryBody.BudgetSet(
        TableIdentity.of(table),
        new BudgetLimit(epsilon, DELTA, BudgetAction.BLOCK, BudgetRule.COMPOSITION));
  }

  static TableHistory history(LedgerFile ledger, String table) throws LedgerException {
    return ledger.visit(session -> session.table(table));
  }
}
