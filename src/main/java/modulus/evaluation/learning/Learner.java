package modulus.evaluation.learning;

/** A classifier that learns from both tables. */
public enum Learner {
  /** Multinomial logistic regression: sees each attribute's own effect. */
  LOGISTIC_REGRESSION,
  /** Random forest (Breiman 2001): sees how attributes act together, too. */
  RANDOM_FOREST
}
