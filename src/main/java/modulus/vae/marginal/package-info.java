/**
 * The marginal event of privacy.md, section 6.1: every attribute's counts under one Gaussian
 * mechanism, consistent estimates from them, and the bins the model works on.
 */
package modulus.vae.marginal;
