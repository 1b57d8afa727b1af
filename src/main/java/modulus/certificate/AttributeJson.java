package modulus.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import modulus.schema.AttributeKind;
import modulus.schema.DomainOrigin;

/** An attribute's facts as JSON. */
final class AttributeJson {
  private static final String WITHHELD = "withheld: read from the data";
  private static final String NOT_RELEASED = "not released";

  private AttributeJson() {}

  static ObjectNode write(AttributeFacts facts) {
    ObjectNode node = StrictJson.object();
    node.put("name", facts.name());
    node.put("kind", facts.kind().label());
    node.put("unit", facts.unit());
    node.put("precision", facts.precision());
    node.put("missingAllowed", facts.missingAllowed());
    node.put("missingMark", facts.missingMark());
    node.put("domainOrigin", facts.origin().label());
    node.put("formOrigin", facts.formOrigin().label());
    node.set("domain", domain(facts.domain()));
    return node;
  }

  static AttributeFacts read(JsonNode node, String owner) throws FormatException {
    JsonFields fields = new JsonFields(node, owner);
    AttributeFacts facts =
        new AttributeFacts(
            fields.text("name"),
            fields.choice("kind", AttributeKind.class, AttributeKind::label),
            fields.text("unit"),
            fields.text("precision"),
            fields.truth("missingAllowed"),
            fields.text("missingMark"),
            fields.choice("domainOrigin", DomainOrigin.class, DomainOrigin::label),
            fields.choice("formOrigin", DomainOrigin.class, DomainOrigin::label),
            domain(fields.object("domain")));
    fields.end();
    return facts;
  }

  private static ObjectNode domain(StatedDomain domain) {
    ObjectNode node = StrictJson.object();
    if (domain instanceof StatedDomain.Range range) {
      node.put("low", range.low());
      node.put("high", range.high());
    } else if (domain instanceof StatedDomain.Categories list) {
      ArrayNode categories = node.putArray("categories");
      list.categories().forEach(categories::add);
      node.put("other", list.other());
    } else if (domain instanceof StatedDomain.Serial serial) {
      node.put("serial", serial.pattern());
    } else {
      node.put("none", domain instanceof StatedDomain.Withheld ? WITHHELD : NOT_RELEASED);
    }
    return node;
  }

  private static StatedDomain domain(JsonFields fields) throws FormatException {
    StatedDomain domain;
    if (fields.has("none")) {
      String reason = fields.text("none");
      if (!reason.equals(WITHHELD)) {
        fields.constant("none", NOT_RELEASED);
      }
      domain = reason.equals(WITHHELD) ? new StatedDomain.Withheld() : new StatedDomain.None();
    } else if (fields.has("serial")) {
      domain = new StatedDomain.Serial(fields.text("serial"));
    } else if (fields.has("categories")) {
      domain = new StatedDomain.Categories(fields.texts("categories"), fields.truth("other"));
    } else {
      domain = new StatedDomain.Range(fields.text("low"), fields.text("high"));
    }
    fields.end();
    return domain;
  }
}
