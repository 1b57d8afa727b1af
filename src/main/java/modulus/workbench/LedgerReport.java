package modulus.workbench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import modulus.certificate.BudgetLimit;
import modulus.certificate.BudgetRule;
import modulus.certificate.CumulativeEpsilon;
import modulus.certificate.Fingerprint;
import modulus.certificate.ledger.EntryBody.Released;
import modulus.certificate.ledger.TableHistory;
import modulus.privacy.Adjacency;

/**
 * The ledger for people and for programs.
 *
 * @param key fingerprint of its signing key
 * @param entries how many it has
 * @param head hash of the newest
 * @param recovered whether an unfinished entry was found and removed
 */
public record LedgerReport(
    Path file,
    Fingerprint key,
    int entries,
    String head,
    boolean recovered,
    List<TableHistory> tables) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN_DIGITS = 16;

  /** Said wherever a cumulative ε is printed. */
  static final String COMPOSITION = "non-adaptive composition of the listed events";

  private static final String IMPOSSIBLE =
      "no epsilon can be stated: categories estimated privately used up delta; set a budget with a"
          + " larger one";

  public LedgerReport {
    tables = List.copyOf(tables);
  }

  /**
   * A line per fact; composing the releases takes seconds.
   *
   * @throws RunCancelledException if the listener asked to stop
   */
  public List<String> lines(RunListener listener) {
    return Stoppable.work(listener, this::lines);
  }

  /** The same as JSON. */
  public String json(RunListener listener) {
    return Stoppable.work(listener, this::json);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("ledger: " + file);
    lines.add("key fingerprint: " + key.grouped());
    lines.add("entries: " + entries + ", each signed and bound to the one before it: they hold");
    if (recovered) {
      lines.add("an unfinished entry was found and removed; nothing had been spent for it");
    }
    for (TableHistory table : tables) {
      lines.add("");
      lines.add("table " + table.table().substring(0, SHOWN_DIGITS) + "…");
      lines.add(
          "  runs: "
              + table.runs()
              + ", released: "
              + table.releases().size()
              + ", discarded: "
              + table.discarded());
      for (Released release : table.releases()) {
        lines.add("  release: " + release.scope().words() + ", " + cost(release));
      }
      Optional<CumulativeEpsilon> all = composed(table);
      lines.add("  all releases: " + all.map(epsilon -> told(epsilon, table)).orElse(IMPOSSIBLE));
      lines.add(
          "  "
              + table
                  .budget()
                  .map(limit -> budget(limit, table, all.isPresent()))
                  .orElse("budget: none set"));
    }
    return lines;
  }

  /** Empty where what was spent of δ outside of the events leaves none of it. */
  private static Optional<CumulativeEpsilon> composed(TableHistory table) {
    try {
      return Optional.of(CumulativeEpsilon.of(table.cumulative()));
    } catch (IllegalArgumentException impossible) {
      return Optional.empty();
    }
  }

  private static String told(CumulativeEpsilon epsilon, TableHistory table) {
    return "epsilon "
        + epsilon.printed(Adjacency.ADD_REMOVE)
        + " (add-remove), "
        + epsilon.printed(Adjacency.REPLACE_ONE)
        + " (replace-one) at delta "
        + EventCosts.spelled(table.delta())
        + ": "
        + meaning(table);
  }

  /** What ε of all releases together is, and what it is not (privacy.md, section 6). */
  private static String meaning(TableHistory table) {
    String said = COMPOSITION;
    if (!table.oneUnit()) {
      said += "; no bound for a patient, because the releases took different units for one";
    }
    if (table.openDomains() > 0) {
      said += "; without the domains that " + table.openDomains() + " of them read from the data";
    }
    return said;
  }

  private static String cost(Released release) {
    return "epsilon "
        + release.epsilon().printed(Adjacency.ADD_REMOVE)
        + " (add-remove), "
        + release.epsilon().printed(Adjacency.REPLACE_ONE)
        + " (replace-one) at delta "
        + EventCosts.spelled(release.delta());
  }

  /** A filter adds up nothing where releases protect different units. */
  private static String budget(BudgetLimit limit, TableHistory table, boolean composed) {
    return "budget: epsilon "
        + limit.epsilon()
        + " (add-remove), "
        + limit.action().label()
        + (limit.rule() == BudgetRule.RENYI_FILTER && table.oneUnit()
            ? ", Renyi filter: also for releases decided after seeing earlier ones"
            : "")
        + (composed && table.admits(List.of()) ? "" : "; the releases are beyond it");
  }

  String json() {
    ObjectNode root = JSON.createObjectNode();
    root.put("ledger", file.toString());
    root.put("key", key.hex());
    root.put("entries", entries);
    root.put("head", head);
    root.put("recovered", recovered);
    ArrayNode list = root.putArray("tables");
    for (TableHistory table : tables) {
      ObjectNode node = list.addObject();
      Optional<CumulativeEpsilon> all = composed(table);
      node.put("table", table.table());
      node.put("runs", table.runs());
      node.put("discarded", table.discarded());
      node.put("delta", table.delta());
      node.set("epsilon", all.map(CumulativeEpsilon::json).orElse(null));
      node.put("meaning", meaning(table));
      if (table.budget().isPresent()) {
        node.set("budget", table.budget().get().json());
        node.put("within", all.isPresent() && table.admits(List.of()));
      } else {
        node.putNull("budget");
      }
      ArrayNode releases = node.putArray("releases");
      for (Released release : table.releases()) {
        ObjectNode each = releases.addObject();
        each.put("run", release.run());
        each.put("scope", release.scope().label());
        each.put("delta", release.delta());
        each.set("epsilon", release.epsilon().json());
        each.put("events", release.events().size());
      }
    }
    return root.toPrettyString();
  }
}
