package modulus.architecture.planted.privacy;

/** Innocent; not a value. */
public final class Accountant {}
