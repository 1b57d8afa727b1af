package modulus.workbench;

import java.util.OptionalDouble;

/**
 * What the Train screen draws after a step. Losses and shares are statistics of the real table:
 * shown to the steward, never exported (privacy.md, section 9).
 *
 * @param step steps done, 1 … steps
 * @param seconds of training so far, without pauses, at least 0
 * @param epsilonSpent add-remove ε of the events so far (end-to-end) or of the planned release at
 *     the certified constant (release only); a progress display, the certificate charges the plan
 * @param reconstruction mean reconstruction cross-entropy per record, nats
 * @param divergence mean KL divergence per record, nats
 * @param holdOut loss on the hold-out where there is one
 * @param lipschitz Lipschitz constant at the present weights, an upper bound
 * @param clippedShare share of per-record gradients that were clipped, 0 … 1
 */
public record TrainingPoint(
    int step,
    int steps,
    double seconds,
    double epsilonSpent,
    double reconstruction,
    double divergence,
    OptionalDouble holdOut,
    OptionalDouble lipschitz,
    OptionalDouble clippedShare,
    double rowsPerSecond,
    double secondsLeft) {}
