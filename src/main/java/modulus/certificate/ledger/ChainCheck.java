package modulus.certificate.ledger;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import modulus.certificate.FormatException;

/** Checks entries one after the other; those before a wrong one stay checked. */
final class ChainCheck {
  private final List<SignedEntry> entries = new ArrayList<>();
  private final List<String> hashes = new ArrayList<>();
  private final Set<String> released = new HashSet<>();
  private String previous = EntryHeader.NOTHING;
  private PublicKey key;

  /**
   * Checks the next entry, which takes about a millisecond.
   *
   * @throws FormatException with one sentence that names the entry, if it is wrong there; then it
   *     is as if it had not been asked about
   */
  void take(SignedEntry entry) throws FormatException {
    int at = entries.size();
    if (at == 0) {
      key = LedgerKeys.publicKey(opening(entry).key());
    }
    if (entry.header().sequence() != at || !entry.header().previous().equals(previous)) {
      throw new FormatException(
          "Entry " + at + " of the ledger does not follow the one before it.");
    }
    if (!entry.holds(key)) {
      throw new FormatException("Entry " + at + " of the ledger was changed after it was signed.");
    }
    if (at > 0 && Chain.body(entry, EntryBody.Opening.class).isPresent()) {
      throw new FormatException("Entry " + at + " of the ledger opens it a second time.");
    }
    boolean twice =
        Chain.body(entry, EntryBody.Released.class)
            .filter(release -> !released.add(release.run()))
            .isPresent();
    if (twice) {
      throw new FormatException("Entry " + at + " of the ledger releases a run a second time.");
    }
    previous = entry.header().hash();
    entries.add(entry);
    hashes.add(previous);
  }

  private static EntryBody.Opening opening(SignedEntry first) throws FormatException {
    return Chain.body(first, EntryBody.Opening.class).orElseThrow(ChainCheck::unopened);
  }

  private static FormatException unopened() {
    return new FormatException("The ledger does not begin with its opening.");
  }

  /** How many entries were checked. */
  int size() {
    return entries.size();
  }

  /**
   * What was checked.
   *
   * @throws FormatException if there is no entry
   */
  Chain chain() throws FormatException {
    if (entries.isEmpty()) {
      throw unopened();
    }
    return new Chain(List.copyOf(entries), List.copyOf(hashes), key);
  }
}
