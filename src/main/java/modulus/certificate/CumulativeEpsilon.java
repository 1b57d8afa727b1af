package modulus.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import modulus.privacy.Adjacency;
import modulus.privacy.Epsilon;
import modulus.privacy.PrivacyGuarantee;

/**
 * ε of all releases of one table up to some moment, upper bounds as computed, ≥ 0.
 *
 * @param addRemove one patient more or less
 * @param replaceOne one patient's values changed
 */
public record CumulativeEpsilon(double addRemove, double replaceOne) {
  private static final int DIGITS = 3;

  public CumulativeEpsilon {
    for (double value : new double[] {addRemove, replaceOne}) {
      if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "a cumulative epsilon must be finite and >= 0 but is " + value);
      }
    }
  }

  public static CumulativeEpsilon of(PrivacyGuarantee guarantee) {
    return new CumulativeEpsilon(guarantee.epsilonAddRemove(), guarantee.epsilonReplaceOne());
  }

  /** Rounded up to three decimals. */
  public String printed(Adjacency adjacency) {
    return Epsilon.format(adjacency == Adjacency.ADD_REMOVE ? addRemove : replaceOne, DIGITS);
  }

  /** Both to within a millionth: computed twice, on different machines. */
  public boolean near(CumulativeEpsilon other) {
    return near(addRemove, other.addRemove) && near(replaceOne, other.replaceOne);
  }

  private static boolean near(double one, double other) {
    return Math.abs(one - other) <= 1e-6 * Math.max(one, other);
  }

  public ObjectNode json() {
    ObjectNode node = StrictJson.object();
    node.put(Adjacency.ADD_REMOVE.label(), addRemove);
    node.put(Adjacency.REPLACE_ONE.label(), replaceOne);
    return node;
  }

  /**
   * @throws IllegalArgumentException if a value is outside its domain
   */
  public static CumulativeEpsilon read(JsonFields fields) throws FormatException {
    CumulativeEpsilon epsilon =
        new CumulativeEpsilon(
            fields.number(Adjacency.ADD_REMOVE.label()),
            fields.number(Adjacency.REPLACE_ONE.label()));
    fields.end();
    return epsilon;
  }
}
