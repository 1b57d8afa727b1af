package modulus.ui.verify;

import java.util.Set;
import modulus.certificate.Verification;
import modulus.ui.common.Text;

/**
 * One check as it is read.
 *
 * @param sentence what was looked at and what came of it, in the language of the window
 * @param detail the verifier's own words
 */
record Finding(Outcome outcome, Text sentence, String detail) {
  private static final Set<String> NAMED =
      Set.of(
          "signature",
          Verification.KEY,
          "claim",
          "certificate",
          "package",
          "files",
          "document",
          "table",
          "form");

  /** What came of a check. */
  enum Outcome {
    HOLDS("holds"),
    /** Nothing to compare with was given. */
    OPEN("open"),
    FAILS("fails");

    private final String suffix;

    Outcome(String suffix) {
      this.suffix = suffix;
    }
  }

  /**
   * A check that is not named here is one of a file's hash.
   *
   * @param compared whether the key was compared with a fingerprint
   */
  static Finding of(Verification.Check check, boolean compared) {
    Outcome outcome =
        !check.holds()
            ? Outcome.FAILS
            : check.name().equals(Verification.KEY) && !compared ? Outcome.OPEN : Outcome.HOLDS;
    Text sentence =
        NAMED.contains(check.name())
            ? Text.of("verify." + check.name() + "." + outcome.suffix)
            : Text.of("verify.file." + outcome.suffix, check.name());
    return new Finding(outcome, sentence, check.sentence());
  }

  /** Whether the detail says more than the sentence: what is wrong, or which key signed. */
  boolean telling() {
    return outcome != Outcome.HOLDS;
  }
}
