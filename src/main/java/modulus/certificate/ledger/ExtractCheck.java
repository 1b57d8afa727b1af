package modulus.certificate.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import modulus.certificate.BudgetAction;
import modulus.certificate.Claim;
import modulus.certificate.CumulativeEpsilon;
import modulus.certificate.FormatException;
import modulus.certificate.LedgerFacts;
import modulus.certificate.Verification.Check;
import modulus.certificate.ledger.EntryBody.Released;
import modulus.privacy.PrivacyGuarantee;

/** Whether a ledger extract says of a package's release what its certificate says. */
public final class ExtractCheck {
  private static final String NAME = "ledger";

  private final List<Check> checks = new ArrayList<>();

  private ExtractCheck() {}

  /** A check each, in the order made; those that hold are told too. */
  public static List<Check> of(Claim claim, byte[] bytes) {
    ExtractCheck check = new ExtractCheck();
    if (claim.ledger().isEmpty()) {
      check.add(false, "The certificate names no ledger, so no extract can belong to it.");
      return check.checks;
    }
    try {
      check.compare(claim, claim.ledger().get(), LedgerExtract.read(bytes));
    } catch (FormatException e) {
      check.add(false, e.getMessage());
    }
    return check.checks;
  }

  private void compare(Claim claim, LedgerFacts facts, LedgerExtract extract) {
    Chain chain = extract.chain();
    add(true, "The extract's signature and its chain of " + chain.size() + " entries hold.");
    boolean same = chain.fingerprint().equals(facts.key()) && extract.isOf(facts.table());
    if (!same) {
      add(false, "The extract is of another ledger or another table than the certificate names.");
      return;
    }
    Optional<Released> release = extract.release(facts.sequence());
    if (release.isEmpty() || !chain.hash(facts.sequence()).equals(facts.entry())) {
      add(
          false,
          "The extract lacks the entry of this release: the ledger was rolled back, or continued"
              + " from an older copy.");
      return;
    }
    boolean agrees =
        release.get().table().equals(facts.table())
            && release.get().events().equals(claim.events())
            && release.get().delta() == claim.accounting().delta()
            && release.get().thresholdDelta() == claim.accounting().thresholdDelta()
            && release.get().scope() == claim.scope()
            && release.get().unit().equals(claim.unit());
    add(
        agrees,
        agrees
            ? "The release's entry charges what the certificate states."
            : "The release's entry charges something else than the certificate states.");
    recompute(claim, facts, extract, release.get());
  }

  /** How many runs had touched the table when the package left; −1 where no entry says so. */
  private static int runs(LedgerFacts facts, LedgerExtract extract, Released release) {
    Chain chain = extract.chain();
    if (facts.again().isEmpty()) {
      return chain.table(TableIdentity.of(facts.table()), facts.sequence()).runs();
    }
    LedgerFacts.Again cited = facts.again().get();
    int counted =
        cited.sequence() < chain.size() && chain.hash(cited.sequence()).equals(cited.entry())
            ? chain.table(TableIdentity.of(facts.table()), cited.sequence()).runs()
            : -1;
    return extract
        .entry(cited.sequence(), EntryBody.ReleasedAgain.class)
        .filter(again -> again.table().equals(facts.table()) && again.run().equals(release.run()))
        .filter(again -> again.runs() == counted)
        .map(EntryBody.ReleasedAgain::runs)
        .orElse(-1);
  }

  private void recompute(Claim claim, LedgerFacts facts, LedgerExtract extract, Released release) {
    Chain chain = extract.chain();
    TableIdentity table = TableIdentity.of(facts.table());
    int at = facts.sequence();
    // rows that left again are certified by what was known then
    int known = facts.again().map(again -> Math.min(again.sequence(), chain.size())).orElse(at);
    TableHistory earlier = chain.table(table, at, Math.max(at, known));
    boolean counts =
        earlier.releases().size() == facts.earlierReleases()
            && chain.table(table, at + 1, Math.max(at + 1, known)).givenModel()
                == facts.givenModel()
            && runs(facts, extract, release) == claim.runs()
            && earlier.budget().equals(facts.budget())
            && earlier.delta() == facts.delta();
    add(
        counts,
        counts
            ? "Earlier releases, runs and budget are as the certificate states."
            : "Earlier releases, runs or budget differ from what the certificate states.");
    if (earlier.otherUnit(claim.unit()) != facts.otherUnit()
        || earlier.openDomains() != facts.openDomains()) {
      add(
          false,
          "How many of the earlier releases protect another unit, or read domains from the data, is"
              + " not what the certificate states: its cumulative epsilon promises another thing.");
    }
    int found = chain.table(table, at, chain.size()).releases().size() - earlier.releases().size();
    if (found > 0) {
      add(
          true,
          "Later entries show "
              + found
              + " more of the earlier releases to be of the same file, read in another way: the"
              + " cumulative epsilon could not count them when the certificate was signed.");
    }
    try {
      boolean blocking =
          facts.budget().filter(limit -> limit.action() == BudgetAction.BLOCK).isPresent();
      if (blocking && !earlier.admits(List.of(release.charge()))) {
        add(false, "The table's budget, which blocks, does not admit this release.");
      }
      PrivacyGuarantee before = earlier.cumulative();
      PrivacyGuarantee after = earlier.cumulative(List.of(release.charge()));
      boolean same =
          CumulativeEpsilon.of(before).near(facts.before())
              && CumulativeEpsilon.of(after).near(facts.after());
      add(
          same,
          same
              ? "The cumulative epsilon was recomputed from all releases and agrees."
              : "The cumulative epsilon recomputed from all releases is another one.");
    } catch (IllegalArgumentException e) {
      add(false, "The cumulative epsilon cannot be recomputed: " + e.getMessage() + ".");
    }
  }

  private void add(boolean holds, String sentence) {
    checks.add(new Check(NAME, holds, sentence));
  }
}
