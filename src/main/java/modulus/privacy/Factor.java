package modulus.privacy;

/** A dominating pair composed {@code count} ≥ 1 times. */
record Factor(DominatingPair pair, long count) {}
