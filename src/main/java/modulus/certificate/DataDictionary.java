package modulus.certificate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import modulus.schema.AttributeKind;
import modulus.schema.DomainOrigin;

/**
 * {@code data-dictionary.csv}: what each column of the synthetic table is. RFC 4180, UTF-8. A cell
 * that a spreadsheet would take for a formula (starting with = + - @, a tab or a line break) is
 * preceded by an apostrophe, and so is what it would take for one after a semicolon, a tab or a
 * line break within the cell, by the rule of the synthetic table: signed numbers stay there.
 */
final class DataDictionary {
  private static final String FORMULA_START = "=+-@\t\r\n";
  private static final String NUMBER = "(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d+)?";

  /** As in the table's writer, which the certificate must not know. */
  private static final Pattern FORMULA_INSIDE =
      Pattern.compile("(?<=[;\t\r\n])(?=\"*([=@]|[+-](?!(" + NUMBER + ")?\"*([;\t\r\n]|\\z))))");

  private static final String UNPAID = " no event covers that";

  private DataDictionary() {}

  static byte[] bytes(TableFacts table) {
    StringBuilder csv = new StringBuilder();
    line(
        csv,
        List.of(
            "attribute", "kind", "unit", "precision", "domain", "missing", "origin", "meaning"));
    for (AttributeFacts attribute : table.attributes()) {
      line(
          csv,
          List.of(
              attribute.name(),
              attribute.kind().label(),
              attribute.unit(),
              attribute.precision(),
              domain(attribute.domain()),
              missing(attribute),
              attribute.kind().released() ? attribute.origin().label() : "",
              meaning(attribute) + orders(table, attribute)));
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String domain(StatedDomain domain) {
    if (domain instanceof StatedDomain.Range range) {
      return "from " + range.low() + " to " + range.high();
    }
    if (domain instanceof StatedDomain.Categories list) {
      return "one of: " + String.join(" | ", list.categories()) + (list.other() ? " | other" : "");
    }
    if (domain instanceof StatedDomain.Serial serial) {
      return "serial numbers " + serial.pattern();
    }
    return domain instanceof StatedDomain.Withheld ? "as found in the real table, not stated" : "";
  }

  private static String missing(AttributeFacts attribute) {
    if (!attribute.missingAllowed()) {
      return "never";
    }
    return attribute.missingMark().isEmpty()
        ? "an empty cell"
        : "spelled \"" + attribute.missingMark() + "\"";
  }

  private static String meaning(AttributeFacts attribute) {
    if (attribute.numbered()) {
      return "numbers the synthetic rows in their order; the real identifier was never learned";
    }
    boolean form = attribute.formOrigin() == DomainOrigin.READ_FROM_DATA;
    if (!attribute.kind().released()) {
      String left =
          attribute.kind() == AttributeKind.IDENTIFIER
              ? "names a person or stay; never learned, not in the synthetic table"
              : "left out, not in the synthetic table";
      return form ? left + "; that was concluded from the real table and" + UNPAID : left;
    }
    boolean domain = attribute.origin() == DomainOrigin.READ_FROM_DATA;
    if (!form) {
      return domain
          ? "synthetic; its domain was read from the real table and" + UNPAID
          : "synthetic";
    }
    return "synthetic; its "
        + (domain ? "domain, " : "")
        + "kind, precision and whether a value may be missing were read from the real table and"
        + UNPAID;
  }

  private static String orders(TableFacts table, AttributeFacts attribute) {
    String relation =
        attribute.kind() == AttributeKind.DATE ? "; never after " : "; never greater than ";
    return table.orders().stream()
        .filter(order -> order.attribute().equals(attribute.name()))
        .map(order -> relation + order.notAfter() + " (declared)")
        .collect(Collectors.joining());
  }

  private static void line(StringBuilder csv, List<String> cells) {
    csv.append(cells.stream().map(DataDictionary::cell).collect(Collectors.joining(",")))
        .append("\r\n");
  }

  private static String cell(String text) {
    String inside = FORMULA_INSIDE.matcher(text).replaceAll("'");
    String safe =
        !text.isEmpty() && FORMULA_START.indexOf(text.charAt(0)) >= 0 ? "'" + inside : inside;
    return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
