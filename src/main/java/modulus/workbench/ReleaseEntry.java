package modulus.workbench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import modulus.certificate.BudgetLimit;
import modulus.certificate.Claim;
import modulus.certificate.CumulativeEpsilon;
import modulus.certificate.LedgerFacts;
import modulus.certificate.ledger.EntryBody;
import modulus.certificate.ledger.LedgerException;
import modulus.certificate.ledger.LedgerSession;
import modulus.certificate.ledger.TableHistory;
import modulus.privacy.ReleaseComposition.Charge;

/**
 * Writes down that a table leaves the house, and what its certificate says of the ledger
 * (privacy.md, sections 6 and 7). Composing takes seconds and is done beside the ledger, of what it
 * was seen to hold; what is written down, and said, is of what it holds at that moment.
 */
final class ReleaseEntry {
  private final RunRecord record;
  private final Claim claim;
  private Optional<Seen> seen = Optional.empty();
  private Optional<Composed> composed = Optional.empty();

  ReleaseEntry(RunRecord record, Claim claim) {
    this.record = record;
    this.claim = claim;
  }

  /**
   * What the release is added to.
   *
   * @param again whether it was admitted before, of the same history
   */
  private record Seen(TableHistory earlier, boolean again) {}

  /**
   * What earlier releases cost, without this one and with it.
   *
   * @param admitted whether a budget was asked to admit this one
   */
  private record Composed(
      List<EntryBody.Released> releases,
      Optional<BudgetLimit> budget,
      OptionalDouble runDelta,
      CumulativeEpsilon before,
      CumulativeEpsilon after,
      boolean admitted) {

    static Composed of(TableHistory earlier, Charge charge, boolean admitted) {
      return new Composed(
          earlier.releases(),
          earlier.budget(),
          earlier.runDelta(),
          CumulativeEpsilon.of(BudgetAdmission.cumulative(earlier, List.of())),
          CumulativeEpsilon.of(BudgetAdmission.cumulative(earlier, List.of(charge))),
          admitted);
    }

    /** Whether it is of this history: of all of it that costs depend on. */
    boolean of(TableHistory earlier) {
      return releases.equals(earlier.releases())
          && budget.equals(earlier.budget())
          && runDelta.equals(earlier.runDelta());
    }
  }

  /**
   * Charged once for each run. Where more was tried since that could have been chosen from, it is
   * released again, and what is known of the table by then counts.
   *
   * @return the claim with what the ledger says of it; empty, and nothing is recorded, where what
   *     the ledger holds now has to be {@link #compose composed} before
   * @throws Failure if the ledger lacks the run's beginning; nothing is recorded then
   */
  Optional<Claim> entered(LedgerSession session) throws LedgerException {
    requireBegun(session);
    OptionalInt made = session.release(record.table(), record.run());
    Seen now = seen(session, made);
    if (composed.filter(each -> each.of(now.earlier()) && admits(each, now)).isEmpty()) {
      seen = Optional.of(now);
      return Optional.empty();
    }
    int at = made.isPresent() ? made.getAsInt() : session.append(released());
    Optional<LedgerFacts.Again> again = made.isPresent() ? again(session, at) : Optional.empty();
    return Optional.of(claim(session, at, again));
  }

  private static boolean admits(Composed composed, Seen now) {
    return composed.admitted() || now.again();
  }

  /**
   * Composes what the ledger was seen to hold.
   *
   * @throws Failure if a budget that blocks does not admit the release
   */
  void compose() {
    Seen of = seen.orElseThrow();
    if (!of.again()) {
      BudgetAdmission.requireAdmitted(of.earlier(), claim.unit(), charge());
    }
    composed = Optional.of(Composed.of(of.earlier(), charge(), !of.again()));
  }

  private Seen seen(LedgerSession session, OptionalInt made) {
    if (made.isEmpty()) {
      return new Seen(session.table(record.table()), false);
    }
    TableHistory then = session.table(record.table(), made.getAsInt());
    if (session.table(record.table()).runs() == then.runs()) {
      return new Seen(then, true);
    }
    TableHistory known = session.table(record.table(), made.getAsInt(), session.size());
    return new Seen(known, known.equals(then));
  }

  private Claim claim(LedgerSession session, int at, Optional<LedgerFacts.Again> again) {
    int known = again.map(LedgerFacts.Again::sequence).orElse(at);
    TableHistory earlier = session.table(record.table(), at, known);
    // of this history by what was asked before; what is certified must not rest on that
    Composed costs =
        composed
            .filter(each -> each.of(earlier))
            .orElseGet(() -> Composed.of(earlier, charge(), true));
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
            costs.before(),
            costs.after(),
            earlier.budget(),
            again);
    return claim.withLedger(facts, session.table(record.table(), known).runs());
  }

  /** Otherwise a certificate would count too few runs. */
  private void requireBegun(LedgerSession session) {
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
   */
  private Optional<LedgerFacts.Again> again(LedgerSession session, int at) throws LedgerException {
    int runs = session.table(record.table()).runs();
    if (runs == session.table(record.table(), at).runs()) {
      return Optional.empty();
    }
    int entry = session.append(new EntryBody.ReleasedAgain(record.table(), record.run(), runs));
    return Optional.of(new LedgerFacts.Again(session.hash(entry), entry));
  }

  private EntryBody.Released released() {
    return new EntryBody.Released(
        record.table(),
        record.run(),
        claim.table().records(),
        claim.scope(),
        claim.unit(),
        claim.accounting().delta(),
        claim.accounting().thresholdDelta(),
        new CumulativeEpsilon(
            claim.accounting().epsilonAddRemove(), claim.accounting().epsilonReplaceOne()),
        claim.events());
  }

  private Charge charge() {
    return new Charge(claim.privacyEvents(), claim.accounting().thresholdDelta());
  }
}
