package modulus.architecture.planted.ui.train;

/** Innocent. */
public final class OtherScreen {}
