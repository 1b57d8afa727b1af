package modulus.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import modulus.privacy.Adjacency;
import modulus.schema.DomainOrigin;

/** The claim as JSON; reading is strict. */
final class ClaimJson {
  private ClaimJson() {}

  static ObjectNode write(Claim claim) {
    ObjectNode node = StrictJson.object();
    node.put("scope", claim.scope().label());
    node.set("guarantee", accounting(claim.accounting()));
    ObjectNode unit = node.putObject("unit");
    unit.put("protects", "one patient");
    unit.put("patientColumn", claim.unit().patientColumn().orElse(null));
    unit.put("rowsPerPatient", claim.unit().rowsPerPatient());
    ChargedEventJson.write(claim.events(), node.putArray("events"));
    node.set("model", model(claim.model()));
    ObjectNode table = node.putObject("public");
    table.put("patients", claim.table().records());
    table.put("syntheticRows", claim.table().syntheticRows());
    ArrayNode attributes = table.putArray("attributes");
    claim.table().attributes().forEach(a -> attributes.add(AttributeJson.write(a)));
    if (!claim.table().orders().isEmpty()) {
      ArrayNode orders = table.putArray("orders");
      for (StatedOrder order : claim.table().orders()) {
        orders
            .addObject()
            .put("attribute", order.attribute())
            .put("notAfter", order.notAfter())
            .put("origin", DomainOrigin.DECLARED.label());
      }
    }
    node.put("runs", claim.runs());
    node.put("randomness", claim.randomness().label());
    node.put("curator", claim.curator().orElse(null));
    ObjectNode software = node.putObject("software");
    software.put("name", claim.software().name());
    software.put("version", claim.software().version());
    software.put("sha256", claim.software().digest());
    node.put("issued", claim.issued().toString());
    if (claim.ledger().isPresent()) {
      node.set("ledger", claim.ledger().get().json());
    } else {
      node.putNull("ledger");
    }
    if (claim.audit().isPresent()) {
      node.set("audit", claim.audit().get().json());
    } else {
      node.putNull("audit");
    }
    return node;
  }

  private static ObjectNode accounting(Accounting accounting) {
    ObjectNode node = StrictJson.object();
    node.put("delta", accounting.delta());
    node.put("thresholdDelta", accounting.thresholdDelta());
    ObjectNode epsilon = node.putObject("epsilon");
    for (Adjacency adjacency : Adjacency.values()) {
      ObjectNode one = epsilon.putObject(adjacency.label());
      one.put("printed", accounting.printed(adjacency));
      one.put("computed", accounting.epsilon(adjacency));
    }
    node.put("accountant", accounting.accountant());
    node.put("accountantVersion", accounting.version());
    return node;
  }

  private static ObjectNode model(ModelFacts model) {
    ObjectNode node = StrictJson.object();
    node.put("latentDimension", model.latentDimension());
    node.put("posteriorScale", model.posteriorScale());
    node.put("recordDiameter", model.diameter());
    if (model.lipschitz().isEmpty()) {
      node.putNull("lipschitz");
    } else {
      LipschitzBound bound = model.lipschitz().get();
      ObjectNode lipschitz = node.putObject("lipschitz");
      lipschitz.put("declared", bound.declared());
      lipschitz.put("certified", bound.certified());
      lipschitz.put("enforcement", bound.enforcement().label());
    }
    return node;
  }

