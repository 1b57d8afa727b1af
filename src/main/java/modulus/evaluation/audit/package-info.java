/**
 * Evidence about privacy, never proof (privacy.md, section 10): lower bounds on ε and warnings.
 * Results that were computed from real rows are internal (section 9).
 */
package modulus.evaluation.audit;
