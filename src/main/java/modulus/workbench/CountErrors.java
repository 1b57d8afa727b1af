package modulus.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import modulus.encoding.CellGrid;
import modulus.encoding.FineCoding;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.Schema;
import modulus.vae.marginal.CellLayout;
import modulus.vae.marginal.MarginalMechanism;

/**
 * How well a run will know counts of single values, from public quantities alone. How sharply an
 * attribute is asked follows from its number of codes. Where that is estimated by the run itself,
 * every other attribute's figure assumes the sharpest question, its own spans all there are.
 */
final class CountErrors {
  /** Categories of an attribute beyond which it is asked no sharper, and fewest of an estimate. */
  private static final int MANY_CATEGORIES = 40;

  private static final int FEWEST_CATEGORIES = 2;

  private final List<Attribute> attributes;
  private final List<CellLayout> layouts;
  private final MarginalMechanism mechanism;
  private final double bluntest;

  private CountErrors(
      List<Attribute> attributes, List<CellLayout> layouts, double mu, int rowsPerPatient) {
    this.attributes = attributes;
    this.layouts = layouts;
    this.mechanism = MarginalMechanism.withMu(layouts, mu, rowsPerPatient);
    this.bluntest =
        new MarginalMechanism(
                List.of(new CellLayout(FEWEST_CATEGORIES, false, false)),
                mechanism.sigma(),
                rowsPerPatient)
            .countSigma(0);
  }

  /**
   * Over the categorical attributes whose categories are known; where there are none, over those to
   * be estimated; over numbers where there are no categories at all.
   *
   * @param mu add-remove Gaussian-DP parameter of the marginal event
   * @throws Failure if the schema cannot be coded
   */
  static ReadOut.CountError of(Schema schema, double mu) {
    FineCoding coding = coding(schema);
    List<CellLayout> layouts = layouts(coding);
    return layouts.stream().allMatch(layout -> layout.size() == 1)
        ? ReadOut.CountError.NONE
        : new CountErrors(coding.attributes(), layouts, mu, schema.rowsPerPatient()).told();
  }

  private ReadOut.CountError told() {
    IntPredicate category = j -> !layouts.get(j).ordered();
    IntPredicate known = j -> !attributes.get(j).estimatedPrivately();
    for (IntPredicate wanted : List.of(category.and(known), category)) {
      int[] found = asked(wanted);
      if (found.length > 0) {
        return over(found);
      }
    }
    return over(asked(j -> true));
  }

  private int[] asked(IntPredicate wanted) {
    return IntStream.range(0, layouts.size())
        .filter(j -> layouts.get(j).size() > 1)
        .filter(wanted)
        .toArray();
  }

  private ReadOut.CountError over(int[] told) {
    ReadOut.CountError errors = null;
    for (int j : told) {
      double least = ReadOuts.NORMAL_95 * mechanism.countSigma(j);
      boolean open = attributes.get(j).estimatedPrivately() && !layouts.get(j).ordered();
      double largest = open ? ReadOuts.NORMAL_95 * bluntest : least;
      String name = attributes.get(j).name();
      errors =
          errors == null
              ? new ReadOut.CountError(least, largest, name)
              : new ReadOut.CountError(
                  Math.min(least, errors.least()),
                  Math.max(largest, errors.largest()),
                  largest > errors.largest() ? name : errors.widest());
    }
    return errors;
  }

  private static List<CellLayout> layouts(FineCoding coding) {
    List<CellLayout> layouts = new ArrayList<>(CellLayout.of(coding));
    for (int j = 0; j < layouts.size(); j++) {
      Attribute attribute = coding.attributes().get(j);
      if (attribute.estimatedPrivately()) {
        boolean number = attribute.domain() instanceof Domain.Numeric;
        layouts.set(
            j,
            new CellLayout(
                number ? CellGrid.MAX_CELLS : MANY_CATEGORIES, number, layouts.get(j).missing()));
      }
    }
    return layouts;
  }

  private static FineCoding coding(Schema schema) {
    try {
      return FineCoding.of(schema);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "The schema cannot be used: " + e.getMessage() + ".",
          "Leave the attribute out, or declare it an identifier.",
          e);
    }
  }
}
