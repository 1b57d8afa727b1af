/**
 * What is claimed of a synthetic table, as a signed statement anyone can check: the {@link
 * modulus.certificate.Claim claim} is the single source of facts, {@link
 * modulus.certificate.PackageWriter} signs it together with the files it is about, and {@link
 * modulus.certificate.Verifier} recomputes all of it.
 */
package modulus.certificate;
