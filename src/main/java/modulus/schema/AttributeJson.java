package modulus.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One attribute as a JSON object. */
final class AttributeJson {
  private AttributeJson() {}

  static void write(Attribute attribute, ObjectNode to) {
    to.put("name", attribute.name());
    Domain domain = attribute.domain();
    // a domain that is still to be estimated is not written
    boolean known = !attribute.estimatedPrivately() || !domain.equals(domain.forgotten());
    if (domain instanceof Domain.Numeric numeric) {
      to.put("kind", "numeric");
      if (known) {
        to.put("low", plain(numeric.low()));
        to.put("high", plain(numeric.high()));
      }
      to.put("decimals", numeric.decimals());
      to.put("unit", numeric.unit());
    } else if (domain instanceof Domain.Categorical categorical) {
      to.put("kind", "categorical");
      if (known) {
        categorical.categories().forEach(to.putArray("categories")::add);
        to.put("other", categorical.other());
      }
    } else if (domain instanceof Domain.Date date) {
      to.put("kind", "date");
      to.put("low", date.low().toString());
      to.put("high", date.high().toString());
      to.put("pattern", date.pattern());
    } else if (domain instanceof Domain.Identifier identifier) {
      to.put("kind", "identifier");
      identifier.serial().ifPresent(serial -> to.put("serial", serial.spelled()));
    } else {
      to.put("kind", "excluded");
    }
    to.put("missing", attribute.missingAllowed());
    to.put("missingMark", attribute.missingMark());
    to.put("origin", attribute.origin().label());
    to.put("formOrigin", attribute.formOrigin().label());
    if (!attribute.warnings().isEmpty()) {
      attribute.warnings().forEach(warning -> to.withArray("/warnings").add(warning.label()));
    }
  }

  private static BigDecimal plain(double value) {
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }

  static Attribute read(JsonNode node, int place) throws SchemaException {
    String owner = "Attribute " + place;
    SchemaFields fields = SchemaFields.of(node, owner);
    String name = fields.text("name");
    try {
      String stated = fields.text("origin", "");
      Domain domain = domain(fields, stated.equals(DomainOrigin.ESTIMATED_PRIVATELY.label()));
      DomainOrigin origin = one(fields, "origin", DomainOrigin.values(), DomainOrigin::label);
      DomainOrigin form =
          fields.has("formOrigin")
              ? one(fields, "formOrigin", DomainOrigin.values(), DomainOrigin::label)
              // how it is written says nothing about the rest, which no event pays for
              : origin == DomainOrigin.ESTIMATED_PRIVATELY ? DomainOrigin.READ_FROM_DATA : origin;
      boolean missing = fields.truth("missing");
      String mark = fields.text("missingMark", "");
      List<SchemaWarning> warnings = warnings(fields);
      fields.done();
      return new Attribute(name, domain, missing, mark, origin, form, warnings);
    } catch (IllegalArgumentException e) {
      throw new SchemaException(owner + " ('" + name + "') is wrong: " + e.getMessage() + ".", e);
    }
  }

  private static Domain domain(SchemaFields fields, boolean estimated) throws SchemaException {
    String kind = fields.text("kind");
    if (estimated && kind.equals("numeric") && !fields.has("low") && !fields.has("high")) {
      return new Domain.Numeric(0, 1, fields.integer("decimals"), fields.text("unit", ""))
          .forgotten();
    }
    if (estimated && kind.equals("categorical") && !fields.has("categories")) {
      return new Domain.Categorical(List.of(Domain.Categorical.OTHER), false);
    }
    return switch (kind) {
      case "numeric" ->
          new Domain.Numeric(
              fields.number("low"),
              fields.number("high"),
              fields.integer("decimals"),
              fields.text("unit", ""));
      case "categorical" ->
          new Domain.Categorical(
              fields.texts("categories"), fields.has("other") && fields.truth("other"));
      case "date" ->
          new Domain.Date(day(fields, "low"), day(fields, "high"), fields.text("pattern"));
      case "identifier" ->
          new Domain.Identifier(
              fields.has("serial")
                  ? Optional.of(new SerialPattern(fields.text("serial")))
                  : Optional.empty());
      case "excluded" -> new Domain.Excluded();
      default -> throw fields.wrong("kind", "numeric, categorical, date, identifier or excluded");
    };
  }

  private static LocalDate day(SchemaFields fields, String field) throws SchemaException {
    String text = fields.text(field);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw fields.wrong(field, "a day such as 2024-12-31");
    }
  }

  private static List<SchemaWarning> warnings(SchemaFields fields) throws SchemaException {
    List<SchemaWarning> warnings = new ArrayList<>();
    for (String label : fields.has("warnings") ? fields.texts("warnings") : List.<String>of()) {
      warnings.add(of(fields, "warnings", label, SchemaWarning.values(), SchemaWarning::label));
    }
    return warnings;
  }

  private static <T> T one(SchemaFields fields, String field, T[] values, Function<T, String> label)
      throws SchemaException {
    return of(fields, field, fields.text(field), values, label);
  }

  private static <T> T of(
      SchemaFields fields, String field, String text, T[] values, Function<T, String> label)
      throws SchemaException {
    List<String> known = new ArrayList<>();
    for (T value : values) {
      if (label.apply(value).equals(text)) {
        return value;
      }
      known.add("'" + label.apply(value) + "'");
    }
    throw fields.wrong(field, "one of " + String.join(", ", known));
  }
}