  /**
   * @throws FormatException if it is not the JSON of a claim
   * @throws IllegalArgumentException if a fact is outside its domain
   */
  static Claim read(JsonFields fields) throws FormatException {
    ClaimScope scope = fields.choice("scope", ClaimScope.class, ClaimScope::label);
    Accounting accounting = accounting(fields.object("guarantee"));
    ProtectedUnit unit = unit(fields.object("unit"));
    List<ChargedEvent> events = ChargedEventJson.read(fields.array("events"));
    ModelFacts model = model(fields.object("model"));
    TableFacts table = table(fields.object("public"));
    int runs = fields.integer("runs");
    Randomness randomness = fields.choice("randomness", Randomness.class, Randomness::label);
    Optional<String> curator = fields.optionalText("curator");
    JsonFields software = fields.object("software");
    SoftwareFacts made =
        new SoftwareFacts(software.text("name"), software.text("version"), software.text("sha256"));
    software.end();
    Instant issued = fields.instant("issued");
    Optional<JsonFields> kept = fields.optionalObject("ledger");
    Optional<LedgerFacts> ledger =
        kept.isPresent() ? Optional.of(LedgerFacts.read(kept.get())) : Optional.empty();
    Optional<JsonFields> attacked = fields.optionalObject("audit");
    Optional<AuditFacts> audit =
        attacked.isPresent() ? Optional.of(AuditFacts.read(attacked.get())) : Optional.empty();
    return new Claim(
        scope,
        accounting,
        unit,
        events,
        model,
        table,
        runs,
        randomness,
        curator,
        made,
        issued,
        ledger,
        audit);
  }

  private static Accounting accounting(JsonFields fields) throws FormatException {
    JsonFields epsilon = fields.object("epsilon");
    JsonFields addRemove = epsilon.object(Adjacency.ADD_REMOVE.label());
    JsonFields replaceOne = epsilon.object(Adjacency.REPLACE_ONE.label());
    Accounting accounting =
        new Accounting(
            fields.number("delta"),
            fields.number("thresholdDelta"),
            addRemove.number("computed"),
            replaceOne.number("computed"),
            fields.text("accountant"),
            fields.text("accountantVersion"));
    addRemove.constant("printed", accounting.printed(Adjacency.ADD_REMOVE));
    replaceOne.constant("printed", accounting.printed(Adjacency.REPLACE_ONE));
    addRemove.end();
    replaceOne.end();
    epsilon.end();
    fields.end();
    return accounting;
  }

  private static ProtectedUnit unit(JsonFields fields) throws FormatException {
    fields.constant("protects", "one patient");
    ProtectedUnit unit =
        new ProtectedUnit(fields.optionalText("patientColumn"), fields.integer("rowsPerPatient"));
    fields.end();
    return unit;
  }

  private static ModelFacts model(JsonFields fields) throws FormatException {
    Optional<JsonFields> bound = fields.optionalObject("lipschitz");
    Optional<LipschitzBound> lipschitz = Optional.empty();
    if (bound.isPresent()) {
      JsonFields of = bound.get();
      lipschitz =
          Optional.of(
              new LipschitzBound(
                  of.number("declared"),
                  of.number("certified"),
                  of.choice(
                      "enforcement", LipschitzEnforcement.class, LipschitzEnforcement::label)));
      of.end();
    }
    ModelFacts model =
        new ModelFacts(
            fields.integer("latentDimension"),
            fields.number("posteriorScale"),
            fields.number("recordDiameter"),
            lipschitz);
    fields.end();
    return model;
  }

  private static TableFacts table(JsonFields fields) throws FormatException {
    List<AttributeFacts> attributes = new ArrayList<>();
    for (JsonNode node : fields.array("attributes")) {
      attributes.add(AttributeJson.read(node, "Attribute " + (attributes.size() + 1)));
    }
    TableFacts table =
        new TableFacts(
            fields.integer("patients"),
            fields.integer("syntheticRows"),
            attributes,
            orders(fields));
    fields.end();
    return table;
  }

  /** Claims without orders do not name them, as none did before there were any. */
  private static List<StatedOrder> orders(JsonFields table) throws FormatException {
    List<StatedOrder> orders = new ArrayList<>();
    if (!table.has("orders")) {
      return orders;
    }
    for (JsonNode node : table.array("orders")) {
      JsonFields fields = new JsonFields(node, "Order " + (orders.size() + 1));
      orders.add(new StatedOrder(fields.text("attribute"), fields.text("notAfter")));
      fields.constant("origin", DomainOrigin.DECLARED.label());
      fields.end();
    }
    return orders;
  }
}
