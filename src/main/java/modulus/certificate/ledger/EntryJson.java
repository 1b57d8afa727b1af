package modulus.certificate.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import modulus.certificate.BudgetLimit;
import modulus.certificate.ChargedEventJson;
import modulus.certificate.ClaimScope;
import modulus.certificate.CumulativeEpsilon;
import modulus.certificate.FormatException;
import modulus.certificate.JsonFields;
import modulus.certificate.ProtectedUnit;
import modulus.certificate.StrictJson;

/** An entry's content as JSON; reading is strict. */
final class EntryJson {
  private static final String OPENING = "opening";
  private static final String BUDGET = "budget";
  private static final String RUN = "run";
  private static final String RELEASE = "release";
  private static final String AGAIN = "again";
  private static final String FILE = "file";

  private EntryJson() {}

  static ObjectNode write(LedgerEntry entry) {
    ObjectNode node = StrictJson.object();
    node.put("time", entry.time().toString());
    EntryBody body = entry.body();
    if (body instanceof EntryBody.Opening opening) {
      node.put("type", OPENING);
      node.put("key", opening.key());
    } else if (body instanceof EntryBody.BudgetSet budget) {
      node.put("type", BUDGET);
      identity(node, budget.of());
      node.set("budget", budget.limit().json());
    } else if (body instanceof EntryBody.RunStarted run) {
      node.put("type", RUN);
      identity(node, run.of());
      node.put("run", run.run());
      node.put("records", run.records());
      node.put("delta", run.delta());
    } else if (body instanceof EntryBody.Released release) {
      release(node, release);
    } else if (body instanceof EntryBody.ReleasedAgain again) {
      node.put("type", AGAIN);
      node.put("table", again.table());
      node.put("run", again.run());
      node.put("runs", again.runs());
    }
    return node;
  }

  private static void identity(ObjectNode node, TableIdentity table) {
    node.put("table", table.fingerprint());
    table.file().ifPresent(file -> node.put(FILE, file));
  }

  private static TableIdentity identity(JsonFields fields) throws FormatException {
    return new TableIdentity(
        fields.text("table"), fields.has(FILE) ? Optional.of(fields.text(FILE)) : Optional.empty());
  }

  private static void release(ObjectNode node, EntryBody.Released release) {
    node.put("type", RELEASE);
    node.put("table", release.table());
    node.put("run", release.run());
    node.put("records", release.records());
    node.put("scope", release.scope().label());
    ObjectNode unit = node.putObject("unit");
    unit.put("patientColumn", release.unit().patientColumn().orElse(null));
    unit.put("rowsPerPatient", release.unit().rowsPerPatient());
    node.put("delta", release.delta());
    node.put("thresholdDelta", release.thresholdDelta());
    node.set("epsilon", release.epsilon().json());
    ChargedEventJson.write(release.events(), node.putArray("events"));
  }

  /**
   * @throws IllegalArgumentException if a value is outside its domain
   */
  static LedgerEntry read(JsonFields fields) throws FormatException {
    Instant time = instant(fields.text("time"));
    String type = fields.text("type");
    EntryBody body =
        switch (type) {
          case OPENING -> new EntryBody.Opening(fields.text("key"));
          case BUDGET ->
              new EntryBody.BudgetSet(identity(fields), BudgetLimit.read(fields.object("budget")));
          case RUN ->
              new EntryBody.RunStarted(
                  identity(fields),
                  fields.text("run"),
                  fields.integer("records"),
                  fields.number("delta"));
          case RELEASE -> release(fields);
          case AGAIN ->
              new EntryBody.ReleasedAgain(
                  fields.text("table"), fields.text("run"), fields.integer("runs"));
          default -> throw new FormatException("The entry is of a type this version lacks.");
        };
    fields.end();
    return new LedgerEntry(time, body);
  }

  private static EntryBody.Released release(JsonFields fields) throws FormatException {
    JsonFields of = fields.object("unit");
    ProtectedUnit unit =
        new ProtectedUnit(of.optionalText("patientColumn"), of.integer("rowsPerPatient"));
    of.end();
    return new EntryBody.Released(
        fields.text("table"),
        fields.text("run"),
        fields.integer("records"),
        fields.choice("scope", ClaimScope.class, ClaimScope::label),
        unit,
        fields.number("delta"),
        fields.number("thresholdDelta"),
        CumulativeEpsilon.read(fields.object("epsilon")),
        ChargedEventJson.read(fields.array("events")));
  }

  private static Instant instant(String text) throws FormatException {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new FormatException("The entry's time must be ISO 8601.");
    }
  }
}
