package modulus.certificate;

/** How the encoder is kept inside its bound (privacy.md, section 3). */
public enum LipschitzEnforcement {
  RESCALED(
      "rescaled", "after every update each layer above its spectral-norm bound was rescaled to it"),
  ORTHONORMALISED(
      "orthonormalised",
      "after every update each layer was orthonormalised and scaled to its spectral-norm bound"),
  /** Nothing rests on the bound. */
  NONE("none", "no bound was enforced; the epsilon does not rest on one");

  private final String label;
  private final String words;

  LipschitzEnforcement(String label, String words) {
    this.label = label;
    this.words = words;
  }

  public String label() {
    return label;
  }

  public String words() {
    return words;
  }
}
