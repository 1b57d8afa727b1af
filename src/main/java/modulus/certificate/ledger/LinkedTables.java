package modulus.certificate.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    Map<String, List<String>> links = new HashMap<>();
    for (SignedEntry entry : entries) {
      Chain.body(entry, EntryBody.Identifying.class)
          .map(EntryBody.Identifying::of)
          .filter(identity -> identity.file().isPresent())
          .ifPresent(identity -> link(links, identity.fingerprint(), identity.file().get()));
    }
    Set<String> linked = new HashSet<>();
    Deque<String> next = new ArrayDeque<>();
    next.add(table.fingerprint());
    table.file().ifPresent(next::add);
    while (!next.isEmpty()) {
      String name = next.remove();
      if (linked.add(name)) {
        next.addAll(links.getOrDefault(name, List.of()));
      }
    }
    return linked;
  }

  private static void link(Map<String, List<String>> links, String one, String other) {
    links.computeIfAbsent(one, name -> new ArrayList<>()).add(other);
    links.computeIfAbsent(other, name -> new ArrayList<>()).add(one);
  }
}
