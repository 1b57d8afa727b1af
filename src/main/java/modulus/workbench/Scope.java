package modulus.workbench;

/** What the ε covers (privacy.md, sections 5 and 6). */
public enum Scope {
  /** Counting and training are private too; the guarantee needs no caveat. */
  END_TO_END("end-to-end"),
  /** The trained model is treated as fixed; only the release of rows is covered. */
  RELEASE_ONLY("release");

  private final String label;

  Scope(String label) {
    this.label = label;
  }

  /** The name used on the command line. */
  public String label() {
    return label;
  }

  /**
   * The scope of a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Scope labelled(String label) {
    for (Scope scope : values()) {
      if (scope.label.equals(label)) {
        return scope;
      }
    }
    throw new IllegalArgumentException("guarantee must be end-to-end or release");
  }
}
