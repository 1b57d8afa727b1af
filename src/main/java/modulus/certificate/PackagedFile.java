package modulus.certificate;

import java.util.regex.Pattern;

/**
 * A file of a package and its SHA-256.
 *
 * @param name letters, digits, dot, hyphen, underscore; no path
 * @param sha256 64 lower-case hexadecimal digits
 */
public record PackagedFile(String name, String sha256) {
  public static final String SYNTHETIC = "synthetic.csv";
  public static final String SYNTHETIC_WORKBOOK = "synthetic.xlsx";
  public static final String DICTIONARY = "data-dictionary.csv";
  public static final String CERTIFICATE = "certificate.json";
  public static final String DOCUMENT = "certificate.pdf";
  public static final String PUBLIC_KEY = "public-key.pem";
  public static final String INSTRUCTIONS = "VERIFY.txt";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  public PackagedFile {
    requireName(name);
    if (!HEX.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "the SHA-256 of '" + name + "' must be 64 lower-case hexadecimal digits");
    }
  }

  /**
   * @throws IllegalArgumentException unless it is a plain file name
   */
  static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a file of a package must be named with at most 100 letters, digits, dots, hyphens and"
              + " underscores but is named '"
              + (name.length() > 100 ? name.substring(0, 100) + "…" : name)
              + "'");
    }
  }
}
