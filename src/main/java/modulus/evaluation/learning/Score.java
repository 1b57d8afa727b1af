package modulus.evaluation.learning;

/**
 * How well one classifier foretells the hold-out.
 *
 * @param auc area under the ROC curve, with more than two classes the mean of each class against
 *     the rest: 0.5 is guessing, 1 is perfect
 * @param accuracy share of hold-out rows whose most probable class is the true one
 */
public record Score(double auc, double accuracy) {}
