package modulus.certificate;

/**
 * The program that made the table.
 *
 * @param digest SHA-256 of its archive in hexadecimal, or words that say why there is none
 */
public record SoftwareFacts(String name, String version, String digest) {
  public SoftwareFacts {
    Require.line("software name", name);
    Require.line("software version", version);
    Require.line("software digest", digest);
  }
}
