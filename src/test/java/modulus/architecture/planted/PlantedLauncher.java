package modulus.architecture.planted;

/** Stands for the launcher. */
public final class PlantedLauncher {}
