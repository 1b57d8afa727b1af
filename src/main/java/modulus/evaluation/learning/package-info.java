/**
 * Train on synthetic, test on real: whether a classifier learns from the synthetic table what it
 * would learn from the real one. All results are statistics of the real table and internal
 * (privacy.md, section 9). The sole user of Tribuo.
 */
package modulus.evaluation.learning;
