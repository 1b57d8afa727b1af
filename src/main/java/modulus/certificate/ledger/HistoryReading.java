package modulus.certificate.ledger;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import modulus.certificate.BudgetAction;
import modulus.certificate.BudgetLimit;

/** Gathers one table's history from the entries. */
final class HistoryReading {
  private static final Comparator<BudgetLimit> STRICTEST_FIRST =
      Comparator.comparing((BudgetLimit limit) -> limit.action() != BudgetAction.BLOCK)
          .thenComparing(BudgetLimit::epsilon)
          .thenComparing(BudgetLimit::delta);

  private final List<SignedEntry> entries;
  private final Set<String> runs = new LinkedHashSet<>();
  private final Map<String, EntryBody.Released> releases = new LinkedHashMap<>();

  /** Budgets that no later one replaces, by the fingerprint they were set of. */
  private final Map<String, BudgetLimit> budgets = new LinkedHashMap<>();

  private OptionalDouble delta = OptionalDouble.empty();

  private HistoryReading(List<SignedEntry> entries) {
    this.entries = entries;
  }

  /**
   * @param end the history ends before this entry
   * @param links what is one table follows from the entries before this one
   */
  static TableHistory of(TableIdentity table, List<SignedEntry> entries, int end, int links) {
    Set<String> linked = LinkedTables.of(table, entries.subList(0, links));
    HistoryReading reading = new HistoryReading(entries);
    for (int at = 0; at < end; at++) {
      int each = at;
      Chain.body(entries.get(at), EntryBody.OfTable.class)
          .filter(body -> linked.contains(body.table()))
          .ifPresent(body -> reading.take(body, each));
    }
    return new TableHistory(
        table.fingerprint(),
        reading.runs.size(),
        List.copyOf(reading.releases.values()),
        reading.budget(),
        reading.delta);
  }

  private void take(EntryBody.OfTable body, int at) {
    if (body instanceof EntryBody.BudgetSet set) {
      replaceBudget(set, at);
    } else if (body instanceof EntryBody.RunStarted run) {
      runs.add(run.run());
      delta = OptionalDouble.of(run.delta());
    } else if (body instanceof EntryBody.Released release) {
      runs.add(release.run());
      releases.put(release.run(), release);
    }
  }

  /** A budget replaces those that whoever set it could know of; another reading's stays. */
  private void replaceBudget(EntryBody.BudgetSet set, int at) {
    Set<String> known = LinkedTables.of(set.of(), entries.subList(0, at));
    budgets.keySet().removeIf(known::contains);
    budgets.put(set.table(), releases.isEmpty() ? set.limit() : set.limit().setLate());
  }

  private Optional<BudgetLimit> budget() {
    return budgets.values().stream().min(STRICTEST_FIRST);
  }
}
