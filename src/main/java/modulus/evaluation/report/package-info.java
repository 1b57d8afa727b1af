/**
 * All figures of one comparison together, and their file form. Internal (privacy.md, section 9).
 */
package modulus.evaluation.report;
