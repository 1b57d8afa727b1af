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

  /**
   * @param name what was checked
   * @param holds whether it is as it should be
   * @param sentence what was found
   */
  public record Check(String name, boolean holds, String sentence) {}

  public Verification {
    checks = List.copyOf(checks);
  }

  /** Whether every check was made and holds. */
  public boolean holds() {
    return statement.isPresent() && checks.stream().allMatch(Check::holds);
  }
}
