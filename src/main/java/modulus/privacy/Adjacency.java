package modulus.privacy;

/** Which tables count as neighbours (privacy.md, section 1). */
public enum Adjacency {
  /** One patient more or less. */
  ADD_REMOVE("add-remove"),
  /** One patient's values changed; the number of patients is public. */
  REPLACE_ONE("replace-one");

  private final String label;

  Adjacency(String label) {
    this.label = label;
  }

  /** The name used in files: {@code add-remove} or {@code replace-one}. */
  public String label() {
    return label;
  }
}
