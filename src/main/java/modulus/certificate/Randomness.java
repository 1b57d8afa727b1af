package modulus.certificate;

/** Where the draws came from that the guarantee rests on (privacy.md, section 8). */
public enum Randomness {
  /** A cryptographic generator keyed by the operating system; its key was never shown or stored. */
  SECURE("operating-system"),
  /** A seeded rehearsal: repeatable, therefore protecting nobody, therefore never signed. */
  REHEARSAL("rehearsal");

  private final String label;

  Randomness(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
