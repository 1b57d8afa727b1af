package modulus.certificate.ledger;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import modulus.certificate.BudgetLimit;
import modulus.certificate.Fingerprint;
import modulus.certificate.FormatException;

/** Entries that were checked: numbered from 0, each bound to the one before it, all signed. */
final class Chain {
  private final List<SignedEntry> entries;
  private final List<String> hashes;
  private final PublicKey key;

  private Chain(List<SignedEntry> entries, List<String> hashes, PublicKey key) {
    this.entries = entries;
    this.hashes = hashes;
    this.key = key;
  }

  /**
   * Checks everything.
   *
   * @throws FormatException with one sentence that names the first entry at fault
   */
  static Chain of(List<SignedEntry> entries) throws FormatException {
    if (entries.isEmpty()
        || !(entries.get(0).entry().map(LedgerEntry::body).orElse(null)
            instanceof EntryBody.Opening opening)) {
      throw new FormatException("The ledger does not begin with its opening.");
    }
    PublicKey key = LedgerKeys.publicKey(opening.key());
    List<String> hashes = new ArrayList<>();
    String previous = EntryHeader.NOTHING;
    for (SignedEntry entry : entries) {
      int at = hashes.size();
      if (entry.header().sequence() != at || !entry.header().previous().equals(previous)) {
        throw new FormatException(
            "Entry " + at + " of the ledger does not follow the one before it.");
      }
      if (!entry.holds(key)) {
        throw new FormatException(
            "Entry " + at + " of the ledger was changed after it was signed.");
      }
      boolean again =
          entry.entry().map(LedgerEntry::body).orElse(null) instanceof EntryBody.Opening;
      if (again && at > 0) {
        throw new FormatException("Entry " + at + " of the ledger opens it a second time.");
      }
      previous = entry.header().hash();
      hashes.add(previous);
    }
    return new Chain(List.copyOf(entries), List.copyOf(hashes), key);
  }

  /** With one more entry, made by {@link SignedEntry#sign} for this place. */
  Chain followedBy(SignedEntry entry) {
    List<SignedEntry> longer = new ArrayList<>(entries);
    longer.add(entry);
    List<String> longerHashes = new ArrayList<>(hashes);
    longerHashes.add(entry.header().hash());
    return new Chain(List.copyOf(longer), List.copyOf(longerHashes), key);
  }

  List<SignedEntry> entries() {
    return entries;
  }

  int size() {
    return entries.size();
  }

  /** The hash of entry {@code sequence}. */
  String hash(int sequence) {
    return hashes.get(sequence);
  }

  String head() {
    return hashes.get(hashes.size() - 1);
  }

  PublicKey key() {
    return key;
  }

  Fingerprint fingerprint() {
    return Fingerprint.of(key);
  }

  /** Every table there is an entry about, in order of appearance. */
  List<String> tables() {
    Set<String> tables = new LinkedHashSet<>();
    for (SignedEntry entry : entries) {
      body(entry, EntryBody.OfTable.class).ifPresent(of -> tables.add(of.table()));
    }
    return List.copyOf(tables);
  }

  TableHistory table(String table) {
    return table(table, entries.size());
  }

  /** The table's history before entry {@code end}. */
  TableHistory table(String table, int end) {
    Set<String> runs = new LinkedHashSet<>();
    Map<String, EntryBody.Released> releases = new LinkedHashMap<>();
    Optional<BudgetLimit> budget = Optional.empty();
    OptionalDouble delta = OptionalDouble.empty();
    for (SignedEntry signed : entries.subList(0, end)) {
      Optional<EntryBody.OfTable> body =
          body(signed, EntryBody.OfTable.class).filter(of -> of.table().equals(table));
      if (body.isEmpty()) {
        continue;
      }
      if (body.get() instanceof EntryBody.BudgetSet set) {
        budget = Optional.of(set.limit());
      } else if (body.get() instanceof EntryBody.RunStarted run) {
        runs.add(run.run());
        delta = OptionalDouble.of(run.delta());
      } else if (body.get() instanceof EntryBody.Released release) {
        runs.add(release.run());
        releases.putIfAbsent(release.run(), release);
      }
    }
    return new TableHistory(table, runs.size(), List.copyOf(releases.values()), budget, delta);
  }

  /** Whether there is an entry that the run began. */
  boolean started(String table, String run) {
    return entries.stream()
        .map(entry -> body(entry, EntryBody.RunStarted.class))
        .flatMap(Optional::stream)
        .anyMatch(started -> started.run().equals(run) && started.table().equals(table));
  }

  /** The number of the entry that released the run. */
  OptionalInt release(String table, String run) {
    for (int i = 0; i < entries.size(); i++) {
      Optional<EntryBody.Released> release = body(entries.get(i), EntryBody.Released.class);
      if (release.isPresent()
          && release.get().run().equals(run)
          && release.get().table().equals(table)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  static <T> Optional<T> body(SignedEntry entry, Class<T> type) {
    return entry.entry().map(LedgerEntry::body).filter(type::isInstance).map(type::cast);
  }
}
