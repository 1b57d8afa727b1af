/**
 * How near a synthetic table comes to the real one. Everything computed here is a statistic of the
 * real table that no privacy event paid for: it may be shown to the steward and kept in an internal
 * report, never exported and never put into a certificate (privacy.md, section 9).
 */
package modulus.evaluation;
