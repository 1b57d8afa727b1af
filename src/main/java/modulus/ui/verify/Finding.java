package modulus.ui.verify;

import java.util.Set;
import modulus.certificate.Verification;
import modulus.ui.common.Text;

/**
 * One check as it is read.
 *
 * @param sentence what was looked at and what came of it, in the language of the window
 * @param detail the verifier's own words
 * @param telling whether those say more than the sentence: what is wrong, or which key signed
 */
record Finding(boolean holds, Text sentence, String detail, boolean telling) {
  private static final Set<String> NAMED =
      Set.of("signature", "key", "claim", "certificate", "package", "files", "document", "form");

  /** A check that is not named here is one of a file's hash. */
  static Finding of(Verification.Check check, boolean trusted) {
    String outcome = check.holds() ? "holds" : "fails";
    if (check.name().equals("key") && check.holds() && !trusted) {
      outcome = "open";
    }
    Text sentence =
        NAMED.contains(check.name())
            ? Text.of("verify." + check.name() + "." + outcome)
            : Text.of("verify.file." + outcome, check.name());
    boolean telling = !check.holds() || outcome.equals("open");
    return new Finding(check.holds(), sentence, check.sentence(), telling);
  }
}
