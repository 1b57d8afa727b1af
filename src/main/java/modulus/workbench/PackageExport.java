package modulus.workbench;

import java.nio.file.Path;

/** Writes the signed package of a finished run. */
public final class PackageExport {

  /**
   * What was written.
   *
   * @param fingerprint of the signing key, in readable groups
   */
  public record Written(Path folder, String fingerprint) {}

  /**
   * Writes {@code synthetic.csv}, {@code data-dictionary.csv}, {@code certificate.json} and {@code
   * VERIFY.txt} into {@code folder}, which must not exist or be empty. All or nothing.
   *
   * @throws Failure if the outcome may not be signed, the key does not open or writing fails
   */
  public Written export(SynthesisOutcome outcome, Path folder, SigningChoice choice) {
    throw new UnsupportedOperationException("not wired: " + outcome + folder + choice);
  }
}
