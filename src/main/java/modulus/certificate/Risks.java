package modulus.certificate;

import java.util.List;
import modulus.privacy.Adjacency;

/**
 * The three risks of the Article 29 Working Party's Opinion 05/2014 on anonymisation techniques, in
 * terms of the ε claimed.
 */
final class Risks {
  private Risks() {}

  static List<Paragraph> of(Claim claim) {
    Accounting accounting = claim.accounting();
    String factor = Spelling.factor(accounting.epsilon(Adjacency.ADD_REMOVE));
    String delta = Spelling.number(accounting.delta());
    String guesses = Spelling.rightGuesses(accounting);
    String within = "by a factor of at most " + factor + " (e^epsilon), up to delta = " + delta;
    String given = given(claim.scope());
    return List.of(
        new Paragraph(
            "singlingOut",
            "Singling out",
            "Whether a particular patient took part changes the probability of any released table "
                + within
                + ". Who deems it an even chance and guesses from the table whether the patient took"
                + " part is right in at most "
                + guesses
                + "% of cases, chance alone being 50%."
                + given),
        new Paragraph(
            "linkability",
            "Linkability",
            "The same bound holds whatever else an attacker knows and whatever the table is linked"
                + " with: linking with other data is covered by it. It does not cover the same"
                + " patient's records in other tables."
                + given),
        new Paragraph(
            "inference",
            "Inference",
            "Whatever is concluded about a patient would be concluded with a probability that"
                + " differs "
                + within
                + ", had the patient not taken part. General facts about patients can still be"
                + " learned, and are meant to be."
                + given));
  }

  /** Under which condition the bound holds, if any. */
  private static String given(ClaimScope scope) {
    return switch (scope) {
      case RELEASE_GIVEN_MODEL ->
          " This holds with the trained model treated as fixed, not for the model itself.";
      case PRIVATE_TRAINING ->
          " This holds with the attribute domains that were read from the data treated as fixed,"
              + " not for those domains themselves.";
      case END_TO_END, SEPARATE_TRAINING_TABLE -> "";
    };
  }
}
