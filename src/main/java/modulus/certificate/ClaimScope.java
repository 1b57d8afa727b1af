package modulus.certificate;

/** What the ε covers (privacy.md, sections 1, 5 and 6). */
public enum ClaimScope {
  /** Everything that was learned from the table, and every attribute's domain. */
  END_TO_END("end-to-end", "end-to-end"),
  /** Counting and training are covered; at least one domain was read from the table. */
  PRIVATE_TRAINING(
      "private-training", "counting, training and release; attribute domains not covered"),
  /** The release of the rows; the model was fitted to the same table without noise. */
  RELEASE_GIVEN_MODEL(
      "release-given-model", "release guarantee: the trained model is treated as fixed"),
  /** The release of the rows; the model was fitted to other people's records. */
  SEPARATE_TRAINING_TABLE(
      "separate-training-table",
      "release guarantee: the model was trained on a separate reference table");

  private final String label;
  private final String words;

  ClaimScope(String label, String words) {
    this.label = label;
    this.words = words;
  }

  /**
   * The widest scope that is true.
   *
   * @param privateTraining whether counting and training were charged
   * @param separateTable whether the model, and all choices about it, came from a table that shares
   *     no patient with the released one
   * @param domainsCovered whether no domain was read from the released table
   */
  public static ClaimScope of(
      boolean privateTraining, boolean separateTable, boolean domainsCovered) {
    if (privateTraining) {
      return domainsCovered ? END_TO_END : PRIVATE_TRAINING;
    }
    return separateTable && domainsCovered ? SEPARATE_TRAINING_TABLE : RELEASE_GIVEN_MODEL;
  }

  /** Whether counting and training are covered. */
  public boolean privateTraining() {
    return this == END_TO_END || this == PRIVATE_TRAINING;
  }

  /** The name used in files. */
  public String label() {
    return label;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
