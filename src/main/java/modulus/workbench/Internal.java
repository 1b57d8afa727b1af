package modulus.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import modulus.certificate.PackagedFile;

/**
 * Marks what holds statistics of the real table that no event covers (privacy.md, section 9): it is
 * for the house alone and stays apart from packages.
 */
public final class Internal {
  /** Name of the last column of an internal CSV file. */
  public static final String COLUMN = "internal";

  /** What each row of an internal CSV file says in {@link #COLUMN}. */
  public static final String CELL = "do not release";

  private Internal() {}

  /**
   * Refuses to put what is internal where a package lies, with which it would be handed on.
   *
   * @throws Failure if {@code folder} is that of a package
   */
  public static void requireOutsidePackage(Path folder) {
    if (Files.exists(folder.resolve(PackagedFile.CERTIFICATE))) {
      throw new Failure(
          Failure.Kind.REFUSED_FOR_PRIVACY,
          "What is internal holds statistics of the real table and must not lie in a package's"
              + " folder.",
          "Choose another folder.");
    }
  }
}
