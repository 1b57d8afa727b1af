/**
 * The budget ledger: an append-only file of signed entries, each bound to the one before it. {@link
 * modulus.certificate.ledger.Chain} is what the entries say and knows no files; {@link
 * modulus.certificate.ledger.LedgerFile} appends to it so that a crash, a full disk or a second
 * process leaves the old state or the new one.
 */
package modulus.certificate.ledger;
