package modulus.architecture.planted.cli;

/** Innocent. */
public final class PlantedCommand {}
