/**
 * Pairwise calibration, the third event of an end-to-end run: noisy one- and two-attribute tables,
 * maximum-entropy weights on a pool of model rows that match them, and the choice of the rows that
 * are released.
 */
package modulus.vae.calibration;
