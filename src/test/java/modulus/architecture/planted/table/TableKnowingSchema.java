package modulus.architecture.planted.table;

import modulus.architecture.planted.schema.PlantedSchema;

/** Breaks its room's imports. */
public final class TableKnowingSchema {
  public PlantedSchema known;
}
