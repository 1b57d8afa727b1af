package modulus.ui.data;

import java.util.List;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.ui.common.Figure;
import modulus.ui.common.Text;
import modulus.ui.common.UnitWords;

/** A domain in a few words, for the schema table. */
final class DomainText {
  private static final int SHOWN = 4;

  private DomainText() {}

  static Text of(Attribute attribute) {
    if (attribute.estimatedPrivately()) {
      return Text.of("domain.estimated");
    }
    Domain domain = attribute.domain();
    if (domain instanceof Domain.Numeric numeric) {
      return Text.of(
          "domain.range",
          new Figure.Plain(numeric.low(), 6),
          new Figure.Plain(numeric.high(), 6),
          UnitWords.of(numeric.unit()));
    }
    if (domain instanceof Domain.Date date) {
      return Text.of("domain.range", date.low(), date.high(), "");
    }
    if (domain instanceof Domain.Categorical categorical) {
      List<String> all = categorical.categories();
      String some = String.join(", ", all.subList(0, Math.min(SHOWN, all.size())));
      return all.size() > SHOWN
          ? Text.of("domain.manyCategories", new Figure.Count(all.size()), some)
          : Text.of("domain.categories", some);
    }
    if (domain instanceof Domain.Identifier identifier && identifier.serial().isPresent()) {
      return Text.of("domain.serial", identifier.serial().get().spelled());
    }
    return Text.of("domain.none");
  }
}
