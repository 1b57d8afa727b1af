package modulus.architecture.planted.ui.common;

/** Innocent. */
public final class Shared {}
