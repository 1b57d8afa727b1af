package modulus.workbench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import modulus.certificate.Claim;
import modulus.certificate.CumulativeEpsilon;
import modulus.certificate.LedgerFacts;
import modulus.certificate.ledger.EntryBody;
import modulus.certificate.ledger.LedgerException;
import modulus.certificate.ledger.LedgerSession;
import modulus.certificate.ledger.TableHistory;
import modulus.privacy.ReleaseComposition.Charge;

/** Writes down that a table leaves the house, and what its certificate says of the ledger. */
final class ReleaseEntry {
  private ReleaseEntry() {}

  /**
   * Charged once for each run. Where more was tried since that could have been chosen from, it is
   * released again, and what is known of the table by then counts.
   *
   * @return the claim with what the ledger says of it
   * @throws Failure if a budget that blocks does not admit it, or the ledger lacks the run's
   *     beginning; nothing is recorded then
   */
  static Claim of(LedgerSession session, RunRecord record, Claim claim) throws LedgerException {
    requireBegun(session, record);
    OptionalInt made = session.release(record.table(), record.run());
    int at = made.isPresent() ? made.getAsInt() : append(session, record, claim);
    Optional<LedgerFacts.Again> again =
        made.isPresent() ? again(session, record, claim, at) : Optional.empty();
    int known = again.map(LedgerFacts.Again::sequence).orElse(at);
    TableHistory earlier = session.table(record.table(), at, known);
    LedgerFacts facts =
        new LedgerFacts(
            session.fingerprint(),
            record.table(),
            session.hash(at),
            at,
            earlier.releases().size(),
            session.table(record.table(), at + 1, Math.max(at + 1, known)).givenModel(),
            earlier.otherUnit(claim.unit()),
            earlier.openDomains(),
            earlier.delta(),
            CumulativeEpsilon.of(BudgetAdmission.cumulative(earlier, List.of())),
            CumulativeEpsilon.of(BudgetAdmission.cumulative(earlier, List.of(charge(claim)))),
            earlier.budget(),
            again);
    return claim.withLedger(facts, session.table(record.table(), known).runs());
  }

  /** Otherwise a certificate would count too few runs. */
  private static void requireBegun(LedgerSession session, RunRecord record) {
    if (!session.started(record.table(), record.run())
        || session.table(record.table()).runs() < record.outlook().runs()) {
      throw new Failure(
          Failure.Kind.REFUSED_FOR_PRIVACY,
          "The ledger lacks runs that it held when this one began: an older copy was put back, or it"
              + " is another one. Nothing was released.",
          "Put the ledger's newest copy back, or start the run again.");
    }
  }

  /**
   * What was released already leaves again: with an entry of its own where more was tried since.
   *
   * @throws Failure if what is known of the table by now would not have admitted it
   */
  private static Optional<LedgerFacts.Again> again(
      LedgerSession session, RunRecord record, Claim claim, int at) throws LedgerException {
    TableHistory then = session.table(record.table(), at);
    int runs = session.table(record.table()).runs();
    if (runs == then.runs()) {
      return Optional.empty();
    }
    TableHistory known = session.table(record.table(), at, session.size());
    if (!known.equals(then)) {
      BudgetAdmission.requireAdmitted(known, claim.unit(), charge(claim));
    }
    int entry = session.append(new EntryBody.ReleasedAgain(record.table(), record.run(), runs));
    return Optional.of(new LedgerFacts.Again(session.hash(entry), entry));
  }

  private static int append(LedgerSession session, RunRecord record, Claim claim)
      throws LedgerException {
    BudgetAdmission.requireAdmitted(session.table(record.table()), claim.unit(), charge(claim));
    return session.append(
        new EntryBody.Released(
            record.table(),
            record.run(),
            claim.table().records(),
            claim.scope(),
            claim.unit(),
            claim.accounting().delta(),
            claim.accounting().thresholdDelta(),
            new CumulativeEpsilon(
                claim.accounting().epsilonAddRemove(), claim.accounting().epsilonReplaceOne()),
            claim.events()));
  }

  private static Charge charge(Claim claim) {
    return new Charge(claim.privacyEvents(), claim.accounting().thresholdDelta());
  }
}
