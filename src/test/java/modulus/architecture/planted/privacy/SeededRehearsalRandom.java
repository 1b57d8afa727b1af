package modulus.architecture.planted.privacy;

/** Innocent: stands for the real one. */
public final class SeededRehearsalRandom implements GuaranteeRandom {}
