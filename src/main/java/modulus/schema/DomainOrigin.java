package modulus.schema;

/** Where an attribute's domain came from (privacy.md, section 1). */
public enum DomainOrigin {
  /** Public knowledge: a code book, a physiological range. */
  DECLARED("declared"),
  /** Estimated under a charged event (section 6.1). */
  ESTIMATED_PRIVATELY("estimated privately"),
  /** Taken from the table itself: no event covers it and the claim says so. */
  READ_FROM_DATA("read from the data");

  private final String label;

  DomainOrigin(String label) {
    this.label = label;
  }

  /** The words used in files. */
  public String label() {
    return label;
  }
}
