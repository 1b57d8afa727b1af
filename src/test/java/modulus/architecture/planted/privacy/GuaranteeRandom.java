package modulus.architecture.planted.privacy;

/** Innocent: stands for the real one. */
public interface GuaranteeRandom {}
