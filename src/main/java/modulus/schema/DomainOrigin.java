package modulus.schema;

/** Where an attribute's domain came from (privacy.md, section 1). */
public enum DomainOrigin {
  /** Public knowledge: a code book, a physiological range. */
  DECLARED,
  /** Estimated under a charged event (section 6.1). */
  ESTIMATED_PRIVATELY,
  /** Taken from the table itself: no event covers it and the claim says so. */
  READ_FROM_DATA
}
