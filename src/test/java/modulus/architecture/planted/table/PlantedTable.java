package modulus.architecture.planted.table;

/** Innocent. */
public final class PlantedTable {}
