package modulus.certificate.ledger;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import modulus.certificate.Fingerprint;
import modulus.certificate.FormatException;
import modulus.privacy.CancellableWork;

/** Entries that were checked: numbered from 0, each bound to the one before it, all signed. */
final class Chain {
  private final List<SignedEntry> entries;
  private final List<String> hashes;
  private final PublicKey key;

  /** Of entries that {@link ChainCheck} checked. */
  Chain(List<SignedEntry> entries, List<String> hashes, PublicKey key) {
    this.entries = entries;
    this.hashes = hashes;
    this.key = key;
  }

  /**
   * Checks everything.
   *
   * @throws java.util.concurrent.CancellationException if the work on the calling thread was
   *     cancelled
   * @throws FormatException with one sentence that names the first entry at fault
   */
  static Chain of(List<SignedEntry> entries) throws FormatException {
    ChainCheck check = new ChainCheck();
    for (SignedEntry entry : entries) {
      CancellableWork.check();
      check.take(entry);
    }
    return check.chain();
  }

  /** The same chain, of whose entries only these show what they say. */
  Chain showing(Predicate<SignedEntry> shown) {
    return new Chain(
        entries.stream().map(each -> shown.test(each) ? each : each.withoutContent()).toList(),
        hashes,
        key);
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

  /** Every table there is an entry about, in order of appearance, by its first fingerprint. */
  List<String> tables() {
    List<String> tables = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (SignedEntry entry : entries) {
      body(entry, EntryBody.OfTable.class)
          .map(EntryBody.OfTable::table)
          .filter(table -> !seen.contains(table))
          .ifPresent(
              table -> {
                tables.add(table);
                seen.addAll(linked(TableIdentity.of(table)));
              });
    }
    return List.copyOf(tables);
  }

  /** The fingerprints of the table and of all that entries link it with. */
  Set<String> linked(TableIdentity table) {
    return LinkedTables.of(table, entries);
  }

  /**
   * By which entries go: the table's own fingerprint or, where only other readings of its file are
   * known, the first of theirs.
   *
   * @throws IllegalArgumentException if there is no entry about the table
   */
  String fingerprint(TableIdentity table) {
    Set<String> linked = linked(table);
    List<String> known =
        entries.stream()
            .map(entry -> body(entry, EntryBody.OfTable.class))
            .flatMap(Optional::stream)
            .map(EntryBody.OfTable::table)
            .filter(linked::contains)
            .toList();
    if (known.isEmpty()) {
      throw new IllegalArgumentException("the table must have an entry but has none");
    }
    return known.contains(table.fingerprint()) ? table.fingerprint() : known.get(0);
  }

  TableHistory table(TableIdentity table) {
    return table(table, entries.size());
  }

  /** The table's history before entry {@code end}, as it could be told then. */
  TableHistory table(TableIdentity table, int end) {
    return table(table, end, end);
  }

  /**
   * The table's history before entry {@code end}, as it can be told since entry {@code links}.
   *
   * @param links which entries link tables: those before this one, at least {@code end}
   */
  TableHistory table(TableIdentity table, int end, int links) {
    return HistoryReading.of(table, entries, end, links);
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
