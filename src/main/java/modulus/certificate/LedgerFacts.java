package modulus.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the budget ledger says of a release.
 *
 * @param key fingerprint of the ledger's own signing key
 * @param table the real table's keyed fingerprint, 64 hexadecimal digits; its key stays in the
 *     house
 * @param entry SHA-256 of the release's entry, 64 hexadecimal digits
 * @param sequence the entry's number, counted from 0
 * @param earlierReleases of the same table, ≥ 0
 * @param givenModel how many of all releases, this one included, hold given the model only
 * @param delta δ of all releases together
 * @param before ε of the earlier releases
 * @param after ε with this one
 * @param budget the table's, where one was set
 * @param otherUnit how many of the earlier releases protect another unit than this one, ≥ 0
 * @param openDomains how many of the earlier releases read domains from the data, ≥ 0
 * @param again the entry by which the run's rows were released again, after more was tried; runs
 *     count up to it
 */
public record LedgerFacts(
    Fingerprint key,
    String table,
    String entry,
    int sequence,
    int earlierReleases,
    int givenModel,
    int otherUnit,
    int openDomains,
    double delta,
    CumulativeEpsilon before,
    CumulativeEpsilon after,
    Optional<BudgetLimit> budget,
    Optional<Again> again) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  /**
   * An entry that charges nothing: what a run made leaves the house once more.
   *
   * @param entry its SHA-256, 64 hexadecimal digits
   * @param sequence its number, above that of the release
   */
  public record Again(String entry, int sequence) {
    public Again {
      if (!HEX.matcher(entry).matches()) {
        throw new IllegalArgumentException(
            "an entry of the ledger must have 64 lower-case hexadecimal digits");
      }
    }
  }

  public LedgerFacts {
    Objects.requireNonNull(again, "again");
    if (again.isPresent() && again.get().sequence() <= sequence) {
      throw new IllegalArgumentException(
          "what is released again must follow its release, entry "
              + sequence
              + ", but is entry "
              + again.get().sequence());
    }
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Require.atLeast("the ledger entry's number", sequence, 1);
    Require.atLeast("earlierReleases", earlierReleases, 0);
    Require.atLeast("givenModel", givenModel, 0);
    Require.atLeast("otherUnit", otherUnit, 0);
    Require.atLeast("openDomains", openDomains, 0);
    if (!HEX.matcher(table).matches() || !HEX.matcher(entry).matches()) {
      throw new IllegalArgumentException(
          "table and entry of the ledger must have 64 lower-case hexadecimal digits");
    }
    if (budget.isPresent() && budget.get().delta() != delta) {
      throw new IllegalArgumentException(
          "the ledger's delta must be the budget's, " + budget.get().delta() + ", but is " + delta);
    }
  }

  /**
   * Whether a declared Rényi filter admitted every release, this one included. It adds up nothing
   * where they protect different units.
   */
  boolean filtered() {
    return otherUnit == 0 && admittedByFilter();
  }

  private boolean admittedByFilter() {
    return budget
        .filter(limit -> limit.rule() == BudgetRule.RENYI_FILTER)
        .filter(limit -> limit.action() == BudgetAction.BLOCK)
        .isPresent();
  }

  ObjectNode json() {
    ObjectNode node = StrictJson.object();
    node.put("key", key.hex());
    node.put("table", table);
    node.put("entry", entry);
    node.put("sequence", sequence);
    node.put("earlierReleases", earlierReleases);
    node.put("givenModel", givenModel);
    // not named where there are none, as before they were counted
    if (otherUnit > 0) {
      node.put("otherUnit", otherUnit);
    }
    if (openDomains > 0) {
      node.put("openDomains", openDomains);
    }
    node.put("delta", delta);
    node.set("epsilonBefore", before.json());
    node.set("epsilonAfter", after.json());
    if (budget.isPresent()) {
      node.set("budget", budget.get().json());
    } else {
      node.putNull("budget");
    }
    // not named where there is none, as before there were any
    again.ifPresent(
        entry -> {
          ObjectNode released = node.putObject("again");
          released.put("entry", entry.entry());
          released.put("sequence", entry.sequence());
        });
    return node;
  }

  static LedgerFacts read(JsonFields fields) throws FormatException {
    Optional<JsonFields> limit = fields.optionalObject("budget");
    LedgerFacts facts =
        new LedgerFacts(
            new Fingerprint(fields.text("key")),
            fields.text("table"),
            fields.text("entry"),
            fields.integer("sequence"),
            fields.integer("earlierReleases"),
            fields.integer("givenModel"),
            fields.has("otherUnit") ? fields.integer("otherUnit") : 0,
            fields.has("openDomains") ? fields.integer("openDomains") : 0,
            fields.number("delta"),
            CumulativeEpsilon.read(fields.object("epsilonBefore")),
            CumulativeEpsilon.read(fields.object("epsilonAfter")),
            limit.isPresent() ? Optional.of(BudgetLimit.read(limit.get())) : Optional.empty(),
            fields.has("again") ? Optional.of(again(fields.object("again"))) : Optional.empty());
    fields.end();
    return facts;
  }

  private static Again again(JsonFields fields) throws FormatException {
    Again again = new Again(fields.text("entry"), fields.integer("sequence"));
    fields.end();
    return again;
  }
}
