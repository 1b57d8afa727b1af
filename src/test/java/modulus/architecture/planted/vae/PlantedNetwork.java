package modulus.architecture.planted.vae;

/** Innocent. */
public final class PlantedNetwork {}
