package modulus.architecture.planted.schema;

/** Innocent. */
public final class PlantedSchema {}
