package modulus.vae.training;

import java.util.OptionalDouble;

/**
 * What a trainer reports after a step. Losses and shares are statistics of the real table: for
 * display only, never part of a certificate or an export (privacy.md, section 9).
 *
 * @param step steps done so far, 1 … steps
 * @param steps planned steps (an upper bound where training may stop early)
 * @param reconstruction mean reconstruction cross-entropy per record of one chunk, nats; NaN for an
 *     empty batch
 * @param divergence mean KL divergence from the prior per record, one-sample estimate, nats
 * @param clippedShare share of the batch's gradients that were clipped; empty where none are
 * @param holdOut latest loss on the hold-out, where there is one
 * @param lipschitz upper bound of the encoder's Lipschitz constant, where it is bounded
 * @param rowsPerSecond records processed per second since the start
 */
public record TrainingStep(
    int step,
    int steps,
    double reconstruction,
    double divergence,
    OptionalDouble clippedShare,
    OptionalDouble holdOut,
    OptionalDouble lipschitz,
    double rowsPerSecond) {}
