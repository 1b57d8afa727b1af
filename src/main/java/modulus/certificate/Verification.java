package modulus.certificate;

import java.util.List;
import java.util.Optional;

/**
 * What was found about a package.
 *
 * @param checks in the order made
 * @param statement what the certificate says, where it could be read; to be trusted only when
 *     {@link #holds}
 */
public record Verification(List<Check> checks, Optional<Statement> statement) {

  /** Name of the check that fails where a package's words are of another form than ours. */
  public static final String FORM = "form";

  /** Name of the check that fails where there is nothing to check. */
  public static final String PACKAGE = "package";

  /** Name of the check of the signer's key. */
  public static final String KEY = "key";

  /**
   * @param name what was checked
   * @param holds whether it is as it should be
   * @param sentence what was found
   */
  public record Check(String name, boolean holds, String sentence) {}

  public Verification {
    checks = List.copyOf(checks);
  }

  /**
   * Whether nothing was found to be wrong, but the package's words are of another version of the
   * program and were not compared.
   */
  public boolean onlyOtherForm() {
    return !holds()
        && statement.isPresent()
        && checks.stream().allMatch(check -> check.holds() || check.name().equals(FORM));
  }

  /** Whether every check was made and holds. */
  public boolean holds() {
    return statement.isPresent() && checks.stream().allMatch(Check::holds);
  }
}
