package modulus.ui.data;

import java.util.List;
import modulus.ui.common.Figure;
import modulus.ui.common.Text;

/** How much of a schema is still to be confirmed, in a sentence. */
final class SchemaSummary {
  private SchemaSummary() {}

  static Text of(List<AttributeRow> described) {
    long open = described.stream().filter(AttributeRow::toConfirm).count();
    if (open == 0) {
      return settled(described);
    }
    long form =
        described.stream()
            .filter(row -> row.toConfirm() && row.attribute().estimatedPrivately())
            .count();
    Figure waiting = new Figure.Count(open);
    Figure all = new Figure.Count(described.size());
    return form == 0
        ? Text.of("data.toConfirm", waiting, all)
        : Text.of("data.toConfirmForm", waiting, all, new Figure.Count(form));
  }

  private static Text settled(List<AttributeRow> described) {
    long estimated = described.stream().filter(row -> row.attribute().estimatedPrivately()).count();
    Figure all = new Figure.Count(described.size());
    return estimated == 0
        ? Text.of("data.allConfirmed", all)
        : Text.of("data.allCovered", all, new Figure.Count(estimated));
  }
}
