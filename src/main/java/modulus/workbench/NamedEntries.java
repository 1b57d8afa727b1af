package modulus.workbench;

import java.util.List;
import modulus.certificate.LedgerFacts;
import modulus.certificate.ledger.LedgerSession;

/** Whether a ledger holds the entries that certificates name. */
final class NamedEntries {
  private NamedEntries() {}

  /** A sentence for each certificate of which it does not. */
  static List<String> missing(LedgerSession session, List<LedgerFacts> certificates) {
    return certificates.stream()
        .filter(facts -> !facts.key().equals(session.fingerprint()) || !holds(session, facts))
        .map(
            facts ->
                facts.key().equals(session.fingerprint())
                    ? "The ledger was rolled back or continued from an older copy: it lacks"
                        + " entry "
                        + (holds(session, facts.sequence(), facts.entry())
                            ? facts.again().orElseThrow().sequence()
                            : facts.sequence())
                        + ", which a certificate names."
                    : "A certificate names another ledger.")
        .toList();
  }

  /** Every entry that the certificate names. */
  private static boolean holds(LedgerSession session, LedgerFacts facts) {
    return holds(session, facts.sequence(), facts.entry())
        && facts.again().map(again -> holds(session, again.sequence(), again.entry())).orElse(true);
  }

  private static boolean holds(LedgerSession session, int sequence, String entry) {
    return sequence < session.size() && session.hash(sequence).equals(entry);
  }
}
