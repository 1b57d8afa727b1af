package modulus.ui.data;

import modulus.schema.Attribute;
import modulus.schema.AttributeKind;
import modulus.schema.Domain;
import modulus.ui.common.Figure;
import modulus.ui.common.Text;

/**
 * One line of the schema table.
 *
 * @param missing cells without a value
 * @param rows cells in all
 */
record AttributeRow(Attribute attribute, int missing, int rows) {
  /** From so many on, and where fewer rows than this are of each on average, most are rare. */
  private static final int MANY_CATEGORIES = 100;

  private static final int FEW_ROWS = 200;

  double missingShare() {
    return rows == 0 ? 0 : (double) missing / rows;
  }

  /** How many values are missing, in a sentence. */
  Text missingSentence() {
    return missing == 0
        ? Text.of("editor.missing.none")
        : Text.of(
            "editor.missing.some",
            new Figure.Count(missing),
            new Figure.Count(rows),
            new Figure.Share(missingShare()));
  }

  /** Whether the declared categories are so many for the table that noise hides most of them. */
  boolean crowded() {
    return declared() >= MANY_CATEGORIES && rows < (long) FEW_ROWS * declared();
  }

  /** What {@link #crowded} means, in a sentence. */
  Text crowdedSentence() {
    return Text.of(
        "editor.categories.many",
        new Figure.Count(declared()),
        new Figure.Count(rows),
        new Figure.Count(Math.max(1, Math.round((double) rows / declared()))));
  }

  private int declared() {
    return attribute.domain() instanceof Domain.Categorical categorical
            && !attribute.estimatedPrivately()
        ? categorical.categories().size()
        : 0;
  }

  AttributeKind kind() {
    return AttributeKind.of(attribute.domain());
  }

  /** Message key of where what is said of it comes from. */
  String origin() {
    if (!toConfirm()) {
      return "origin." + attribute.origin();
    }
    return switch (attribute.origin()) {
      case DECLARED -> "origin.RANGE_KNOWN";
      case ESTIMATED_PRIVATELY -> "origin.FORM_READ_FROM_DATA";
      case READ_FROM_DATA -> "origin.READ_FROM_DATA";
    };
  }

  /** Whether something said of it was read from the data and waits for the steward's word. */
  boolean toConfirm() {
    return !attribute.covered();
  }
}
