package modulus.certificate.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which fingerprints are of one table: the same file can be read in several ways, and the same
 * values can come from several files, so a table is all that entries link by either. Otherwise
 * another mark of missing cells would bring a fresh budget.
 */
final class LinkedTables {
  private LinkedTables() {}

  /**
   * The fingerprints of the table, of its other readings and of their files.
   *
   * @param entries that may link them
   */
  static Set<String> of(TableIdentity table, List<SignedEntry> entries) {
    Set<String> linked = new HashSet<>();
    linked.add(table.fingerprint());
    table.file().ifPresent(linked::add);
    List<TableIdentity> named =
        entries.stream()
            .map(entry -> Chain.body(entry, EntryBody.Identifying.class))
            .flatMap(Optional::stream)
            .map(EntryBody.Identifying::of)
            .filter(identity -> identity.file().isPresent())
            .toList();
    int before;
    do {
      before = linked.size();
      for (TableIdentity identity : named) {
        String file = identity.file().orElseThrow();
        if (linked.contains(identity.fingerprint()) || linked.contains(file)) {
          linked.add(identity.fingerprint());
          linked.add(file);
        }
      }
    } while (linked.size() > before);
    return linked;
  }
}
