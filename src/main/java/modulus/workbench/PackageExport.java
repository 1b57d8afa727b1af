package modulus.workbench;

import java.nio.file.Path;
import java.util.List;

/** Writes the signed package of a finished run. */
public final class PackageExport {

  /**
   * What was written.
   *
   * @param fingerprint of the signing key, in readable groups
   * @param scope what is claimed, in words
   * @param limits what is not, a sentence each
   */
  public record Written(Path folder, String fingerprint, String scope, List<String> limits) {}

  /**
   * @throws Failure if {@code folder} exists and is not an empty folder
   */
  public void requireWritable(Path folder) {
    throw new UnsupportedOperationException("not wired: " + folder);
  }

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
