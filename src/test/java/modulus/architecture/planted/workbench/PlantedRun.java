package modulus.architecture.planted.workbench;

/** Innocent. */
public final class PlantedRun {}
