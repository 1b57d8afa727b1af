package modulus.evaluation.learning;

/**
 * One kind of classifier, trained on either table, both tested on the same real hold-out.
 *
 * @param onSynthetic trained on the synthetic table
 * @param onReal trained on the real one
 */
public record LearnerScores(Learner learner, Score onSynthetic, Score onReal) {}
