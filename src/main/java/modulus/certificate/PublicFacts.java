package modulus.certificate;

import java.util.List;
import java.util.stream.Collectors;
import modulus.schema.AttributeKind;
import modulus.schema.DomainOrigin;

/** What is treated as public, counted: a certificate of two pages cannot list every attribute. */
record PublicFacts(TableFacts table, CertificateLanguage language) {
  private static final int SHOWN = 3;

  String text() {
    String kinds =
        language.text(
            "public.kinds",
            kind(AttributeKind.NUMERIC),
            kind(AttributeKind.CATEGORICAL),
            kind(AttributeKind.DATE),
            kind(AttributeKind.IDENTIFIER),
            kind(AttributeKind.EXCLUDED));
    return language.text(
            "public.text",
            language.count(table.records()),
            language.count(table.syntheticRows()),
            language.count(table.attributes().size()),
            kinds)
        + " "
        + language.text(
            "public.origins",
            origin(DomainOrigin.DECLARED),
            origin(DomainOrigin.ESTIMATED_PRIVATELY),
            origin(DomainOrigin.READ_FROM_DATA),
            language.count((int) table.attributes().stream().filter(a -> !a.covered()).count()))
        + orders();
  }

  private String orders() {
    List<StatedOrder> orders = table.orders();
    if (orders.isEmpty()) {
      return "";
    }
    String some =
        orders.stream().limit(SHOWN).map(StatedOrder::spelled).collect(Collectors.joining("; "));
    return " "
        + (orders.size() > SHOWN
            ? language.text("public.orders.more", some, language.count(orders.size() - SHOWN))
            : language.text("public.orders", some));
  }

  private String kind(AttributeKind kind) {
    return language.count((int) table.attributes().stream().filter(a -> a.kind() == kind).count());
  }

  private String origin(DomainOrigin origin) {
    return language.count(
        (int) table.attributes().stream().filter(a -> a.origin() == origin).count());
  }
}
